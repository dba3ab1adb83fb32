"""The styles of a Word file: those of Word under their own names, and a few for articles."""

from __future__ import annotations

import msgspec
from lxml.etree import _Element

from articles.exports.docx.xml import element, value_element

FONT = "Times New Roman"  # has every Kazakh letter on every system
LEFT, CENTRE, BOTH = "left", "center", "both"


class Style(msgspec.Struct, frozen=True):
    """A paragraph style; sizes in points, spaces in twentieths of a point."""

    name: str
    size: float = 12
    align: str = LEFT
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 0
    first_line: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    outline: int | None = None  # level of a heading, from 0
    keep_next: bool = False
    is_grouped: bool = False  # no space between neighbours of this style


# By the style's id.
STYLES = {
    "Title": Style("Title", 16, CENTRE, bold=True, before=240, after=120, outline=0),
    "TranslatedTitle": Style("Translated Title", 13, CENTRE, bold=True, before=240, after=80),
    "Heading1": Style("heading 1", 15, bold=True, before=320, after=120, outline=0),
    "Heading2": Style("heading 2", 13, bold=True, before=240, after=80, outline=1),
    "Heading3": Style("heading 3", 12, bold=True, before=200, after=80, outline=2),
    "Heading4": Style("heading 4", 12, italic=True, before=160, after=60, outline=3),
    "Authors": Style("Authors", 12, CENTRE, bold=True, after=60),
    "Affiliation": Style("Affiliation", 10.5, CENTRE),
    "Facts": Style("Article Facts", 10.5),
    "Abstract": Style("Abstract", 10.5, BOTH, before=80, left=340),
    "Keywords": Style("Keywords", 10.5, BOTH, after=80, left=340),
    "BodyText": Style("Body Text", 12, BOTH, first_line=567),
    "Quote": Style("Quote", 11, BOTH, italic=True, left=567, before=80, after=80),
    "ListBullet": Style("List Bullet", 12, BOTH),
    "ListNumber": Style("List Number", 12, BOTH),
    "Caption": Style("caption", 10.5, before=80, after=80),
    "Figure": Style("Figure", 12, CENTRE, before=120, keep_next=True),
    "Equation": Style("Equation", 12, CENTRE, before=80, after=80),
    "TableText": Style("Table Text", 10),
    "Statement": Style("Statement", 10.5, BOTH, before=60),
    "Reference": Style("Reference", 10.5, BOTH, after=40),
    "FootnoteText": Style("footnote text", 10, BOTH),
    # Of an issue: the title page, the contents, the imprint.
    "Founder": Style("Founder", 12, CENTRE),
    "JournalTitle": Style(
        "Journal Title", 26, CENTRE, bold=True, before=2_800, after=600, is_grouped=True
    ),
    "Issue": Style("Issue", 14, CENTRE, after=60),
    "Publisher": Style("Publisher", 12, CENTRE, before=4_200, is_grouped=True),
    "ContentsEntry": Style("Contents Entry", 11, before=40, left=284, right=567, hanging=284),
    "Imprint": Style("Imprint", 10.5),
}
HEADINGS = {2: "Heading2", 3: "Heading3", 4: "Heading4"}  # of the full text, by level
TEXT_WIDTH = 9356  # of a page, in twentieths of a point: 165 mm


def styles_part() -> _Element:
    languages = element("w:lang", w_val="kk-KZ", w_eastAsia="kk-KZ")
    fonts = element("w:rFonts", w_ascii=FONT, w_hAnsi=FONT, w_cs=FONT, w_eastAsia=FONT)
    defaults = element("w:rPr", fonts, value_element("w:sz", "24"), languages)
    normal = element(
        "w:style",
        value_element("w:name", "Normal"),
        element("w:qFormat"),
        w_type="paragraph",
        w_styleId="Normal",
        w_default="1",
    )
    return element(
        "w:styles",
        element("w:docDefaults", element("w:rPrDefault", defaults), element("w:pPrDefault")),
        normal,
        *(paragraph_style(name, style) for name, style in STYLES.items()),
        character_style("Hyperlink", "Hyperlink", value_element("w:u", "single")),
        character_style(
            "FootnoteReference", "footnote reference", value_element("w:vertAlign", "superscript")
        ),
        table_style(),
    )


def paragraph_style(name: str, style: Style) -> _Element:
    indents = {
        "w_left": style.left,
        "w_right": style.right,
        "w_firstLine": style.first_line,
        "w_hanging": style.hanging,
    }
    used = {key: str(value) for key, value in indents.items() if value}
    numbers = {"ListBullet": "1", "ListNumber": "2", "Reference": "2"}.get(name)
    numbering = element("w:numPr", value_element("w:numId", numbers)) if numbers else None
    layout = element(
        "w:pPr",
        element("w:keepNext") if style.keep_next or style.outline is not None else None,
        numbering,
        TABS[name]() if name in TABS else None,
        element("w:spacing", w_before=str(style.before), w_after=str(style.after)),
        element("w:ind", **used) if used else None,
        element("w:contextualSpacing") if style.is_grouped else None,
        value_element("w:jc", style.align),
        value_element("w:outlineLvl", str(style.outline)) if style.outline is not None else None,
    )
    letters = element(
        "w:rPr",
        element("w:b") if style.bold else None,
        element("w:i") if style.italic else None,
        value_element("w:sz", f"{style.size * 2:.0f}"),
    )
    return element(
        "w:style",
        value_element("w:name", style.name),
        value_element("w:basedOn", "Normal"),
        element("w:qFormat"),
        layout,
        letters,
        w_type="paragraph",
        w_styleId=name,
    )


def equation_tabs() -> _Element:
    """The middle of the line for a formula, its end for the number."""
    middle = element("w:tab", w_val="center", w_pos=str(TEXT_WIDTH // 2))
    return element("w:tabs", middle, element("w:tab", w_val="right", w_pos=str(TEXT_WIDTH)))


def page_tabs() -> _Element:
    """The end of the line for the number of a page, after dots."""
    end = element("w:tab", w_val="right", w_leader="dot", w_pos=str(TEXT_WIDTH))
    return element("w:tabs", end)


TABS = {"Equation": equation_tabs, "ContentsEntry": page_tabs}


def character_style(name: str, printed: str, mark: _Element) -> _Element:
    letters = element("w:rPr", mark)
    printed_name = value_element("w:name", printed)
    return element("w:style", printed_name, letters, w_type="character", w_styleId=name)


def table_style() -> _Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = {"w_val": "single", "w_sz": "4", "w_space": "0", "w_color": "auto"}
    borders = element("w:tblBorders", *(element(f"w:{side}", **line) for side in sides))
    layout = element("w:tblPr", borders)
    name = value_element("w:name", "Table Grid")
    return element("w:style", name, layout, w_type="table", w_styleId="TableGrid")
