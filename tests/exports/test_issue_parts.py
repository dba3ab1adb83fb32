"""A part of an issue and a double number in every format: two parts are never one issue."""

import json
import re

import pytest
from msgspec.structs import replace

from articles.citations import cite
from articles.exports import FORMATS, highwire, schema_org
from articles.records.markup import plain
from tests.exports.articles import STAMP, written
from tests.factories import ISSUE, a_public_record
from tests.imports.records import records_in


def a_part(part="1", number="5", volume="", language="ru"):
    issue = replace(ISSUE, number=number, part=part, volume=volume, through_number="")
    return a_public_record(issue=issue, language=language)


def entry(format, record, language=""):
    return b"".join(FORMATS[format].export([record], STAMP, language)).decode()


@pytest.mark.parametrize(
    ("language", "number"), [("kk", "5, бөл. 1"), ("ru", "5, ч. 1"), ("en", "5, pt. 1")]
)
def test_an_entry_has_the_part_behind_the_number_in_its_language(language, number):
    record = a_part()

    assert json.loads(entry("csl", record, language))["issue"] == number
    assert f"IS  - {number}\r\n" in entry("ris", record, language)
    assert f"  number    = {{{number}}},\n" in entry("bibtex", record, language)


def test_the_head_of_a_page_and_the_formats_with_one_place_have_both():
    record = a_part()

    assert dict(highwire.tags(record))["citation_issue"] == "5, ч. 1"
    assert dict(highwire.dublin_core(record))["DC.source.issue"] == "5, ч. 1"
    assert schema_org.element(record)["isPartOf"]["issueNumber"] == "5, ч. 1"
    assert "<issue>5, pt. 1</issue>" in written("doaj", record).decode()
    assert "<issue>5, ч. 1</issue>" in written("datacite", record).decode()
    assert "Наука степи; № 5, ч. 1, 2024; 5-14<" in written("oai_dc", record).decode()


@pytest.mark.parametrize(
    ("format", "elements"),
    [
        ("crossref", "<issue>5</issue>\n<special_numbering>pt. 1</special_numbering>"),
        ("jats", "<issue>5</issue>\n<issue-part>1</issue-part>"),
        ("rinc", "<number>5</number>\n<part>1</part>"),
    ],
)
def test_formats_with_an_element_for_the_part_keep_them_apart(format, elements):
    assert elements in written(format, a_part()).decode()


@pytest.mark.parametrize("part", ["Приложение", "B"])
def test_a_part_with_a_name_gets_no_word(part):
    assert f"IS  - 5, {part}\r\n" in entry("ris", a_part(part))
    assert f"<special_numbering>{part}<" in written("crossref", a_part(part)).decode()


def test_an_issue_that_is_a_part_alone():
    assert "IS  - ч. 1\r\n" in entry("ris", a_part(number=""))


@pytest.mark.parametrize("format", ["crossref", "jats"])
@pytest.mark.parametrize("part", ["1", "Supplement"])
def test_the_part_is_read_back(format, part):
    (back,) = records_in(written(format, a_part(part)))

    assert (back.issue.number, back.issue.part) == ("5", part)


@pytest.mark.parametrize(
    ("number", "part", "volume", "source"),
    [
        ("3-4", "", "7", "Steppe Science, 7(3–4), 5–14."),
        ("3-4", "", "", "Steppe Science, (3–4), 5–14."),
        ("5", "1", "7", "Steppe Science, 7(5, Pt. 1), 5–14."),
        ("5", "", "7-8", "Steppe Science, 7–8(5), 5–14."),
        ("S-1", "", "7", "Steppe Science, 7(S-1), 5–14."),
    ],
)
def test_apa_has_an_en_dash_in_ranges_of_numbers(number, part, volume, source):
    citation = plain(cite(a_part(part, number, volume, "en"), "apa", "en"))

    assert source in re.sub("[\N{NO-BREAK SPACE}]", " ", citation)


def test_the_title_of_an_issue_is_in_jats_and_read_back():
    issue = replace(ISSUE, title={"kk": "Су және дала", "ru": "Вода и степь"})
    xml = written("jats", a_public_record(issue=issue))

    (back,) = records_in(xml)

    assert re.findall('<issue-title xml:lang="(..)">(.*?)<', xml.decode()) == [
        ("kk", "Су және дала"),
        ("ru", "Вода и степь"),
    ]
    assert back.issue.title == issue.title


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("5", "№ 5"),
        ("3-4", "№ 3-4"),
        ("S1", "№ S1"),
        ("XII", "№ XII"),
        ("ХІІ", "№ ХІІ"),
        ("Спецвыпуск", "Спецвыпуск"),
        ("СПЕЦВЫПУСК", "СПЕЦВЫПУСК"),
        ("Suppl. 1", "Suppl. 1"),
    ],
)
def test_a_number_in_words_has_no_sign_of_a_number(number, printed):
    record = a_part("", number)

    assert f" – 2024. – {printed}. – С. 5–14." in cite(record, "gost_7_0_5", "ru")
    assert f"Наука степи; {printed}, 2024; 5-14<" in written("oai_dc", record).decode()
