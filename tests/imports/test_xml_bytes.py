"""XML as other programs write it: what stands before it, and characters that XML forbids."""

from __future__ import annotations

import pytest

from articles.imports import kind_of, read
from articles.imports.xml_bytes import LegalXml, legal_xml, narrow_start

XML = '<?xml version="1.0"?><a>Тұз</a>'


@pytest.mark.parametrize(
    "before", ["", "\n\n  ", "<br />\n<b>Notice</b>: Undefined index in <b>a.php</b><br />\n"]
)
def test_what_stands_before_the_declaration_is_not_read(before):
    assert legal_xml(f"{before}{XML}".encode()) == XML.encode()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\x0bb", "a b"),
        ("a&#11;b&#xC;c", "a b c"),
        ("a\x02b&#x1F;c&#2;", "abc"),
        ("a&#xD800;b&#xFFFE;&#xffff;&#1114112;", "ab"),
        ("a&#10;b&#x41F;&amp;#11;\t\r\n", "a&#10;b&#x41F;&amp;#11;\t\r\n"),
    ],
)
def test_characters_that_xml_forbids_are_left_out(written, read):
    assert legal_xml(f"<a>{written}</a>".encode()) == f"<a>{read}</a>".encode()


def test_a_reference_may_lie_across_two_pieces():
    content = b"<a>1&#11;2&#x2;3&amp;4</a>"

    for place in range(len(content)):
        legal = LegalXml()
        pieces = legal.piece(content[:place]), legal.piece(content[place:]), legal.end()
        assert b"".join(pieces) == b"<a>1 23&amp;4</a>"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-8"])
def test_the_start_of_a_file_is_known_in_every_encoding(encoding):
    assert narrow_start(XML.encode(encoding)).removeprefix(b"\xef\xbb\xbf") == XML.encode()


def test_an_issue_for_rinc_in_utf_16_is_read():
    xml = (
        '<?xml version="1.0" standalone="no"?><journal><issue><volume>3</volume>'
        "<number>1</number><dateUni>2021</dateUni><articles><article><pages>5-9</pages>"
        '<artTitles><artTitle lang="RUS">О соли</artTitle></artTitles></article></articles>'
        "</issue></journal>"
    ).encode("utf-16")

    (reading,) = read(xml, "ru")

    assert kind_of(xml) == "РИНЦ"
    assert reading.record.title == {"ru": "О соли"}
