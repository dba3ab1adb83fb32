"""A manuscript of a family as a file, with its truth."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from zlib import crc32

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap
from lxml import etree

from tests.imports.unseen.files import as_pdf as pdf_file
from tests.layouts.families import (
    examined_apart,
    examined_open,
    final_journals,
    final_look,
    final_look_typed,
    fronts,
    journals,
    kept_journals,
    last_strangers,
    later_strangers,
    mixed,
    others,
    people,
    strangers,
    unseen_journals,
)
from tests.layouts.families.article import Article
from tests.layouts.words import EXAMINED_WORDS, FINAL_WORDS, STRANGE_WORDS, WORDS

TAG = re.compile(r"<(/?)(b|i|sup)>")
RAISED = str.maketrans("0123456789abcde", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ")
IN_STRANGE_WORDS = (unseen_journals, kept_journals, final_journals)
# The families of examiners, each with its words.
EXAMINED = {
    examined_open: EXAMINED_WORDS, examined_apart: EXAMINED_WORDS,
    final_look: FINAL_WORDS, final_look_typed: FINAL_WORDS,
}  # fmt: skip
STRANGERS = (strangers, later_strangers, last_strangers, *IN_STRANGE_WORDS, *EXAMINED)
FAMILIES = {
    family.__name__: family
    for module in (journals, fronts, others, people, mixed, *STRANGERS)
    for family in module.FAMILIES
}
# These are never trained with: they tell how strangers' manuscripts are read.
HELD_OUT = ("bracketed_numbers", "degrees_before_names", "english_first", "labelled_front",
            "units", "contact_block", "medical", "uzbek",
            *(family.__name__ for module in STRANGERS for family in module.FAMILIES))  # fmt: skip
BOXED = 120  # characters; a longer text is an abstract
Styled = list[tuple[str, str]]


def can_be_written(family: str, form: str) -> bool:
    """Whether a family exists in this form: a YAML header is Markdown, a table no plain text."""
    forms = {"yaml_front": ("markdown",), "table_front": ("markdown", "word")}
    return form in forms.get(family, FORMS)


def write(family: str, seed: int, form: str) -> tuple[bytes, str, dict[str, Any]]:
    """The file of one manuscript, its name, and its truth."""
    article = _article(family, seed)
    lines = [line if isinstance(line, tuple) else ("text", line)
             for line in FAMILIES[family](article)]  # fmt: skip
    _mark_single_email(article.truth["authors"])
    data, suffix = FORMS[form](lines)
    return data, f"article.{suffix}", article.truth


def _article(family: str, seed: int) -> Article:
    """An examined family has people of its own, any other those of the seed."""
    for module, own_words in EXAMINED.items():
        if FAMILIES[family] in module.FAMILIES:
            return Article(seed + crc32(family.encode()), own_words)
    is_strange = any(FAMILIES[family] in module.FAMILIES for module in IN_STRANGE_WORDS)
    return Article(seed, STRANGE_WORDS if is_strange else WORDS)


def _mark_single_email(authors: list[dict[str, Any]]) -> None:
    """A single e-mail beside the names makes its author the corresponding one."""
    owners = [author for author in authors if author["email"]]
    if len(owners) == 1 and not any(author["corresponding"] for author in authors):
        owners[0]["corresponding"] = True


def _as_text(lines: Styled) -> tuple[bytes, str]:
    out: list[str] = []
    for style, text in lines:
        raised = re.sub(r"<sup>(.*?)</sup>", lambda mark: mark[1].translate(RAISED), text)
        gap = [""] * (style in ("heading", "title"))
        out += [*gap, TAG.sub("", raised), *gap]
    return "\n".join(out).encode(), "txt"


def _as_wrapped_text(lines: Styled) -> tuple[bytes, str]:
    text, suffix = _as_text(lines)
    rows = (textwrap.wrap(line, 76) or [""] for line in text.decode().split("\n"))
    return "\n".join(line for row in rows for line in row).encode(), suffix


def _as_pdf(lines: Styled) -> tuple[bytes, str]:
    styles = {"title": "title", "heading": "heading"}
    printed = [(styles.get(style, "plain"), text) for style, text in lines if text]
    return pdf_file(SimpleNamespace(lines=lambda: printed)), "pdf"


def _as_markdown(lines: Styled) -> tuple[bytes, str]:
    signs = {"b": "**", "i": "*", "sup": "^"}
    out: list[str] = []
    is_header = lines[0][1] == "---"
    rows = 0
    for style, text in lines:
        rows = rows + 1 if style == "row" else 0
        printed = TAG.sub(lambda tag: signs[tag[2]], text.replace("*", "\\*"))
        prefix = {"title": "# ", "heading": "## "}.get(style, "")
        if is_header:
            out.append(text)
            is_header = text != "---" or len(out) == 1
        elif style == "row":
            out += [f"| {printed} |", *["|---|---|---|"] * (rows == 1)]
        else:
            out += [prefix + printed, ""]
    return "\n".join(out).encode(), "md"


def _as_word(lines: Styled) -> tuple[bytes, str]:
    document = docx.Document()
    table = None
    for style, text in lines:
        if style == "row":
            table = table or document.add_table(0, 3)
            for cell, piece in zip(table.add_row().cells, text.split(" | "), strict=True):
                cell.text = piece
        elif text:
            _add_runs(document.add_paragraph(), text, style in ("title", "heading"))
    return _saved(document), "docx"


def _add_runs(paragraph: Any, text: str, is_bold: bool) -> None:
    marks: set[str] = set()
    for place, piece in enumerate(re.split(r"(</?(?:b|i|sup)>)", text)):
        if place % 2:
            marks.symmetric_difference_update({piece.strip("</>")})
        elif piece:
            run = paragraph.add_run(piece)
            run.bold = is_bold or "b" in marks or None
            run.italic = "i" in marks or None
            run.font.superscript = "sup" in marks or None


def _as_word_with_breaks(lines: Styled) -> tuple[bytes, str]:
    """Lines without an empty one between them are one paragraph, as Shift and Enter make it."""
    document = docx.Document()
    paragraph = None
    for style, text in lines:
        if style != "text" or not text or paragraph is None:
            paragraph = document.add_paragraph() if text else None
        else:
            paragraph.add_run().add_break()
        if paragraph is not None:
            _add_runs(paragraph, text.replace(" | ", " "), style in ("title", "heading"))
        if style != "text":
            paragraph = None
    return _saved(document), "docx"


def _as_word_with_box(lines: Styled) -> tuple[bytes, str]:
    """What stands before the first abstract is in a text box."""
    document = docx.Document()
    end = next((at for at, (_style, text) in enumerate(lines) if len(text) > BOXED), len(lines))
    content = OxmlElement("w:txbxContent")
    for style, text in lines[:end]:
        if text:
            paragraph = document.add_paragraph()
            _add_runs(paragraph, text, style == "title")
            content.append(paragraph._p)
    box = document.add_paragraph().add_run()._r
    for name in ("w:pict", "v:shape", "v:textbox"):
        box.append(element := etree.SubElement(box, _name(name)))
        box = element
    box.append(content)
    for style, text in lines[end:]:
        if text:
            _add_runs(document.add_paragraph(), text, style in ("title", "heading"))
    return _saved(document), "docx"


def _name(tag: str) -> str:
    prefix, _, name = tag.partition(":")
    namespace = "urn:schemas-microsoft-com:vml" if prefix == "v" else nsmap["w"]
    return f"{{{namespace}}}{name}"


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


FORMS: dict[str, Callable[[Styled], tuple[bytes, str]]] = {
    "text": _as_text, "markdown": _as_markdown, "word": _as_word,
    "wrapped text": _as_wrapped_text, "pdf": _as_pdf,
    "word with breaks": _as_word_with_breaks, "word with a box": _as_word_with_box,
}  # fmt: skip
