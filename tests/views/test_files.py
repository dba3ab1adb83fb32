"""Files and exports: only what was released, with headers under which nothing of them runs."""

import json
from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from msgspec.structs import replace

from articles.exports import FORMATS
from articles.records.languages import text
from articles.records.record import Galley
from tests.factories import a_public_article, an_article

pytestmark = pytest.mark.django_db


def galley(name, kind="pdf"):
    path = default_storage.save(f"galleys/{name}", ContentFile(b"bytes!"))
    return Galley(language="kk", kind=kind, name=name, size=6, checksum="0" * 64, path=path)


def address_of(article, name, root="/kk"):
    return f"{root}/articles/{article.pk}/files/{article.galleys.get().pk}/{name}"


def test_a_pdf_is_streamed_with_its_name_and_type(client):
    article = a_public_article(galleys=(galley("мақала.pdf"),))

    response = client.get(address_of(article, "мақала.pdf"))

    assert response.getvalue() == b"bytes!"
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Length"] == "6"
    assert response.headers["Content-Disposition"] == (
        "inline; filename*=utf-8''%D0%BC%D0%B0%D2%9B%D0%B0%D0%BB%D0%B0.pdf"
    )


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("a\r\nSet-Cookie: x=1.pdf", "inline; filename*=utf-8''a%0ASet-Cookie%3A%20x%3D1.pdf"),
        ('a".pdf; x="', 'inline; filename="a\\".pdf; x=\\""'),
        ("a\u202efdp.exe", "inline; filename*=utf-8''a%E2%80%AEfdp.exe"),
        ("a\x85\u2028b.pdf", "inline; filename*=utf-8''a%C2%85%E2%80%A8b.pdf"),
    ],
)
def test_a_hostile_name_adds_nothing_to_the_header(client, name, header):
    article = a_public_article(galleys=(replace(galley("a.pdf"), name=name),))
    saved = article.galleys.get().name

    response = client.get(address_of(article, quote(saved, safe="")))

    assert saved == name.replace("\r\n", "\n")
    assert response.headers["Content-Disposition"] == header
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("root", ["", "/kk", "/ru", "/en"])
def test_a_file_answers_below_every_language_and_names_its_one_address(client, root):
    article = a_public_article(language="ru", galleys=(galley("a b.pdf"),))
    name = f"/ru/articles/{article.pk}/files/{article.galleys.get().pk}/a%20b.pdf"

    response = client.get(address_of(article, "a b.pdf", root))

    assert (response.status_code, response.getvalue()) == (200, b"bytes!")
    assert response["Link"].split(", ")[0] == f'<http://127.0.0.1:8000{name}>; rel="canonical"'


def test_html_of_an_author_is_a_download_in_which_nothing_runs(client):
    article = a_public_article(galleys=(galley("a.html", "html"),))

    response = client.get(address_of(article, "a.html"))

    assert response.headers["Content-Disposition"] == 'attachment; filename="a.html"'
    assert "sandbox" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["b.pdf", "..%2Fa.pdf", "a.pdf/x", "%2e%2e/a.pdf"])
def test_a_file_answers_to_its_own_name_alone(client, name):
    article = a_public_article(galleys=(galley("a.pdf"),))

    answers = [client.get(address_of(article, name, root)) for root in ("/kk", "/ru", "")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_file_that_is_not_released_has_no_address(client):
    draft = an_article(galleys=(galley("a.pdf"),))
    other = a_public_article(draft.journal, doi="10.5555/other")
    key = draft.galleys.get().pk

    for root in ("/articles", "/kk/articles"):
        assert client.get(f"{root}/{draft.pk}/files/{key}/a.pdf").status_code == 404
        assert client.get(f"{root}/{other.pk}/files/{key}/a.pdf").status_code == 404


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_bytes_whatever_the_reader_speaks(client, name):
    article = a_public_article()
    address = f"/articles/{article.pk}/export/{name}"

    answers = [client.get(address, headers={"Accept-Language": code}) for code in ("kk", "en")]

    assert {answer.status_code for answer in answers} <= {200, 409}
    assert answers[0].content == answers[1].content or answers[0].status_code == 409


@pytest.mark.parametrize("language", ["", "kk", "ru", "en", "all"])
@pytest.mark.parametrize("accepted", ["kk", "en"])
def test_the_address_alone_tells_the_language_of_an_entry(client, language, accepted):
    article = a_public_article(language="ru")
    address = f"/articles/{article.pk}/export/ris" + (f"?language={language}" if language else "")

    answer = client.get(address, headers={"Accept-Language": accepted})

    languages = ["ru", "kk", "en"] if language == "all" else [language or "ru"]
    lines = answer.content.decode().split("\r\n")
    assert [line for line in lines if line.startswith("LA")] == [f"LA  - {c}" for c in languages]
    assert answer["Content-Language"] == ", ".join(languages)
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_an_entry_in_a_language_without_a_title_is_in_the_articles_own_and_says_so(client):
    article = a_public_article(language="ru", title=text(kk="Дала", ru="Степь"))

    answer = client.get(f"/articles/{article.pk}/export/csl?language=en")

    item = json.loads(answer.content)
    assert (item["title"], item["language"]) == ("Степь", "ru-RU")
    assert answer["Content-Language"] == "ru"


@pytest.mark.parametrize("name", ["ris", "jats"])
@pytest.mark.parametrize("code", ["de", "", "RU", "kk-KZ", "ru,en"])
def test_a_language_that_there_is_not_is_refused_with_those_that_there_are(client, name, code):
    article = a_public_article()

    answer = client.get(
        f"/articles/{article.pk}/export/{name}",
        {"language": code},
        headers={"Accept-Language": "en"},
    )

    assert (answer.status_code, answer.content.decode()) == (
        400,
        f"Unknown language: “{code}”. Use one of these: kk, ru, en, all.\n",
    )


def test_a_format_with_all_languages_is_the_same_with_each_language(client):
    article = a_public_article()
    address = f"/articles/{article.pk}/export/jats"

    answers = [client.get(address, {"language": code}) for code in ("kk", "ru", "en", "all")]

    assert {answer.content for answer in answers} == {client.get(address).content}
    assert {answer["Content-Language"] for answer in answers} == {"kk, ru, en"}


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_gives_a_draft(client, name):
    draft = an_article()

    assert client.get(f"/articles/{draft.pk}/export/{name}").status_code == 404


def test_an_export_that_is_known_is_not_sent_again(client):
    article = a_public_article()
    address = f"/articles/{article.pk}/export/ris"
    etag = client.get(address).headers["ETag"]

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
