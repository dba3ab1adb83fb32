"""Author's proofs: the link to a draft, its end, remarks, confirmation and the PDF."""

import errno
import io
import re
from datetime import timedelta

import msgspec
import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader

from articles.editing import save_article, working_record
from articles.exports.typesetting import typesetter
from articles.models import Journal, Proof
from tests.factories import a_galley, a_member, an_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return an_article(title={"kk": "Құпия дала", "en": "A secret steppe"})


@pytest.fixture
def link(article):
    return sent(article)[0]


def sent(article, **changes):
    client = Client()
    client.force_login(a_member(article.journal, "editor"))
    url = reverse("admin:articles_article_proof", args=[article.pk])
    typed = {"author": "Ұлжан", "email": "a@example.org", "language": "ru", "days": 14, **changes}
    address = client.post(url, typed).context_data["link"]
    return "/" + address.split("/", 3)[3], client, url


def test_the_link_goes_to_the_author_in_their_language(link):
    (message,) = mail.outbox

    assert message.to == ["a@example.org"]
    assert link in message.body
    assert link.startswith("/ru/proof/")


def test_the_form_proposes_the_corresponding_author_with_the_address():
    people = (an_author(), an_author(corresponding=True, email="ulzhan@example.org"))
    _link, client, url = sent(an_article(language="kk", authors=people))

    initial = client.get(url).context["form"].initial

    assert initial["email"] == "ulzhan@example.org"
    assert people[1].names["kk"].family in initial["author"]


def test_the_form_of_an_article_without_authors_proposes_nobody():
    _link, client, url = sent(an_article(authors=()))

    assert set(client.get(url).context["form"].initial) == {"language"}


def test_the_link_shows_the_draft_without_indexing_or_caching(link):
    response = Client().get(link)

    assert response.status_code == 200
    assert "Құпия дала" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("what", ["expired", "revoked", "guessed"])
def test_a_link_that_has_ended_is_not_found(what, article):
    link, client, url = sent(article)
    if what == "expired":
        Proof.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    if what == "revoked":
        client.post(url, {"revoke": Proof.objects.get().pk})
    if what == "guessed":
        link = link[:-5] + "AAAA/"

    response = Client().get(link)

    assert response.status_code == 404
    assert not re.search("Құпия", response.content.decode())


def test_remarks_are_saved_with_their_field_and_shown_in_the_history(link, article):
    Client().post(link, {"version": "1", "title.en": "Not secret.", "confirm": "1"})

    proof = Proof.objects.get()
    client = Client()
    client.force_login(a_member(article.journal, "auditor"))
    history = client.get(reverse("admin:articles_article_history", args=[article.pk]))
    assert [(remark.language, remark.text, remark.version) for remark in proof.remarks.all()] == [
        ("en", "Not secret.", 1)
    ]
    assert proof.confirmed_at is None  # remarks are no confirmation
    assert "Not secret." in history.content.decode()


def test_a_confirmation_names_the_version_that_was_read(link, article):
    visitor = Client()
    visitor.post(link, {"version": "1", "confirm": "1"})
    first = visitor.get(link).context["is_confirmed"]
    save_article(msgspec.structs.replace(working_record(article), first_page="8"), article=article)

    assert (first, visitor.get(link).context["is_confirmed"]) == (True, False)
    assert Proof.objects.get().confirmed_version == 1


def change(article, **changes):
    record = working_record(article)
    save_article(msgspec.structs.replace(record, **changes), article=article)
    article.refresh_from_db()


def test_nothing_is_confirmed_if_the_text_changed_after_the_page_was_opened(link, article):
    visitor = Client()
    shown = visitor.get(link).context["proof"].article.version
    change(article, title={"kk": "Ашық дала", "en": "A secret steppe"})

    answer = visitor.post(link, {"version": shown, "confirm": "1"}, follow=True)

    proof = Proof.objects.get()
    assert (proof.confirmed_at, proof.confirmed_version) == (None, None)
    assert answer.redirect_chain == [(f"{link}?read=1", 302)]
    assert answer.context["changed"] == {"title.kk"}
    assert "өзгерген" in Client().get(f"{link.replace('/ru/', '/kk/')}?read=1").content.decode()


def test_remarks_on_a_text_that_changed_stay_with_the_version_that_was_shown(link, article):
    change(article, title={"kk": "Ашық дала"})

    Client().post(link, {"version": "1", "title.kk": "Құпия емес."})

    assert [(one.text, one.version) for one in Proof.objects.get().remarks.all()] == [
        ("Құпия емес.", 1)
    ]


def test_of_two_tabs_only_the_one_with_the_current_text_confirms(link, article):
    change(article, first_page="8")
    visitor = Client()

    visitor.post(link, {"version": "1", "confirm": "1"})
    after_the_old_tab = Proof.objects.get().confirmed_version
    visitor.post(link, {"version": "2", "confirm": "1"})
    visitor.post(link, {"version": "1", "confirm": "1"})

    assert (after_the_old_tab, Proof.objects.get().confirmed_version) == (None, 2)


