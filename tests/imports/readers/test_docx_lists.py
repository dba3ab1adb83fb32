"""Automatic numbers of the lists of a Word file."""

import pytest
from lxml import etree

from articles.imports.readers.docx_lists import Lists, format_number
from articles.imports.readers.docx_xml import W, is_on


def a_numbering(*levels):
    """List 7, whose levels are (numFmt, lvlText, start)."""
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (kind, pattern, start) in enumerate(levels)
    )
    return Lists(
        etree.fromstring(
            f'<w:numbering xmlns:w="{W[1:-1]}"><w:abstractNum w:abstractNumId="3">{written}'
            '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
        )
    )


def test_the_paragraphs_of_a_list_are_counted_and_deeper_levels_begin_anew():
    lists = a_numbering(("decimal", "%1.", 1), ("decimal", "%1.%2", 1))

    labels = [lists.label("7", level) for level in (0, 1, 1, 0, 1)]

    assert labels == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_list_that_begins_at_its_second_level_has_one_for_the_first():
    lists = a_numbering(("upperRoman", "%1.", 5), ("lowerLetter", "%1.%2)", 3))

    assert lists.label("7", 1) == "I.c)"


def test_a_number_of_a_level_that_is_not_defined_is_one():
    assert a_numbering(("decimal", "%1.%4", 2)).label("7", 0) == "2.1"


@pytest.mark.parametrize(
    ("kind", "list_id", "level", "label"),
    [
        ("bullet", "7", 0, "-"),
        ("none", "7", 0, ""),
        ("decimal", "7", 1, ""),
        ("decimal", "8", 0, ""),
        ("decimal", "7", 0, "[4]"),
    ],
)
def test_only_paragraphs_of_numbered_lists_have_numbers(kind, list_id, level, label):
    assert a_numbering((kind, "[%1]", 4)).label(list_id, level) == label


def test_a_file_without_lists_has_no_numbers():
    assert Lists(None).label("7", 0) == ""


@pytest.mark.parametrize(
    ("count", "kind", "text"),
    [
        (12, "decimal", "12"), (1, "lowerLetter", "a"), (26, "upperLetter", "Z"),
        (27, "lowerLetter", "a"), (4, "lowerRoman", "iv"), (19, "upperRoman", "XIX"),
        (39, "lowerRoman", "xxxix"), (40, "lowerRoman", "xxxix"),
    ],
)  # fmt: skip
def test_a_number_has_the_format_of_its_list(count, kind, text):
    assert format_number(count, kind) == text


@pytest.mark.parametrize(
    ("toggle", "on"),
    [
        ("<w:b/>", True), ('<w:b w:val=""/>', True), ('<w:b w:val="1"/>', True),
        ('<w:b w:val="0"/>', False), ('<w:b w:val="off"/>', False),
        ('<w:b w:val="false"/>', False), ('<w:b w:val="none"/>', False), ("<w:i/>", None),
    ],
)  # fmt: skip
def test_a_toggle_is_on_off_or_absent(toggle, on):
    style = etree.fromstring(f'<w:rPr xmlns:w="{W[1:-1]}">{toggle}</w:rPr>')

    assert is_on(style, f"{W}b") is on
