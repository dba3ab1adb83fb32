"""Where lines of typeset text may end: numbers, dashes and initials; links of references."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.exports.edition.content import content_of
from articles.exports.typesetting.blocks import Run, text_run
from articles.exports.typesetting.line_breaks import with_line_breaks
from articles.exports.typesetting.sections import entry
from articles.records.pdf_layout import USUAL_DESIGN
from articles.records.record import Reference
from tests.factories import a_public_record, an_affiliation

SOFT, NO_BREAK = "\u00ad", "\u00a0"


def shown(text, language="kk"):
    """The text with `[ ]` around what stays whole, and `|` and `_` for soft hyphens and spaces."""
    runs = with_line_breaks((text_run(text),), language)
    parts = (f"[{run.text}]" if "nb" in run.marks else run.text for run in runs)
    return "".join(parts).replace(SOFT, "|").replace(NO_BREAK, "_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7-ден 19 пайызға", "[7-ден] 19 пайызға"),
        ("5-кестеде 12 км жол", "[5-кестеде] [12 км] жол"),
        ("2021–2023 жылдары", "[2021–2023 жылдары]"),
        ("дала – кең жер", "дала_– кең жер"),
        ("Кітап, А. Серіков", "Кітап, А._Сері|ков"),
        ("COVID-19 индеті", "COVID-19 индеті"),
    ],
)
def test_a_line_does_not_divide_numbers_dashes_and_initials(text, expected):
    assert shown(text) == expected


@given(st.text("аст 17-–.<>кмК№", max_size=40))
def test_line_breaks_change_no_letter(text):
    runs = with_line_breaks((Run(text),), "kk")

    joined = "".join(run.text for run in runs)
    assert joined.replace(SOFT, "").replace(NO_BREAK, " ") == text


def test_links_and_calls_of_notes_stay_as_they_are():
    runs = (text_run("12 км", link="https://example.org/"), Run("1", note="1"))

    assert with_line_breaks(runs, "kk") == runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кітап. 2020.", ["Кітап. 2020. ", "https://doi.org/10.5555/a.1"]),
        ("Кітап. doi: 10.5555/A.1", ["Кітап. doi: ", "10.5555/A.1"]),
        ("A https://dx.doi.org/10.5555/a.1.", ["A ", "https://dx.doi.org/10.5555/a.1", "."]),
        ("Кітап. 10.5555/a.12", ["Кітап. 10.5555/a.12 ", "https://doi.org/10.5555/a.1"]),
    ],
)
def test_the_doi_of_a_reference_is_printed_once_as_a_link(text, expected):
    runs = entry(text, Reference(text=text, doi="10.5555/a.1"))

    assert [run.text for run in runs] == expected
    assert [run.link for run in runs if run.link] == ["https://doi.org/10.5555/a.1"]


def test_authors_have_no_numbers_of_affiliations_that_are_not_printed():
    affiliation = an_affiliation(name={"kk": "Дала университеті"})

    own, *others = content_of(
        a_public_record(affiliations=(affiliation,)), USUAL_DESIGN
    ).translations

    assert [person.marks for person in own.people] == ["1"]
    assert {person.marks for each in others for person in each.people} == {""}
