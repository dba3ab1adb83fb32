"""Pages in every format: one range, an article that continues elsewhere, an article number."""

import json
import re

import msgspec
import pytest

from articles.citations import cite
from articles.exports import FORMATS, highwire, schema_org
from articles.exports.rinc.checks import check as check_rinc
from articles.records.markup import plain
from tests.exports.articles import STAMP, written
from tests.exports.schemas import BESIDE, needs_shared
from tests.factories import a_public_record
from tests.imports.records import records_in

# The same article with its further page in its own field, and typed into the last page.
CONTINUED = [
    {"first_page": "12", "last_page": "15", "page_ranges": ("18",)},
    {"first_page": "12", "last_page": "15, 18"},
]
XML_ELEMENTS = {
    "crossref": "first_page last_page other_pages item_number",
    "jats": "fpage lpage page-range elocation-id",
    "datacite": "firstPage lastPage number",
    "doaj": "startPage endPage",
}


def xml_pages(format, record):
    """The elements with pages, by their names."""
    names = "|".join(XML_ELEMENTS[format].split())
    return dict(re.findall(rf"<({names})[^>]*>([^<]*)<", written(format, record).decode()))


def export(format, record):
    return b"".join(FORMATS[format].write([record], STAMP)).decode()


def first_item(record):
    return json.loads(export("csl", record))


def ris_pages(record):
    return dict(re.findall(r"^(SP|EP|C7)  - (.*)\r$", export("ris", record), re.MULTILINE))


def bibtex_pages(record):
    return dict(re.findall(r"^  (pages|eid) +=.\{(.*)\}", export("bibtex", record), re.MULTILINE))


@pytest.mark.parametrize("pages", CONTINUED)
@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("crossref", {"first_page": "12", "last_page": "15", "other_pages": "18"}),
        ("jats", {"fpage": "12", "lpage": "18", "page-range": "12-15, 18"}),
        ("datacite", {"firstPage": "12", "lastPage": "18"}),
        ("doaj", {"startPage": "12", "endPage": "18"}),
    ],
)
def test_an_article_that_continues_elsewhere_in_xml(pages, format, expected):
    assert xml_pages(format, a_public_record(**pages)) == expected


@pytest.mark.parametrize("pages", CONTINUED)
def test_an_article_that_continues_elsewhere_for_reference_managers(pages):
    record = a_public_record(**pages)

    assert ris_pages(record) == {"SP": "12-15, 18"}
    assert bibtex_pages(record) == {"pages": "12--15, 18"}
    assert (first_item(record)["page"], first_item(record)["page-first"]) == ("12-15, 18", "12")


@pytest.mark.parametrize("pages", CONTINUED)
def test_an_article_that_continues_elsewhere_on_its_page(pages):
    record = a_public_record(**pages)
    tags = dict(highwire.tags(record))
    json_ld = schema_org.element(record)

    assert (tags["citation_firstpage"], tags["citation_lastpage"]) == ("12", "18")
    assert dict(highwire.dublin_core(record))["DC.identifier.pageNumber"] == "12-15, 18"
    assert (json_ld["pagination"], json_ld["pageStart"], json_ld["pageEnd"]) == (
        "12-15, 18", "12", "18",
    )  # fmt: skip
    assert export("oai_dc", record).count("; 12-15, 18</dc:source>") == 3


@pytest.mark.parametrize("pages", CONTINUED)
@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("gost_7_0_5", "С. 12–15, 18"),
        ("gost_7_0_100", "С. 12–15, 18"),
        ("gost_7_1", "С. 12–15, 18"),
        ("apa", "12–15, 18"),
    ],
)
def test_an_article_that_continues_elsewhere_in_citations(pages, style, expected):
    citation = plain(cite(a_public_record(**pages), style, "ru")).replace("\u00a0", " ")

    assert re.search(r"(С\. )?12–15, 18", citation)[0] == expected


