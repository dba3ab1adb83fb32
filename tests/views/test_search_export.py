"""What a search finds as RIS or CSV, and the fields in which it was found."""

import csv
import io
import re

import pytest

from articles.publishing import withdraw_article
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Reference
from tests.factories import a_journal, a_public_article, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db


def export(client, format, language="en", **asked):
    return client.get(f"/{language}/search/", {"q": "steppe", "format": format, **asked})


def rows(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))


def titles(response):
    return [line[6:] for line in response.content.decode().splitlines() if line[:2] == "TI"]


@pytest.fixture
def articles():
    """Two that a search finds, one that it does not, a draft, and a withdrawn article."""
    journal = a_journal()
    issue = an_issue(journal, volume="3")
    found = [
        a_public_article(
            journal, issue_id=issue.pk, doi=f"10.5555/{n}", title=text(en=f"Steppe {n}")
        )
        for n in (1, 2)
    ]
    a_public_article(
        journal,
        doi="10.5555/x",
        title=text(en="Sea"),
        keywords={},
        abstract={},
        references=(),
    )
    an_article(journal, doi="10.5555/d")
    withdraw_article(a_public_article(journal, doi="10.5555/w"), reason="Қате.")
    return found


def test_ris_holds_an_entry_for_each_article_in_the_order_of_the_page(client, articles):
    response = export(client, "ris", sort="oldest")

    assert titles(response) == ["Steppe 1", "Steppe 2"]
    assert titles(export(client, "ris", sort="newest")) == ["Steppe 2", "Steppe 1"]
    assert response.headers["Content-Type"] == "application/x-research-info-systems"
    assert response.headers["Content-Disposition"] == 'attachment; filename="search.ris"'


def test_csv_holds_a_line_for_each_article(client, articles):
    first = articles[0]

    response = export(client, "csv", sort="oldest")

    heading, line, _second = rows(response)
    assert dict(zip(heading, line, strict=True)) == {
        "authors": "Tolegenova, Ulzhan",
        "title": "Steppe 1",
        "journal": "Steppe Science",
        "year": "2024",
        "volume": "3",
        "number": "1",
        "pages": "5–14",
        "doi": "10.5555/1",
        "address": "https://doi.org/10.5555/1",
        "language": first.language,
        "type": "research",
        "status": "published",
    }
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="search.csv"'


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_of_csv_begins_like_a_formula(client, sign):
    author = an_author(names={"en": Name(f"{sign}SUM(A1)", "", "")})
    a_public_article(title=text(en=f"{sign}steppe"), authors=(author,))

    _heading, line = rows(export(client, "csv"))

    assert line[:2] == [f"'{sign}SUM(A1)", f"'{sign}steppe"]


@pytest.mark.parametrize(("language", "title"), [("kk", "Дала"), ("ru", "Степь"), ("en", "Steppe")])
def test_a_file_is_in_the_language_of_the_page(client, language, title):
    a_public_article(title=text("Дала", "Степь", "Steppe"))

    assert rows(export(client, "csv", language))[1][1] == title
    assert titles(export(client, "ris", language)) == [title]


def test_an_article_without_any_title_is_in_csv_alone(client, articles):
    journal = articles[0].journal
    a_public_article(journal, doi="10.5555/none", title={}, keywords={"en": ("steppe",)})

    assert len(titles(export(client, "ris"))) == 2
    assert len(rows(export(client, "csv"))) == 4


@pytest.mark.parametrize("format", ["ris", "csv"])
def test_a_file_holds_so_many_articles_at_most_and_the_page_says_so(
    client, articles, format, monkeypatch
):
    monkeypatch.setattr("articles.views.search_export.MOST_ARTICLES", 1)
    monkeypatch.setattr("articles.views.search.MOST_ARTICLES", 1)

    response = export(client, format)

    assert response.content.count(b"10.5555/2") + response.content.count(b"10.5555/1") > 0
    assert b"Steppe 1" not in response.content
    page = client.get("/en/search/", {"q": "steppe"}).content.decode()
    assert "the first 1 articles" in page


def test_the_page_links_to_its_files_with_filters_and_order(client, articles):
    html = client.get("/en/search/?q=steppe&year=2024&sort=newest&page=1").content.decode()

    assert re.findall(r'href="([^"]*format=[^"]*)"', html) == [
        f"?q=steppe&amp;year=2024&amp;sort=newest&amp;format={name}" for name in ("ris", "csv")
    ]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"format": "xml"}, "Search results can be downloaded as RIS or CSV."),
        ({"q": "", "format": "ris"}, "Type a word or choose a filter first."),
    ],
)
def test_what_cannot_be_exported_is_refused_with_a_message(client, asked, message):
    response = client.get("/en/search/", {"q": "steppe", **asked})

    assert response.status_code == 400
    assert message in response.content.decode()


def test_a_search_without_results_is_a_table_without_lines(client):
    assert len(rows(export(client, "csv"))) == 1
    assert export(client, "ris").content == b""


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_takes_as_many_queries_for_any_number(client, django_assert_num_queries, count):
    journal = a_journal()
    for number in range(count):
        a_public_article(journal, doi=f"10.5555/{number}")

    with django_assert_num_queries(8):
        export(client, "ris")


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("grass", "title"),
        ("describes", "abstract"),
        ("sedge", "keywords"),
        ("tolegenova", "authors"),
        ("loess", "full text"),
        ("sarsenov", "references"),
        ("10.5555/own", "DOI"),
        ("0000-0000-1423-0019", "ORCID"),
        ("10.5555/cited", "references"),
        ("species", "abstract, keywords"),
        ("grass sedge", "title, keywords"),
    ],
)
def test_a_result_says_in_which_fields_it_was_found(client, words, fields):
    a_public_article(
        doi="10.5555/own",
        title=text(en="Grass"),
        keywords={"en": ("sedge", "species")},
        body="<p>Loess.</p>",
        authors=(an_author(orcid="0000-0000-1423-0019"),),
        references=(Reference(text="Sarsenov K. Book.", doi="10.5555/cited"),),
    )

    html = client.get("/en/search/", {"q": words}).content.decode()

    assert re.findall(r"<span>Found in: ([^<]*)</span>", html) == [fields]


@pytest.mark.parametrize(
    "address",
    [
        "/en/search/?q=zzzz",
        "/en/authors/",
        "/en/steppe-science/",
        "/en/steppe-science/issues/",
        "/en/search/?q=steppe&format=xml",
    ],
)
def test_an_empty_page_leads_on(client, address):
    a_journal()

    html = client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]

    assert 'class="btn" href="/en/steppe-science/issues/"' in html
    assert 'class="btn" href="/en/keywords/"' in html


def test_a_search_whose_filters_leave_nothing_is_offered_without_them(client, articles):
    html = client.get("/en/search/?q=steppe&year=1999").content.decode()

    assert '<a class="btn" href="?q=steppe">Search without filters</a>' in html
