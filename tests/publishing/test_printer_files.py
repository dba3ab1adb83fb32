"""A printer's PDF held against the records: DOI, title, first page; and which pages are cut."""

import io

import pytest
from django.core.files.base import ContentFile
from msgspec.structs import replace
from pypdf import PdfReader

from articles.editing import working_record
from articles.editing.files import WrongFileKind
from articles.imports.pdf_pages import UnreadablePdf
from articles.models import Revision
from articles.publishing.makeup import makeup_articles, number, page_count
from articles.publishing.printer_files import (
    TITLE_SIMILARITY,
    PagesMissing,
    attach_galleys,
    match_pdf,
    split_pdf,
    title_similarity,
)
from articles.records.languages import text
from articles.records.record import Galley
from tests.factories import a_journal, a_record, an_article, an_issue
from tests.publishing.pdfs import a_pdf

pytestmark = pytest.mark.django_db
TITLE = "Plants of the steppe"


@pytest.fixture
def issue():
    return an_issue(a_journal(), published_on=None)


def an_article_of(issue, first="", last="", **changes):
    facts = {"doi": "10.5555/cut", "title": text(en=TITLE), "issue_id": issue.pk, "position": 1}
    return an_article(issue.journal, first_page=first, last_page=last, **{**facts, **changes})


@pytest.mark.parametrize(
    ("page", "expected"),
    [("5", 5), ("99999", 99999), ("100000", 0), ("S12", 0), ("", 0), ("٥", 0), ("0", 0)],
)
def test_a_page_is_a_plain_number_of_at_most_five_digits(page, expected):
    assert number(page) == expected


@pytest.mark.parametrize(
    ("lines", "held"),
    [
        (["10.5555/CUT"], (True, False, False)),
        (["https://doi.org/10.5555/cut."], (True, False, False)),
        (["10.5555/cut-2"], (False, False, False)),
        (["PLANTS OF THE STEPPE"], (False, True, False)),
        (["pages 5-9"], (False, False, True)),
        (["55 and 15"], (False, False, False)),
        ([TITLE, "10.5555/cut", "5"], (True, True, True)),
    ],
)
def test_what_the_first_page_prints_is_held_against_the_record(issue, lines, held):
    article = an_article_of(issue, "5", "5")

    (one,) = split_pdf(a_pdf(lines), makeup_articles(issue), 5)

    assert (one.has_doi, one.has_title, one.has_page) == held
    assert (one.article, one.is_sure) == (article.pk, held[0] or held[1])
    assert one.excerpt == " ".join(lines)


def test_a_record_without_doi_and_page_is_not_found_by_them(issue):
    an_article_of(issue, doi="")

    one = match_pdf(a_pdf([TITLE, "10.5555/cut", "5"]), makeup_articles(issue))

    assert (one.has_doi, one.has_title, one.has_page) == (False, True, False)


def test_a_file_that_matches_no_article_is_stored_with_its_excerpt(issue):
    an_article_of(issue)
    words = ["Quite another paper about the sea. " * 3] * 3
    file = a_pdf(words, ["2"])

    one = match_pdf(file, makeup_articles(issue))

    assert (one.article, one.is_sure) == (None, False)
    assert (one.has_doi, one.has_title, one.has_page) == (False, False, False)
    assert (one.galley.pages, one.galley.name, one.galley.kind) == (2, "print.pdf", "pdf")
    assert one.galley.language == "kk"
    assert (len(one.excerpt), one.excerpt[:19]) == (160, "Quite another paper")


def test_without_articles_nothing_fits(issue):
    assert match_pdf(a_pdf([TITLE]), []).article is None


def test_a_doi_counts_more_than_a_title(issue):
    by_title = an_article_of(issue, doi="10.5555/other")
    by_doi = an_article_of(issue, doi="10.5555/cut", title=text(en="Soils of the desert"))

    assert (
        match_pdf(a_pdf([TITLE, "DOI: 10.5555/cut"]), makeup_articles(issue)).article == by_doi.pk
    )
    assert match_pdf(a_pdf([TITLE, "10.5555/odd"]), makeup_articles(issue)).article == by_title.pk


def test_the_most_alike_title_is_taken(issue):
    an_article_of(issue, title=text(en="Plants of the steppes"), doi="10.5555/1")
    exact = an_article_of(issue, title=text(ru="Растения", en=TITLE), doi="10.5555/2")

    page = [TITLE, "in the west of the country"]
    assert match_pdf(a_pdf(page), makeup_articles(issue)).article == exact.pk


def test_a_title_is_alike_in_any_language_and_case():
    record = a_record(title=text(kk="Дала", en="<i>Plants</i> of the steppe"))

    assert title_similarity(record, "PLANTS OF THE STEPPE, a review") == 100
    assert title_similarity(record, "дала туралы") == 100
    assert title_similarity(record, "zzzz") < TITLE_SIMILARITY
    assert title_similarity(a_record(title={}), TITLE) == 0
    assert title_similarity(record, "дал") == 0


