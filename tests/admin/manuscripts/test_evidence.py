"""The evidence of a field: the path of its value in the manuscript, its lines and sureness."""

import pytest

from articles.admin.manuscripts.evidence import Evidence, manuscript_path
from articles.imports.manuscript import Manuscript, SourcedValue, Sureness
from articles.intake.manuscripts.draft_record import LeftOut


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("authors", 0, "names", "kk", "family"), "authors.0.name.kk"),
        (("authors", 1, "names", "ru"), "authors.1.name.ru"),
        (("authors", 2, "bio", "en"), "bios.en.2"),
        (("authors", 3, "marks"), "authors.3.affiliations"),
        (("authors", 4, "email"), "authors.4.email"),
        (("references", 5, "text"), "references.original.5"),
        (("references", 6, "romanized"), "references.romanized.6"),
        (("references", 7, "doi"), "references.7.doi"),
        (("received_on",), "dates.received"),
        (("revised_on",), "dates.revised"),
        (("accepted_on",), "dates.accepted"),
        (("published_on",), "dates.published"),
        (("first_page",), "pages"),
        (("last_page",), "pages"),
        (("language",), "article_language"),
        (("body",), "sections"),
        (("statements", "conflicts", "kk"), "other_sections"),
        (("funding", 0, "award"), "funding"),
        (("title", "kk"), "title.kk"),
    ],
)
def test_a_path_of_the_record_is_written_as_in_the_manuscript(path, name):
    assert manuscript_path(path) == name


def test_a_field_has_the_lines_of_all_its_values_and_the_lowest_sureness():
    values = (
        SourcedValue("dates.received", "2024-01-15", (3, 4)),
        SourcedValue("dates.received.note", "typed", (4, 5), Sureness.LIKELY),
        SourcedValue("dates.receiveds", "other", (9,), Sureness.DOUBTFUL),
    )

    evidence = Evidence(Manuscript(values=values))

    assert evidence.of(("received_on",)) == ((3, 4, 5), "likely")
    assert evidence.of(("accepted_on",)) == ((), "")


def test_a_doubtful_value_makes_its_field_doubtful():
    values = (
        SourcedValue("title.kk", "Дала", (1,), Sureness.DOUBTFUL),
        SourcedValue("title.ru", "Степь", (2,), Sureness.LIKELY),
    )

    assert Evidence(Manuscript(values=values)).of(("title",)) == ((1, 2), "doubtful")


def test_a_romanized_reference_is_found_by_its_text_in_spite_of_another_number():
    values = (
        SourcedValue("references.romanized.4", "Sarsenov  Q. Dala.", (30,), Sureness.LIKELY),
        SourcedValue("references.romanized.0", "Petrova I. Step.", (31,)),
    )

    evidence = Evidence(Manuscript(values=values))

    assert evidence.of(("references", 0, "romanized"), "Sarsenov Q. Dala.") == ((30,), "likely")
    assert evidence.of(("references", 0, "romanized"), "Another") == ((), "")


def test_a_printed_value_that_was_left_out_is_found_by_its_field():
    left_out = LeftOut("authors.1.orcid", "0000-0002", "too short")

    evidence = Evidence(Manuscript(), (left_out,))

    assert evidence.left_out_at(("authors", 1, "orcid")) is left_out
    assert evidence.left_out_at(("authors", 1, "email")) is None
    assert evidence.left_out_at(("authors", 10, "orcid")) is None
