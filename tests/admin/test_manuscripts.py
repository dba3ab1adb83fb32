"""Manuscripts in the admin: handed in, looked at, saved; nothing is saved unseen."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles.admin.manuscripts.evidence import Evidence
from articles.admin.manuscripts.review_form import Sheet
from articles.imports.manuscript import Manuscript as Reading
from articles.imports.manuscript import SourcedValue, Sureness
from articles.intake.manuscripts.queue import hand_in as queue_manuscript
from articles.intake.manuscripts.queue import read_next
from articles.intake.manuscripts.worker import SILENT, has_reader
from articles.models import Article, Author, Heartbeat, Manuscript, Membership, Organisation, User
from articles.publishing import publish_article
from articles.records import json
from tests.factories import a_journal, a_record, an_article
from tests.imports.test_full_text import a_manuscript, a_picture

pytestmark = pytest.mark.django_db
HERE = Path(__file__).resolve().parents[2]
LIST, NEXT = "/admin/articles/manuscript/", "/admin/articles/manuscript/next/"
SEED = HERE.parent / "shared" / "manuscripts" / "seed.md"

TEXT = """ҒТАХР 34.35.15

Ж.О. Есенова^1^, А.Б. Смирнов^2^*

^1^Дала университеті, Қарқара, Қазақстан
^2^Университет степи, Каркара, Казахстан
E-mail: smirnov@example.org

ДАЛА ӨСІМДІКТЕРІНІҢ ТҮРЛЕРІ

Аңдатпа. Мақалада дала өсімдіктерінің түрлері мен олардың таралуы сипатталады.
Түйін сөздер: дала, өсімдік, таралу.

Кіріспе

Дала өсімдіктері туралы алғашқы еңбектер өткен ғасырда жарық көрді. Олардың көбі сипаттама
болып қала берді, сондықтан жаңа деректер қажет деп есептейміз [1].

Әдебиеттер

1. Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б.
2. Петрова И. Степные растения. – Каркара: Степь, 2020. – 200 с.

Растения степи: виды и распространение