def test_one_range_has_no_element_for_further_pages():
    record = a_public_record(first_page="5", last_page="14")

    assert xml_pages("crossref", record) == {"first_page": "5", "last_page": "14"}
    assert xml_pages("jats", record) == {"fpage": "5", "lpage": "14"}
    assert ris_pages(record) == {"SP": "5", "EP": "14"}


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("crossref", {"item_number": "e123"}),
        ("jats", {"elocation-id": "e123"}),
        ("datacite", {"number": "e123"}),
        ("doaj", {"startPage": "e123"}),
    ],
)
def test_an_article_number_stands_for_pages_in_xml(format, expected):
    record = a_public_record(first_page="", last_page="", article_number="e123")

    assert xml_pages(format, record) == expected


def test_an_article_number_stands_for_pages_elsewhere():
    record = a_public_record(first_page="", last_page="", article_number="e123")

    assert ris_pages(record) == {"SP": "e123", "C7": "e123"}
    assert bibtex_pages(record) == {"eid": "e123"}
    assert (first_item(record)["page"], first_item(record)["number"]) == ("e123", "e123")
    assert dict(highwire.tags(record))["citation_firstpage"] == "e123"
    assert schema_org.element(record)["pagination"] == "e123"


def rinc_findings(**pages):
    record = a_public_record(**{"first_page": "", "last_page": "", **pages})
    return [
        (finding.field, str(finding.message))
        for finding in check_rinc(record)
        if finding.field.startswith(("first_", "last_", "page_", "article_"))
    ]


MIXED = "In eLIBRARY page numbers use digits or letters, not both."


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({}, [("first_page", "eLIBRARY needs the pages of an article.")]),
        ({"first_page": "S5", "last_page": "9"}, [("first_page", MIXED)]),
        ({"first_page": "5", "last_page": "S9"}, [("last_page", MIXED)]),
        (
            {"first_page": "5", "last_page": "9", "page_ranges": ("12", "S14-S16")},
            [("page_ranges[2]", MIXED)],
        ),
        ({"first_page": "iv", "last_page": "7"}, [("first_page", MIXED)]),
        (
            {"article_number": "e123"},
            [
                (
                    "article_number",
                    "In eLIBRARY an article number uses digits or letters, not both.",
                )
            ],
        ),
        ({"article_number": "123"}, []),
        ({"first_page": "7", "last_page": "8", "page_ranges": ("27",)}, []),
        ({"first_page": "12", "last_page": "15, 18"}, []),
        ({"first_page": "iv", "last_page": "x"}, []),
    ],
)
def test_elibrary_names_the_field_whose_pages_it_refuses(pages, expected):
    assert rinc_findings(**pages) == expected


def test_the_pages_of_an_issue_reach_to_the_last_further_page():
    journal = msgspec.structs.replace(a_public_record().journal, elibrary_id="12345")
    records = [
        a_public_record(journal=journal, first_page="12", last_page="15", page_ranges=("18",)),
        a_public_record(journal=journal, first_page="16", last_page="17"),
    ]
    xml = b"".join(FORMATS["rinc"].write(records, STAMP)).decode()

    assert re.findall("<pages>(.*?)</pages>", xml) == ["12-15, 18", "16-17", "12-18"]


def test_crossref_refuses_more_further_pages_than_it_can_hold():
    record = a_public_record(page_ranges=tuple(f"{page}-{page + 1}" for page in range(100, 160, 3)))

    findings = [
        (finding.field, str(finding.message))
        for finding in FORMATS["crossref"].check(record)
        if finding.is_blocking()
    ]
    assert findings == [("page_ranges", "The Crossref limit is 100 characters.")]


@needs_shared
def test_the_article_with_a_list_as_its_last_page_is_exported_with_further_pages():
    (case,) = records_in((BESIDE / "cases/import/pages-split.json").read_bytes())
    record = a_public_record(first_page=case.first_page, last_page=case.last_page)

    assert xml_pages("crossref", record) == {
        "first_page": "12", "last_page": "15", "other_pages": "18",
    }  # fmt: skip


@needs_shared
def test_the_article_with_an_article_number_keeps_it_in_doaj():
    (case,) = records_in((BESIDE / "cases/import/elocator.json").read_bytes())
    record = a_public_record(first_page="", last_page="", article_number=case.article_number)

    assert xml_pages("doaj", record) == {"startPage": "e123"}