@pytest.mark.parametrize("version", [None, "", "0", "2", "-1", "²", "9" * 400, "1.0"])
def test_a_confirmation_of_no_version_confirms_nothing(link, version):
    posted = {"confirm": "1"} if version is None else {"version": version, "confirm": "1"}

    response = Client().post(link, posted)

    assert response.status_code == 302
    assert Proof.objects.get().confirmed_version is None


def test_remarks_without_a_version_are_kept_with_the_current_one(link, article):
    change(article, first_page="8")

    Client().post(link, {"title.en": "Open."})

    assert [one.version for one in Proof.objects.get().remarks.all()] == [2]


@pytest.mark.parametrize("read", ["0", "2", "x", "1"])
def test_an_unchanged_text_asks_for_nothing(link, read):
    context = Client().get(f"{link}?read={read}").context

    assert (context["is_newer"], context["changed"]) == (False, set())


def test_the_link_itself_is_not_in_the_database(link):
    token = link.rstrip("/").rpartition("/")[2]

    assert token not in str(list(Proof.objects.values()))


# The same as PDF, and the pictures of the text.


def pdf_text(response):
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)


def with_a_picture(journal=None):
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(made, "PNG")
    picture = a_galley(made.getvalue(), "map.png", kind="image")
    layout = a_galley(b"%PDF-1.4 x")
    return an_article(
        journal,
        title={"kk": "Құпия дала"},
        body="<figure><img src='map.png'><figcaption>1-сурет</figcaption></figure>",
        galleys=(picture, layout),
    )


def test_the_link_also_gives_a_pdf_marked_as_a_proof(link):
    response = Client().get(f"{link}proof.pdf")

    printed = pdf_text(response)
    assert response["Content-Type"] == "application/pdf"
    assert "Құпия дала" in printed
    assert "Proof – not published" in printed
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert response["Referrer-Policy"] == "no-referrer"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_the_pdf_shows_the_current_draft(link, article):
    save_article(msgspec.structs.replace(working_record(article), first_page="77"), article=article)

    printed = pdf_text(Client().get(f"{link}proof.pdf"))

    assert "version 2" in printed
    assert "77–14" in printed


def test_the_pdf_is_made_once_for_each_version(link, article, monkeypatch):
    made = []
    monkeypatch.setattr(
        "articles.publishing.proofs.write",
        lambda record, draft, pictures, design: made.append(draft.version) or b"%PDF-1.4 made",
    )
    address = f"{link}proof.pdf"

    answers = [Client().get(address).content for _time in range(2)]
    change(article, first_page="77")
    answers += [Client().get(address).content for _time in range(2)]
    Journal.objects.update(name_kk="Басқа атау")
    answers.append(Client().get(address).content)

    assert (answers, made) == ([b"%PDF-1.4 made"] * 5, [1, 2, 2])


@pytest.mark.parametrize("what", ["expired", "revoked", "guessed"])
def test_the_addresses_below_a_link_that_has_ended_are_not_found(what):
    article = with_a_picture()
    link, client, url = sent(article)
    picture = working_record(article).galleys[0]
    if what == "expired":
        Proof.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    if what == "revoked":
        client.post(url, {"revoke": Proof.objects.get().pk})
    if what == "guessed":
        link = link[:-5] + "AAAA/"

    answers = [
        Client().get(link + more).status_code
        for more in ("", "proof.pdf", f"files/{picture.id}/map.png")
    ]

    assert answers == [404, 404, 404]


def test_the_link_gives_the_pictures_of_the_draft_and_no_other_files():
    article = with_a_picture()
    link = sent(article)[0]
    picture, layout = working_record(article).galleys

    page = Client().get(link).content.decode()
    response = Client().get(f"{link}files/{picture.id}/map.png")

    assert f'src="files/{picture.id}/map.png"' in page
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "sandbox" in response["Content-Security-Policy"]
    assert Client().get(f"{link}files/{layout.id}/a.pdf").status_code == 404


def test_a_link_gives_no_pictures_of_another_draft():
    other = with_a_picture()
    link = sent(an_article(other.journal, doi="10.5555/other"))[0]
    picture = working_record(other).galleys[0]

    assert Client().get(f"{link}files/{picture.id}/map.png").status_code == 404


def test_the_pdf_contains_the_pictures_of_the_text():
    link = sent(with_a_picture())[0]

    response = Client().get(f"{link}proof.pdf")

    read = PdfReader(io.BytesIO(response.content))
    assert sum(len(page.images) for page in read.pages) == 1


def test_an_article_that_is_too_long_for_the_typesetter_gives_503(link, monkeypatch):
    monkeypatch.setattr(typesetter, "typeset", lambda *arguments: None)

    response = Client().get(f"{link}proof.pdf")

    assert response.status_code == 503
    assert "слишком велика" in response.content.decode()


def test_the_pdf_is_shown_also_when_the_disk_has_no_room_to_keep_it(link, monkeypatch):
    def refuse(*arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("journal.folder.Folder._save", refuse)

    answer = Client().get(f"{link}proof.pdf")

    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
