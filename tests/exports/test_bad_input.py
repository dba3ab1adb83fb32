"""Each format writes a well-formed file of any article, or names the field."""

import json

import bibtexparser
import msgspec
import pytest
import rispy
from lxml import etree

from articles.exports import FORMATS, NotExportable
from articles.records.facts import IssueFacts
from articles.records.languages import text
from articles.records.names import Name
from tests.exports.articles import STAMP, a_full_record, written
from tests.factories import ISSUE, a_public_record, an_author

NASTY = {
    "cdata": {"title": text("a ]]> b <![CDATA[ c"), "abstract": text(ru="]]>")},
    "entities": {"title": text("&amp;amp; &lt;b&gt; &nbsp; &#1;")},
    "a script": {"title": text("</script><script>alert(1)</script>")},
    "a title of markup": {"title": text("<i></i><b> </b>")},
    "unpaired markup": {"title": text("<i>a <b>b</i> c</b> </sup>")},
    "no title": {"title": {}},
    "no family name": {"authors": (an_author(names={"kk": Name("", "Абай")}),)},
    "no name at all": {"authors": (an_author(names={}),)},
    "no author": {"authors": ()},
    "an issue without a date": {
        "issue": IssueFacts(year=2024, number="1"),
        "published_on": None,
    },
    "no issue": {"issue": None},
    "no journal": {"journal": None},
    "300 authors": {"authors": tuple(an_author() for _number in range(300))},
    "tex": {"title": text("\\end{document} {{{ % $ # _ ~ ^ @article{x,")},
    "lines": {"title": text("TY  - BOOK ER  - "), "abstract": text("a\nTY  - BOOK\nER  - \nb")},
    "an empty issue": {"issue": msgspec.structs.replace(ISSUE, number="", through_number="")},
    "nothing": {"title": {}, "authors": (), "journal": None, "issue": None, "doi": "", "site": ""},
}


def parse(format, content):
    """Raises for what is not well formed."""
    match format.name, format.extension:
        case "bibtex", _:
            assert bibtexparser.parse_string(content.decode()).failed_blocks == []
        case "ris", _:
            assert {entry["type_of_reference"] for entry in rispy.loads(content.decode())} == {
                "JOUR"
            }
        case "record", _:
            json.loads(content)
        case _, "xml":
            etree.fromstring(content)
        case _:
            json.loads(content)


@pytest.mark.parametrize("changes", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_every_format_writes_a_well_formed_file_or_names_the_field(format, changes):
    record = a_public_record(**changes)

    content, fields = attempt(format, record)

    if content:
        parse(format, content)
    else:
        assert fields
        assert all(fields)


def attempt(format, record):
    """What was written, or the fields for which it was refused."""
    try:
        return written(format.name, record), []
    except NotExportable as refused:
        return b"", [finding.field for finding in refused.findings]


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_a_format_writes_before_it_has_read_the_last_article(format):
    read = []

    def records():
        for number in range(1, 400):
            read.append(number)
            yield a_full_record(id=number, doi=f"10.5555/{number}")

    parts = format.write(records(), STAMP)
    size = 0
    while size < 100:
        size += len(next(parts))

    assert len(read) < 250