Аннотация. В статье описаны виды степных растений и их распространение.
Ключевые слова: степь, растение, распространение.
"""


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def hand_in(client, *files, **more):
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(reverse("admin:articles_manuscript_changelist"), {"files": uploads, **more})


def page_of(manuscript):
    return reverse("admin:articles_manuscript_change", args=[manuscript.pk])


def typed_of(response, **changes):
    """The form as the page shows it, with changes by the name of the input."""
    cells = response.context["sheet"].cells
    return {**{cell.name: cell.typed for cell in cells if cell.typed}, **changes}


def a_read_manuscript(client, journal, text=TEXT, **more):
    hand_in(client, ("Есенова.txt", text.encode()), journal=journal.pk, **more)
    return Manuscript.objects.first()


def test_one_file_is_read_and_shown_and_nothing_is_saved(editor):
    journal = a_journal()

    response = hand_in(editor, ("Есенова.txt", TEXT.encode()), journal=journal.pk)

    manuscript = Manuscript.objects.get()
    assert response.url == page_of(manuscript)
    assert (manuscript.state, manuscript.name) == ("read", "Есенова.txt")
    assert Article.objects.count() == 0
    page = editor.get(response.url)
    cells = {cell.name: cell for cell in page.context["sheet"].cells}
    assert cells["irsti"].typed == "34.35.15"
    assert cells["authors.0.names.kk.family"].typed == "Есенова"
    assert cells["title.kk"].typed == "ДАЛА ӨСІМДІКТЕРІНІҢ ТҮРЛЕРІ"
    first = cells["irsti"].first_line
    assert f'<li id="l{first}" value="{first}" class="used"' in page.text


def test_what_was_looked_at_becomes_a_draft_with_its_file(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))

    typed = typed_of(page, **{"title.en": "Plants of the steppe", "_save": "1"})
    response = editor.post(page_of(manuscript), typed)

    article = Article.objects.get()
    record = article.revisions.get().record
    manuscript.refresh_from_db()
    assert response.url == reverse("admin:articles_article_change", args=[article.pk])
    assert (manuscript.state, manuscript.article) == ("saved", article)
    assert record.title["en"] == "Plants of the steppe"
    assert record.status == "draft"
    assert len(record.references) == 2
    assert article.revisions.get().reason == "from the file Есенова.txt"


def test_the_same_page_sent_twice_makes_one_article(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    typed = typed_of(editor.get(page_of(manuscript)), _save="1")

    editor.post(page_of(manuscript), typed)
    second = editor.post(page_of(manuscript), typed)

    assert Article.objects.count() == 1
    assert second.status_code == 302


def test_a_missing_romanized_list_is_proposed_and_said_to_be(editor):
    manuscript = a_read_manuscript(editor, a_journal(romanization_ru="bgn_pcgn"))

    page = editor.get(page_of(manuscript))

    cells = {cell.name: cell.typed for cell in page.context["sheet"].cells}
    group = next(one for one in page.context["sheet"].groups if one.key == "references")
    assert cells["references.1.romanized"].startswith("Petrova I. Stepnyye rasteniya.")
    assert group.is_proposed
    assert "romanized letter by letter by the journal" in page.text


def test_what_is_no_identifier_is_told_at_its_field_and_not_saved(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))

    wrong = {"authors.0.orcid": "0000-0000-0000-0000", "received_on": "soon", "_save": "1"}
    response = editor.post(page_of(manuscript), typed_of(page, **wrong))

    errors = [cell.name for cell in response.context["sheet"].errors()]
    assert response.status_code == 422
    assert errors == ["authors.0.orcid", "received_on"]
    assert Article.objects.count() == 0


def test_an_emptied_affiliation_takes_its_marks_along(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))
    emptied = {f"affiliations.0.name.{code}": "" for code in ("kk", "ru", "en")}

    editor.post(page_of(manuscript), typed_of(page, **emptied, _save="1"))

    record = Article.objects.get().revisions.get().record
    assert [author.marks for author in record.authors] == [(), (1,)]
    assert len(record.affiliations) == 1


def test_known_people_are_proposed_and_never_taken(editor):
    person = Author.objects.create(family_name_ru="Смирнов", given_name_ru="Андрей")
    Author.objects.create(family_name_ru="Смирнов", given_name_ru="Виктор")
    organisation = Organisation.objects.create(name_kk="Дала университеті")
    text = TEXT + "\nА.Б. Смирнов, Ж.О. Есенова\n"
    manuscript = a_read_manuscript(editor, a_journal(), text)
    page = editor.get(page_of(manuscript))

    cells = {cell.name: cell for cell in page.context["sheet"].cells}

    choice = cells["authors.1.author_id"]
    assert [option.value for option in choice.options][:2] == ["", str(person.pk)]
    assert choice.typed == ""
    assert cells["affiliations.0.organisation_id"].options[1].value == str(organisation.pk)
    editor.post(page_of(manuscript), typed_of(page, _save="1"))
    assert Article.objects.get().revisions.get().record.authors[1].author_id is None


def test_twenty_five_files_wait_and_one_bad_one_stops_none(editor):
    journal = a_journal()
    good = [(f"{n}.txt", TEXT.replace("34.35.15", f"34.35.{n:02}").encode()) for n in range(24)]

    response = hand_in(editor, good[0], ("bad.pdf", b"%PDF-1.4 cut"), *good[1:], journal=journal.pk)

    assert response.url == reverse("admin:articles_manuscript_changelist")
    assert Manuscript.objects.waiting().count() == 25
    url = reverse("admin:articles_manuscript_next")
    answers = [editor.post(url, headers={"Accept": "application/json"}).json() for _ in range(3)]
    assert [answer["waiting"] for answer in answers] == [24, 23, 22]
    states = Manuscript.objects.order_by("pk").values_list("state", flat=True)
    assert list(states[:4]) == ["read", "refused", "read", "waiting"]
    bad = Manuscript.objects.get(name="bad.pdf")
    assert "damaged" in bad.refusal["en"]
    assert f"bad.pdf: {bad.why}" in editor.get(response.url).text


def test_a_file_too_large_is_refused_by_name_and_the_others_are_kept(editor, monkeypatch):
    monkeypatch.setattr("articles.intake.manuscripts.queue.FILE_BYTES", 10_000)
    journal = a_journal()

    hand_in(editor, ("large.txt", b"x" * 10_001), ("a.txt", b"short"), journal=journal.pk)

    page = editor.get(reverse("admin:articles_manuscript_changelist"))
    assert [one.name for one in Manuscript.objects.all()] == ["a.txt"]
    assert "“large.txt” is larger than" in page.text


def test_the_queue_goes_on_without_scripts(editor):
    hand_in(editor, ("a.txt", TEXT.encode()), ("b.txt", TEXT.encode()), journal=a_journal().pk)

    response = editor.post(reverse("admin:articles_manuscript_next"))

    assert response.url == reverse("admin:articles_manuscript_changelist")
    assert list(Manuscript.objects.order_by("pk").values_list("state", flat=True)) == [
        "read",
        "waiting",
    ]


@pytest.fixture
def _reader():
    """A worker that reads has been seen; the tests do its work themselves."""
    Heartbeat.objects.create(worker="read_manuscripts@here:1", at=timezone.now())


@pytest.mark.usefixtures("_reader")
def test_where_a_worker_reads_no_page_does(editor, monkeypatch):
    monkeypatch.setattr("articles.intake.manuscripts.queue.read_file", None)  # none may ask for it

    response = hand_in(editor, ("a.txt", TEXT.encode()), journal=a_journal().pk)

    manuscript = Manuscript.objects.get()
    listed = editor.get(response.url)
    answer = editor.post(NEXT, {"keys": manuscript.pk}, headers={"Accept": "application/json"})
    assert response.url == f"{LIST}?open={manuscript.pk}"
    assert f'data-open="{manuscript.pk}"' in listed.text
    assert answer.json() == {"key": None, "row": "", "page": "", "waiting": 1}


@pytest.mark.usefixtures("_reader")
def test_what_the_worker_has_read_is_told_and_gone_to(editor):
    hand_in(editor, ("a.txt", TEXT.encode()), ("b.txt", b"\0"), journal=a_journal().pk)
    bad, good = Manuscript.objects.all()
    keys = {"keys": f"{good.pk},{bad.pk}"}

    while read_next():
        pass

    first = editor.post(NEXT, keys, headers={"Accept": "application/json"}).json()
    second = editor.post(NEXT, {"keys": bad.pk}, headers={"Accept": "application/json"}).json()
    assert (first["key"], first["page"], first["waiting"]) == (good.pk, page_of(good), 0)
    assert (second["key"], second["page"]) == (bad.pk, "")
    assert editor.get(f"{LIST}?open={good.pk}").url == page_of(good)
    assert editor.get(f"{LIST}?open={bad.pk}").status_code == 200


@pytest.mark.usefixtures("_reader")
def test_without_scripts_the_button_shows_how_far_it_is(editor):
    hand_in(editor, ("a.txt", TEXT.encode()), journal=a_journal().pk)
    key = Manuscript.objects.get().pk

    response = editor.post(NEXT, {"open": key})

    assert response.url == f"{LIST}?open={key}"
    assert "See how far it is" in editor.get(response.url).text


@pytest.mark.parametrize(("seen", "mark"), [(False, "!"), (True, "+")])
def test_the_doctor_tells_of_manuscripts_that_nobody_reads(seen, mark):
    queue_manuscript(ContentFile(TEXT.encode(), "a.txt"), a_journal(), None)
    if seen:
        Heartbeat.objects.create(worker="read_manuscripts@here:1", at=timezone.now())
    said = StringIO()

    with pytest.raises(SystemExit):  # nobody can sign in
        call_command("doctor", stdout=said)

    line = f"{mark} Manuscripts are read by a worker, or none waits."
    assert line in said.getvalue().splitlines()


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_all_that_waits_and_takes_its_heartbeat_along():
    journal, said = a_journal(), StringIO()
    for name in ("a.txt", "b.txt"):
        queue_manuscript(ContentFile(TEXT.encode(), name), journal, None)

    call_command("read_manuscripts", once=True, stdout=said)

    assert said.getvalue() == "Manuscripts read: 2.\n"
    assert list(Manuscript.objects.values_list("state", flat=True)) == ["read", "read"]
    assert not Heartbeat.objects.exists()


def test_a_worker_that_was_not_seen_lately_does_not_count():
    Heartbeat.objects.create(worker="read_manuscripts@here:1", at=timezone.now() - SILENT * 2)
    Heartbeat.objects.create(worker="deposit@here:1", at=timezone.now())

    assert not has_reader()


def test_groups_with_doubtful_values_come_first():
    found = (SourcedValue("keywords.ru", ["степь"], (3,), Sureness.DOUBTFUL),)

    sheet = Sheet(a_record(), Evidence(Reading(values=found)))

    assert [group.key for group in sheet.groups][:3] == ["keywords", "title", "abstract"]
    assert [cell.name for cell in sheet.doubtful] == ["keywords.ru"]


def test_a_reading_of_another_version_still_shows_its_values(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    Manuscript.objects.update(reading='{"lines": 1}')

    page = editor.get(page_of(manuscript))

    cells = {cell.name: cell.typed for cell in page.context["sheet"].cells}
    assert cells["irsti"] == "34.35.15"


def test_a_pasted_text_is_read_like_a_file(editor):
    hand_in(editor, journal=a_journal().pk, text=TEXT)

    manuscript = Manuscript.objects.get()
    assert (manuscript.name, manuscript.state) == ("pasted.txt", "read")


def test_a_corrected_file_shows_only_what_differs_and_takes_what_is_chosen(editor):
    journal = a_journal()
    first = a_read_manuscript(editor, journal)
    typed = typed_of(editor.get(page_of(first)), **{"title.kk": "Дала гүлдері", "_save": "1"})
    editor.post(page_of(first), typed)
    article = Article.objects.get()
    text = TEXT.replace("34.35.15", "34.35.17").replace("ТҮРЛЕРІ\n", "ТҮРЛЕРІ ТУРАЛЫ\n")

    second = a_read_manuscript(editor, journal, text, article=article.pk)
    page = editor.get(page_of(second))

    shown = {one.key: one for one in page.context["differences"]}
    assert sorted(shown) == ["irsti[1]", "title.kk"]
    assert (shown["irsti[1]"].chosen, shown["title.kk"].chosen) == ("file", "")
    assert shown["title.kk"].both
    unchosen = editor.post(page_of(second), {"version": 1, "choice:irsti[1]": "file"})
    assert unchosen.status_code == 422
    choices = {"choice:irsti[1]": "file", "choice:title.kk": "article", "version": 1}
    editor.post(page_of(second), choices)
    article.refresh_from_db()
    record = article.revisions.get(version=2).record
    assert (record.irsti, record.title["kk"]) == (("34.35.17",), "Дала гүлдері")


def test_a_file_for_an_article_without_an_earlier_one_chooses_nothing_itself(editor):
    article = an_article()

    manuscript = a_read_manuscript(editor, article.journal, article=article.pk)
    page = editor.get(page_of(manuscript))

    assert {one.chosen for one in page.context["differences"]} == {""}
    assert "title.en" not in {one.key for one in page.context["differences"]}


def test_what_somebody_saved_meanwhile_is_not_overwritten(editor):
    article = an_article()
    manuscript = a_read_manuscript(editor, article.journal, article=article.pk)
    page = editor.get(page_of(manuscript))
    choices = {f"choice:{one.key}": "file" for one in page.context["differences"]}

    response = editor.post(page_of(manuscript), {**choices, "version": 0})

    article.refresh_from_db()
    assert (response.status_code, article.version) == (422, 1)


@pytest.mark.parametrize("role", ["auditor", "translator"])
def test_who_may_not_edit_sees_no_manuscripts(client, editor, role):
    journal = a_journal()
    manuscript = a_read_manuscript(editor, journal)
    user = User.objects.create_user("reader", password="x", is_staff=True)
    Membership.objects.create(user=user, journal=journal, role=role)
    client.force_login(user)

    pages = [
        client.get(page_of(manuscript)),
        client.get(reverse("admin:articles_manuscript_file", args=[manuscript.pk])),
        client.post(reverse("admin:articles_manuscript_discard", args=[manuscript.pk])),
        hand_in(client, ("a.txt", b"text"), journal=journal.pk),
    ]

    assert [page.status_code for page in pages] == [403, 403, 403, 403]
    assert Manuscript.objects.count() == 1


def test_an_editor_of_another_journal_does_not_see_the_file(client, editor):
    manuscript = a_read_manuscript(editor, a_journal())
    user = User.objects.create_user("other", password="x", is_staff=True)
    other = a_journal(slug="other", issn_print="")
    Membership.objects.create(user=user, journal=other, role="editor")
    client.force_login(user)

    listed = client.get(reverse("admin:articles_manuscript_changelist"))

    assert client.get(page_of(manuscript)).status_code == 403
    assert listed.context["manuscripts"] == []


def test_nobody_signed_in_is_sent_to_the_door(client):
    assert client.get(reverse("admin:articles_manuscript_changelist")).status_code == 302


def test_the_file_is_given_back_as_it_was_and_never_shown(editor):
    manuscript = a_read_manuscript(editor, a_journal())

    response = editor.get(reverse("admin:articles_manuscript_file", args=[manuscript.pk]))

    assert b"".join(response.streaming_content) == TEXT.encode()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_what_was_thrown_away_is_gone_and_what_made_an_article_stays(editor):
    manuscript = a_read_manuscript(editor, a_journal())

    editor.post(reverse("admin:articles_manuscript_discard", args=[manuscript.pk]))

    assert Manuscript.objects.count() == 0


def test_a_script_in_a_manuscript_is_text(editor):
    hostile = TEXT.replace("ТҮРЛЕРІ", "<script>alert(1)</script>")
    manuscript = a_read_manuscript(editor, a_journal(), hostile)

    page = editor.get(page_of(manuscript))

    assert "<script>alert(1)" not in page.text


@pytest.mark.skipif(not SEED.is_file(), reason="../shared is absent")
def test_the_real_article_is_read_whole(editor):
    hand_in(editor, ("seed.md", SEED.read_bytes()), journal=a_journal().pk)
    manuscript = Manuscript.objects.get()

    page = editor.get(page_of(manuscript))

    record = page.context["sheet"].base
    assert (len(record.authors), len(record.references), record.language) == (2, 10, "kk")
    assert list(record.title) == ["kk", "ru", "en"]


def test_the_text_of_a_word_file_is_shown_with_its_picture_and_links(editor, client):
    journal = a_journal()
    hand_in(editor, ("a.docx", a_manuscript()), journal=journal.pk)
    manuscript = Manuscript.objects.get()
    page = editor.get(page_of(manuscript))
    picture = page.context["preview"].partition('src="')[2].partition('"')[0]
    assert b"".join(editor.get(picture).streaming_content) == a_picture()

    editor.post(page_of(manuscript), typed_of(page, _save="1"))

    article = Article.objects.get()
    galley = article.galleys.get()
    publish_article(article, published_on=date(2026, 3, 29), override="test")
    shown = client.get(f"/kk/articles/{article.pk}/").text
    address = f"/articles/{article.pk}/files/{galley.pk}/{galley.name}"
    assert f'<img src="{address}" alt="">' in shown
    assert '<a href="#ref1">1</a>' in shown
    assert 'id="ref1"' in shown
    assert b"".join(client.get(address).streaming_content) == a_picture()


def test_a_corrected_text_brings_its_pictures_along(editor):
    article = an_article()
    files = [SimpleUploadedFile("a.docx", a_manuscript())]
    url = reverse("admin:articles_manuscript_changelist")
    editor.post(url, {"files": files, "article": article.pk})
    manuscript = Manuscript.objects.get()
    page = editor.get(page_of(manuscript))
    choices = {f"choice:{one.key}": "article" for one in page.context["differences"]}

    editor.post(page_of(manuscript), {**choices, "choice:body": "file", "version": 1})

    record = article.revisions.get(version=2).record
    assert [galley.kind for galley in record.galleys] == ["image"]
    assert f'src="{record.galleys[0].name}"' in record.body
    assert record.title["en"] == "Plants of the steppe"


def test_the_pictures_of_what_is_thrown_away_go_with_it(editor):
    hand_in(editor, ("a.docx", a_manuscript()), journal=a_journal().pk)
    manuscript = Manuscript.objects.get()
    (picture,) = json.load(manuscript.stored).galleys

    editor.post(reverse("admin:articles_manuscript_discard", args=[manuscript.pk]))

    assert not default_storage.exists(picture.path)
    assert not default_storage.exists(manuscript.path)
