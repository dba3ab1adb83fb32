"""Pages of an issue from its order and lengths; gaps and overlaps; a file cut and held against."""

from datetime import timedelta

import msgspec
import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from pypdf import PdfReader

from articles.editing import save_article, working_record
from articles.editing.uploads import delete_expired_uploads
from articles.imports.pdf_pages import UnreadablePdf
from articles.publishing.makeup import (
    Placement,
    makeup_articles,
    page_problems,
    page_ranges,
    page_spans,
    save_placements,
)
from articles.publishing.printer_files import (
    PagesMissing,
    attach_galleys,
    match_pdf,
    split_pdf,
)
from articles.records.languages import text
from tests.factories import a_journal, an_article, an_issue
from tests.publishing.pdfs import a_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def issue():
    return an_issue(a_journal(), published_on=None)


def of(issue, position, first="", last="", **changes):
    title = changes.pop("title", f"Plants of the steppe, part {position}")
    return an_article(
        issue.journal,
        issue_id=issue.pk,
        position=position,
        first_page=first,
        last_page=last,
        title=text(en=title),
        doi=f"10.5555/makeup-{position}",
        **changes,
    )


@pytest.mark.parametrize(
    ("lengths", "start", "expected"),
    [
        ([3, 2], 5, [(5, 7), (8, 9)]),
        ([3, 0, 2], 5, [(5, 7), (0, 0), (0, 0)]),
        ([], 5, []),
        ([1], 0, [(0, 0)]),
    ],
)
def test_ranges_fill_from_lengths_as_far_as_they_are_known(lengths, start, expected):
    assert list(page_ranges(lengths, start)) == expected


def test_gaps_overlaps_and_missing_pages_are_reported(issue):
    of(issue, 1, "5", "8")
    gap = of(issue, 2, "11", "12")
    overlap = of(issue, 3, "12", "15")
    none = of(issue, 4)

    assert page_problems(makeup_articles(issue)) == {
        gap.pk: "Missing pages before it: 9–10.",
        overlap.pk: "Pages overlap with the previous article: 12–12.",
        none.pk: "No pages yet.",
    }


@pytest.mark.parametrize("count", [1, 3])
def test_the_places_of_an_issue_are_one_question(count, issue, django_assert_num_queries):
    for position in range(1, count + 1):
        of(issue, position)

    with django_assert_num_queries(1):
        assert len(makeup_articles(issue)) == count


def test_places_are_saved_over_what_others_changed_elsewhere(issue):
    article = of(issue, 1, "5", "8")
    record = msgspec.structs.replace(working_record(article), title=text(en="Renamed"))
    save_article(record, article=article)

    changed = save_placements(issue, {article.pk: (1, Placement(2, "7", "10"))}, None)

    article.refresh_from_db()
    saved = working_record(article)
    assert changed == 1
    assert (saved.title["en"], saved.position, saved.first_page) == ("Renamed", 2, "7")


def test_a_whole_issue_is_cut_by_its_pages_and_attached_when_confirmed(issue):
    first = of(issue, 1, "5", "6")
    second = of(issue, 2, "7", "7", title="Soils of the desert")
    whole = a_pdf(
        ["Plants of the steppe, part 1", "DOI 10.5555/makeup-1", "5"],
        ["6"],
        ["Something else entirely", "7"],
    )

    proposals = list(split_pdf(whole, makeup_articles(issue), 5))
    before = [working_record(one).galleys for one in (first, second)]
    attach_galleys(issue, {first.pk: proposals[0].galley}, None)
    swept = delete_expired_uploads(timezone.localdate() + timedelta(days=9))

    first.refresh_from_db()
    (galley,) = working_record(first).galleys
    assert before == [(), ()]
    assert [(one.has_doi, one.has_title, one.has_page) for one in proposals] == [
        (True, True, True),
        (False, False, True),
    ]
    assert [one.galley.pages for one in proposals] == [2, 1]
    assert (galley.name, galley.pages, galley.language) == ("5-6.pdf", 2, "kk")
    assert (swept, first.galleys.get().file.storage.exists(galley.path)) == (2, True)


def test_many_files_find_their_articles_by_doi_or_title(issue):
    first, second = of(issue, 1), of(issue, 2, title="Soils of the desert")

    found = [
        match_pdf(a_pdf(lines), makeup_articles(issue)).article
        for lines in (
            ["https://doi.org/10.5555/makeup-1"],
            ["SOILS OF THE DESERT", "A. Author"],
            ["Quite another paper about the sea"],
        )
    ]

    assert found == [first.pk, second.pk, None]


@pytest.mark.parametrize("file", [b"%PDF-1.4 broken", b"", b"no pdf"])
def test_a_broken_file_is_refused_with_a_reason(file, issue):
    of(issue, 1, "5", "6")

    with pytest.raises(UnreadablePdf):
        list(split_pdf(ContentFile(file, "a.pdf"), makeup_articles(issue), 5))


def test_pages_that_the_file_has_not_are_named(issue):
    of(issue, 1, "5", "9")

    with pytest.raises(PagesMissing, match="The file has no pages 5–9"):
        list(split_pdf(a_pdf(["x"]), makeup_articles(issue), 5))


def test_a_new_file_takes_the_place_of_the_one_in_its_language(issue):
    article = of(issue, 1, "5", "5")
    for name in ("one", "two"):
        (proposal,) = split_pdf(a_pdf([name]), makeup_articles(issue), 5)
        attach_galleys(issue, {article.pk: proposal.galley}, None)
        article.refresh_from_db()

    (galley,) = working_record(article).galleys
    assert galley.checksum == proposal.galley.checksum
    assert len(PdfReader(article.galleys.get().file.open()).pages) == 1


def test_spans_are_cut_where_an_article_begins_or_ends(issue):
    for place, pages in enumerate([("3", "14"), ("12", "20"), ("25", ""), ("x", ""), ("9", "2")]):
        of(issue, place + 1, *pages)

    spans = page_spans(makeup_articles(issue))

    assert [(span.first, span.last, span.articles) for span in spans] == [
        (3, 11, 1),
        (12, 14, 2),
        (15, 20, 1),
        (21, 24, 0),
        (25, 25, 1),
    ]
