"""Notes of colleagues on an article: who writes, who reads, and that nobody outside ever does."""

import io
import zipfile

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.exports import FORMATS, NotExportable, stamp
from articles.models import Article, Note
from articles.queries.released_records import released_records
from tests.factories import a_journal, a_member, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db
SECRET = "Рецензент Құлынбаевты сұраймыз"


@pytest.fixture
def article():
    return an_article(a_journal())


def client_of(article, role="editor", **person):
    user = a_member(article.journal, role, languages=["ru"], **person)
    client = Client()
    client.force_login(user)
    return client


def address(article, note=None):
    page = reverse("admin:articles_article_notes", args=[article.pk])
    return f"{page}?note={note.pk}" if note else page


def test_a_note_is_shown_with_name_and_date_on_its_page_and_in_the_head(article):
    client = client_of(article, first_name="Дана", last_name="Жүнісова")

    answer = client.post(address(article), {"text": SECRET}, follow=True)
    form = client.get(reverse("admin:articles_article_change", args=[article.pk]))

    note = article.notes.get()
    for page in (answer.text, form.text):
        assert SECRET in page
        assert "Дана Жүнісова" in page
        assert f'datetime="{note.written_at.astimezone():%Y-%m-%d}' in page
    assert article.version == 1


def test_the_head_shows_the_three_newest_notes(article):
    for number in range(5):
        article.notes.create(text=f"Жазба {number}")

    form = client_of(article).get(reverse("admin:articles_article_change", args=[article.pk]))

    assert [note.text for note in form.context["notes"]] == ["Жазба 4", "Жазба 3", "Жазба 2"]
    assert "All notes" in form.text


def test_the_author_changes_and_deletes_the_note(article):
    client = client_of(article)
    client.post(address(article), {"text": "Бірінші"})
    note = article.notes.get()

    client.post(address(article, note), {"text": "Екінші"})
    changed = article.notes.get()
    client.post(address(article, note), {"do": "delete"})

    assert (changed.text, changed.changed_at is not None) == ("Екінші", True)
    assert not article.notes.exists()


@pytest.mark.parametrize("typed", [{"text": "Басқа"}, {"do": "delete"}])
def test_nobody_else_changes_or_deletes_it(article, typed):
    client_of(article).post(address(article), {"text": "Бірінші"})
    note = article.notes.get()
    chief = client_of(article, "chief_editor")

    answers = [chief.get(address(article, note)), chief.post(address(article, note), typed)]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert f"?note={note.pk}" not in chief.get(address(article)).text
    assert article.notes.get().text == "Бірінші"


def test_a_note_of_another_article_is_not_found(article):
    client = client_of(article)
    other = an_article(article.journal, doi="10.5555/other")
    note = other.notes.create(author=None, text="x")

    assert client.get(address(article, note)).status_code == 404


def test_an_auditor_reads_notes_and_writes_none(article):
    article.notes.create(text=SECRET)
    client = client_of(article, "auditor")

    page = client.get(address(article))
    answer = client.post(address(article), {"text": "x"})

    assert SECRET in page.text
    assert "<textarea" not in page.text
    assert answer.status_code == 403


def test_an_empty_note_is_refused(article):
    answer = client_of(article).post(address(article), {"text": "  "})

    assert answer.status_code == 200
    assert not Note.objects.exists()


def test_a_note_stays_when_its_author_leaves(article):
    client = client_of(article)
    client.post(address(article), {"text": SECRET})
    article.notes.get().author.delete()

    page = client_of(article, "chief_editor").get(address(article))

    assert SECRET in page.text


def test_no_public_page_export_or_interface_has_a_note(client, tmp_path, settings):
    journal = a_journal()
    issue = an_issue(journal)
    article = a_public_article(journal, issue_id=issue.pk)
    article.notes.create(text=SECRET)
    author = Client()
    editor = client_of(article)
    proof = {"author": "Ұлжан", "language": "kk", "days": "3"}
    link = editor.post(reverse("admin:articles_article_proof", args=[article.pk]), proof).context[
        "link"
    ]
    pages = [
        article.get_absolute_url(),
        issue.get_absolute_url(),
        journal.get_absolute_url(),
        "/kk/search/?q=дала",
        "/api/v1/articles",
        f"/api/v1/articles/{article.pk}",
        f"/oai/?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:{article.pk}",
        "/oai/?verb=ListRecords&metadataPrefix=oai_dc",
        f"/kk/{journal.slug}/feed/",
        "/" + link.split("/", 3)[3],
    ]
    said = {page: author.get(page, follow=True).content for page in pages}
    records = list(released_records(Article.objects.filter(pk=article.pk)))
    for name, format in FORMATS.items():
        try:
            said[name] = b"".join(format.write(records, stamp(timezone.now())))
        except NotExportable:
            said[name] = b""
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal=journal.slug, output=archive)
    said["journal-zip"] = unpacked(archive.read_bytes())

    found = author.get("/kk/search/", {"q": SECRET.split()[1]})

    assert article.get_absolute_url() not in found.text
    assert [place for place, bytes_ in said.items() if SECRET.split()[1].encode() in bytes_] == []
    assert len(said["journal-zip"]) > 100


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())