def test_only_the_beginning_of_an_endless_page_is_compared(issue, monkeypatch):
    an_article_of(issue, doi="")
    monkeypatch.setattr("articles.publishing.printer_files.PAGE_CHARACTERS", 5)

    one = match_pdf(a_pdf([TITLE]), makeup_articles(issue))

    assert (one.has_title, one.excerpt) == (False, TITLE[:5])


def test_the_pages_of_the_issue_are_counted_from_the_first_of_the_file(issue):
    an_article_of(issue, "6", "7")
    whole = a_pdf(["page five"], ["page six"], ["page seven"], ["page eight"])

    (one,) = split_pdf(whole, makeup_articles(issue), 5)

    assert (one.galley.name, one.galley.pages, one.excerpt) == ("6-7.pdf", 2, "page six")
    attach_galleys(issue, {one.article: one.galley}, None)
    file = issue.articles.get().galleys.get().file.read()
    pages = PdfReader(io.BytesIO(file)).pages
    assert [page.extract_text().strip() for page in pages] == ["page six", "page seven"]


def test_an_article_without_pages_is_passed_over(issue):
    an_article_of(issue)
    numbered = an_article_of(issue, "5", "5", doi="10.5555/2")

    assert [one.article for one in split_pdf(a_pdf(["x"]), makeup_articles(issue), 5)] == [
        numbered.pk
    ]


@pytest.mark.parametrize(("first", "last", "start"), [("4", "5", 5), ("5", "6", 5), ("1", "1", 2)])
def test_pages_before_or_after_the_file_are_refused(issue, first, last, start):
    an_article_of(issue, first, last)

    with pytest.raises(PagesMissing) as refused:
        list(split_pdf(a_pdf(["x"]), makeup_articles(issue), start))

    assert str(refused.value) == f"The file has no pages {first}–{last}."


def test_a_file_that_is_not_a_pdf_is_refused_with_the_reason(issue):
    with pytest.raises(WrongFileKind) as refused:
        match_pdf(ContentFile(b"no pdf", "a.pdf"), [])

    assert str(refused.value) == "“a.pdf” is not a PDF file."


def test_a_file_of_too_many_pages_is_refused(issue, monkeypatch):
    monkeypatch.setattr("articles.imports.pdf_pages.MOST_PAGES", 1)

    assert match_pdf(a_pdf(["one"]), []).galley.pages == 1
    with pytest.raises(UnreadablePdf) as refused:
        match_pdf(a_pdf(["one"], ["two"]), [])
    assert str(refused.value) == "“print.pdf” has more than 1 pages. Split the PDF."


def test_only_the_pdf_in_the_same_language_gives_way(issue):
    article = an_article_of(issue, "5", "5")
    for language, kind in (("ru", "pdf"), ("kk", "docx"), ("kk", "pdf"), ("kk", "pdf")):
        (one,) = split_pdf(a_pdf([language, kind]), makeup_articles(issue), 5)
        attach_galleys(issue, {article.pk: replace(one.galley, language=language, kind=kind)}, None)
        article.refresh_from_db()

    galleys = [(galley.language, galley.kind) for galley in working_record(article).galleys]
    assert sorted(galleys) == [("kk", "docx"), ("kk", "pdf"), ("ru", "pdf")]


def test_attaching_counts_the_articles_and_says_why(issue):
    article = an_article_of(issue, "5", "5")
    (one,) = split_pdf(a_pdf(["x"]), makeup_articles(issue), 5)

    assert attach_galleys(issue, {}, None) == 0
    assert attach_galleys(issue, {article.pk: one.galley}, None) == 1
    latest = Revision.objects.filter(article=article).order_by("version").last()
    assert latest.reason == "file from the printer"


@pytest.mark.parametrize(
    ("files", "pages", "expected"),
    [
        ([("ru", 3), ("kk", 4)], ("5", "6"), 4),
        ([("ru", 3)], ("5", "6"), 3),
        ([("kk", None)], ("5", "6"), 2),
        ([], ("5", "5"), 1),
        ([], ("6", "5"), 0),
        ([], ("", "5"), 0),
        ([], ("S5", "S9"), 0),
    ],
)
def test_an_article_is_as_long_as_its_file_or_as_its_pages_say(files, pages, expected):
    galleys = tuple(
        Galley(kind="pdf", language=language, pages=count, name="a.pdf", size=1, checksum="")
        for language, count in files
    )
    record = a_record(galleys=galleys, first_page=pages[0], last_page=pages[1])

    assert page_count(record) == expected
