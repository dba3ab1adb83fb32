"""The suffix of a name (Jr., III) in every format, apart from the family name if there is room."""

import json
import re

import pytest

from articles.citations import cite
from articles.exports import FORMATS, highwire, schema_org
from articles.exports.rinc.authors import author as rinc_author
from articles.records.markup import plain
from articles.records.names import Name
from tests.exports.articles import STAMP, written
from tests.factories import a_public_record, an_author
from tests.imports.records import records_in

NAMES = {
    "ru": Name("Кинг", "Мартин", "Лютер", "мл."),
    "en": Name("King", "Martin", "Luther", "Jr."),
}


def a_junior(language="ru"):
    return a_public_record(authors=(an_author(names=NAMES),), language=language)


def export(format):
    return b"".join(FORMATS[format].write([a_junior("en")], STAMP)).decode()


@pytest.mark.parametrize(
    ("format", "name"),
    [
        (
            "crossref",
            "<given_name>Martin Luther</given_name><surname>King</surname><suffix>Jr.</suffix>",
        ),
        (
            "crossref",
            '<name language="ru"><surname>Кинг</surname><given_name>Мартин Лютер</given_name>'
            "<suffix>мл.</suffix></name>",
        ),
        (
            "jats",
            "<surname>King</surname><given-names>Martin Luther</given-names><suffix>Jr.</suffix>",
        ),
        ("datacite", ">King, Martin Luther, Jr.</creatorName>"),
        ("datacite", "<familyName>King</familyName>"),
        ("doaj", "<name>Martin Luther King Jr.</name>"),
        ("oai_dc", ">King, Martin Luther, Jr.</dc:creator>"),
    ],
)
def test_a_suffix_in_xml(format, name):
    xml = re.sub(r">\s+<", "><", written(format, a_junior()).decode())

    assert xml.count(name) == 1


def test_a_suffix_for_reference_managers():
    (person,) = json.loads(export("csl"))["author"]

    assert person == {"family": "King", "given": "Martin Luther", "suffix": "Jr."}
    assert "AU  - King, Martin Luther, Jr.\r\n" in export("ris")
    assert "= {King, Jr., Martin Luther}" in export("bibtex")


def test_a_suffix_on_the_page_of_an_article():
    person = schema_org.element(a_junior())["author"][0]

    assert dict(highwire.tags(a_junior()))["citation_author"] == "Кинг, Мартин Лютер, мл."
    assert (person["name"], person["familyName"], person["honorificSuffix"]) == (
        "Martin Luther King Jr.", "King", "Jr.",
    )  # fmt: skip


def test_elibrary_has_no_element_for_a_suffix_which_follows_the_given_names():
    xml = rinc_author(a_junior(), 1)

    assert re.findall("<(surname|initials)>(.*?)<", xml) == [
        ("surname", "Кинг"), ("initials", "Мартин Лютер мл."),
        ("surname", "King"), ("initials", "Martin Luther Jr."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("style", "beginning"),
    [
        ("gost_7_0_5", "King M. L. Jr. "),
        ("gost_7_0_100", "King, M. L., Jr. "),
        ("gost_7_1", "King, M. L., Jr. "),
        ("apa", "King, M. L., Jr. ("),
    ],
)
def test_a_suffix_in_citations(style, beginning):
    citation = plain(cite(a_junior(), style, "en")).replace("\u00a0", " ")

    assert citation[: len(beginning)] == beginning


def test_a_suffix_is_read_back_from_jats():
    (back,) = records_in(written("jats", a_junior()))

    assert back.authors[0].names == NAMES


def test_crossref_has_room_for_ten_characters():
    names = {"en": Name("King", "Martin", suffix="the Younger")}
    record = a_public_record(authors=(an_author(names=names),))

    assert [
        (finding.field, str(finding.message))
        for finding in FORMATS["crossref"].check(record)
        if finding.is_blocking()
    ] == [("authors[1].names.en.suffix", "The Crossref limit is 10 characters.")]
