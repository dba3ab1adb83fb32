"""Manuscript JSON becomes a record as printed, with nothing added or dropped."""

import json
from datetime import date
from pathlib import Path

import pytest

from articles.imports import Unreadable
from articles.records.names import Name
from articles.records.record import Reference, Statements
from tests.imports.records import records_in

MANUSCRIPTS = Path(__file__).parents[2] / ".." / "shared" / "manuscripts"
CASES = sorted(path.stem for path in MANUSCRIPTS.glob("*.json"))


def manuscript(**fields):
    return json.dumps({"schema": "manuscript-truth/1", "article_language": "kk", **fields}).encode()


def a_read_manuscript(**fields):
    (record,) = records_in(manuscript(**fields))
    return record


def test_a_printed_name_becomes_family_given_and_patronymic_in_each_language():
    record = a_read_manuscript(
        authors=[{"name": {"kk": "Ж.О. Үлгібаева", "ru": None, "en": "Zh.O. Ulgibayeva"}}]
    )

    assert record.authors[0].names == {
        "kk": Name("Үлгібаева", "Ж.", "О."),
        "en": Name("Ulgibayeva", "Zh.", "O."),
    }


def test_names_whose_order_is_known_decide_the_order_of_the_others_in_the_byline():
    byline = ["Synakova Laura", "Nobai Arman", None, "Shablonov Igor", "Placeholder Stefan"]

    record = a_read_manuscript(authors=[{"name": {"en": printed}} for printed in byline])

    assert [author.names for author in record.authors] == [
        {"en": Name("Synakova", "Laura")},
        {"en": Name("Nobai", "Arman")},
        {},
        {"en": Name("Shablonov", "Igor")},
        {"en": Name("Placeholder", "Stefan")},
    ]


def test_an_affiliation_line_stays_whole_and_is_found_by_its_number():
    line = "Көкжиек университеті, Астана, Қазақстан"

    record = a_read_manuscript(
        authors=[{"name": {"kk": "А. Үлгі"}, "affiliations": [7]}],
        affiliations=[{"id": 3, "name": {"kk": "Басқа"}}, {"id": 7, "name": {"kk": line}}],
    )

    assert record.affiliations[1].name == {"kk": line}
    assert record.authors[0].marks == (2,)


@pytest.mark.parametrize(
    ("original", "romanized", "expected"),
    [
        (
            ["А", "Б"],
            ["A", "B"],
            (Reference(text="А", romanized="A"), Reference(text="Б", romanized="B")),
        ),
        (["А", "Б"], ["A"], (Reference(text="А", romanized="A"), Reference(text="Б"))),
        (["А"], ["A", "B"], (Reference(text="А", romanized="A"), Reference(romanized="B"))),
        ([], ["A"], (Reference(romanized="A"),)),
    ],
)
def test_references_are_paired_by_number_and_none_is_dropped(original, romanized, expected):
    record = a_read_manuscript(references={"original": original, "romanized": romanized})

    assert record.references == expected


@pytest.mark.parametrize(
    ("entry", "doi"),
    [
        ("Mock A. Reeds. 2018. https://doi.org/10.5555/jic.2018.12.101", "10.5555/jic.2018.12.101"),
        ("Mock A. Reeds (doi: 10.5555/Abc).", "10.5555/Abc"),
        ("10.5555/a and 10.5555/b", ""),
        ("Mock A. Reeds. 2018. P. 10.", ""),
    ],
)
def test_the_doi_printed_in_a_reference_becomes_its_doi(entry, doi):
    record = a_read_manuscript(references={"original": [entry], "romanized": []})

    assert record.references == (Reference(text=entry, doi=doi),)


def test_biographies_go_to_the_authors_in_order_if_there_is_one_for_each():
    record = a_read_manuscript(
        authors=[{"name": {"kk": "А. Үлгі"}}, {"name": {"kk": "Б. Нобай"}}],
        bios={"kk": ["бірінші", "екінші"], "en": ["only one"]},
    )

    assert [author.bio for author in record.authors] == [{"kk": "бірінші"}, {"kk": "екінші"}]


