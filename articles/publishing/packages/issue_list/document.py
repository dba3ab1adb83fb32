"""The issue list as DOCX, with the markup of titles as italics, bold and indices."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from articles.records.languages import LANGUAGES, prefer
from articles.records.markup import runs
from articles.records.record import Record

from . import parts

# The date of the file, so that its bytes do not depend on the clock.
UNDATED = datetime(2000, 1, 1)
PROPERTY_LENGTH = 255  # the limit of python-docx


def document(records: list[Record]) -> bytes:
    paper = docx.Document()
    paper.core_properties.author = ""
    paper.core_properties.title = parts.issue_title(records[0], "kk")[:PROPERTY_LENGTH]
    paper.core_properties.created = paper.core_properties.modified = UNDATED
    for code in LANGUAGES:
        paper.add_heading(parts.issue_title(records[0], code), level=1)
    for place, record in enumerate(records, 1):
        _add_article(paper, place, record)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _add_article(paper: Document, place: int, record: Record) -> None:
    title = paper.add_heading(f"{place}. ", level=2)
    _add_marked_up(title, prefer(record.title, record.language))
    for code in LANGUAGES:
        _add_marked_up(paper.add_paragraph(), parts.description(record, code))
    for name, value in parts.facts(record):
        if value:
            paper.add_paragraph(f"{name}: {value}")
    for heading, text_in in ((parts.ABSTRACT, parts.abstract), (parts.KEYWORDS, parts.keywords)):
        paper.add_heading(heading, level=3)
        for code in LANGUAGES:
            if value := text_in(record, code):
                _add_marked_up(paper.add_paragraph(), value)
    _add_list(paper, parts.LITERATURE, [reference.text for reference in record.references])
    _add_list(paper, parts.ROMANIZED, [reference.romanized for reference in record.references])


def _add_list(paper: Document, heading: str, entries: list[str]) -> None:
    """Adds entries with their numbers in the article, so empty ones leave a gap."""
    if not any(entries):
        return
    paper.add_heading(heading, level=3)
    for place, entry in enumerate(entries, 1):
        if entry:
            _add_marked_up(paper.add_paragraph(f"{place}. "), entry)


def _add_marked_up(paragraph: Paragraph, text: str) -> None:
    for run in runs(text):
        written = paragraph.add_run(run.text)
        written.italic = "i" in run.marks or None
        written.bold = "b" in run.marks or None
        written.font.subscript = "sub" in run.marks or None
        written.font.superscript = "sup" in run.marks or None