def test_sections_become_headings_paragraphs_and_lists_in_escaped_html():
    record = a_read_manuscript(
        sections=[
            {"heading": "", "text": "a < b & c"},
            {"heading": "1 Кіріспе", "text": "Бірінші.\n\n- бір;\n- екі."},
        ]
    )

    assert record.body == (
        "<p>a &lt; b &amp; c</p>\n"
        "<h2>1 Кіріспе</h2>\n"
        "<p>Бірінші.</p>\n"
        "<ul><li>бір;</li><li>екі.</li></ul>\n"
    )


def test_identifiers_dates_and_pages_take_their_canonical_form():
    record = a_read_manuscript(
        doi="https://doi.org/10.5555/Abc",
        irsti=["МРНТИ 11.25.40"],
        udc=["УДК 327.7"],
        dates={"received": "2021-02-16", "accepted": None},
        pages={"first": 23, "last": 30},
        authors=[
            {
                "name": {"en": "A. Mock"},
                "orcid": "https://orcid.org/0000-0000-2500-0112",
                "email": "mailto:a@example.org",
                "corresponding": True,
            }
        ],
    )

    author = record.authors[0]
    assert (record.doi, record.irsti, record.udc) == ("10.5555/Abc", ("11.25.40",), ("327.7",))
    assert (record.first_page, record.last_page) == ("23", "30")
    assert (record.received_on, record.accepted_on) == (date(2021, 2, 16), None)
    assert (author.orcid, author.email) == ("0000-0000-2500-0112", "a@example.org")
    assert author.corresponding


def test_statements_are_recognized_by_heading_and_other_sections_stay_in_the_text():
    record = a_read_manuscript(
        article_language="en",
        other_sections=[
            {"heading": "6. Author Contributions", "text": "All: all."},
            {"heading": "Conflicts of Interest", "text": "None."},
            {"heading": "Appendix", "text": "A table."},
        ],
        funding="Imaginary Fund, grant AP00000001.",
    )

    assert record.statements == Statements(
        contributions={"en": "All: all."}, conflicts={"en": "None."}
    )
    assert record.body == "<h2>Appendix</h2>\n<p>A table.</p>\n"
    assert [(funding.funder, funding.award) for funding in record.funding] == [
        ({"en": "Imaginary Fund, grant AP00000001."}, "AP00000001")
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"authors": [{"orcid": "0000-0000-2500-0113"}]},
            "authors[1].orcid: ORCID 0000-0000-2500-0113: the check digit is wrong. Check "
            "for a typo.",
        ),
        (
            {"dates": {"received": "16.02.2021"}},
            "dates: This is not a date. Use the format 2024-03-29.",
        ),
        (
            {"authors": [{"affiliations": [2]}]},
            "authors[1].affiliations: There is no affiliation 2.",
        ),
        (
            {"keywords": {"kk": "дала"}},
            "keywords: The value has type str; expected array.",
        ),
    ],
)
def test_an_invalid_value_is_refused_with_its_field(fields, message):
    with pytest.raises(Unreadable) as refused:
        a_read_manuscript(**fields)

    assert str(refused.value) == message


@pytest.mark.parametrize("case", CASES or [None])
def test_no_word_of_a_shared_manuscript_is_lost(case):
    if case is None:
        pytest.skip("../shared/manuscripts is not here")
    truth = json.loads((MANUSCRIPTS / f"{case}.json").read_text())

    (record,) = records_in((MANUSCRIPTS / f"{case}.json").read_bytes())

    languages = {code: text for code, text in truth["title"].items() if text}
    assert record.title == languages
    assert record.abstract == {code: text for code, text in truth["abstract"].items() if text}
    assert {code: list(terms) for code, terms in record.keywords.items()} == {
        code: terms for code, terms in truth["keywords"].items() if terms
    }
    assert [reference.text for reference in record.references if reference.text] == (
        truth["references"]["original"]
    )
    assert [reference.romanized for reference in record.references if reference.romanized] == (
        truth["references"]["romanized"]
    )
    for printed, author in zip(truth["authors"], record.authors, strict=True):
        for code, name in author.names.items():
            parts = f"{name.family} {name.given} {name.patronymic}".replace(".", ". ").split()
            words = printed["name"][code].replace(".", ". ").replace(",", " ").split()
            assert sorted(parts) == sorted(words)
