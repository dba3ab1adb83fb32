"""The list as DOCX: an article after the other, its markup as italics and indices."""

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

# The file's own date: a document must not depend on the clock.
UNDATED = datetime(2000, 1, 1)


def document(records: list[Record]) -> bytes:
    paper = docx.Document()
    paper.core_properties.author = ""
    paper.core_properties.title = parts.issue_title(records[0], "kk")
    paper.core_properties.created = paper.core_properties.modified = UNDATED
    for code in LANGUAGES:
        paper.add_heading(parts.issue_title(records[0], code), level=1)
    for place, record in enumerate(records, 1):
        _article(paper, place, record)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _article(paper: Document, place: int, record: Record) -> None:
    title = paper.add_heading(f"{place}. ", level=2)
    _marked(title, prefer(record.title, record.language))
    for code in LANGUAGES:
        _marked(paper.add_paragraph(), parts.description(record, code))
    for name, value in parts.facts(record):
        if value:
            paper.add_paragraph(f"{name}: {value}")
    for heading, tell in ((parts.ABSTRACT, parts.abstract), (parts.KEYWORDS, parts.keywords)):
        paper.add_heading(heading, level=3)
        for code in LANGUAGES:
            if value := tell(record, code):
                _marked(paper.add_paragraph(), value)
    _list(paper, parts.LITERATURE, [cited.text for cited in record.references])
    _list(paper, parts.ROMANIZED, [cited.romanized for cited in record.references])


def _list(paper: Document, heading: str, entries: list[str]) -> None:
    """Numbered as the article numbers them, also where an entry has no romanized form."""
    if not any(entries):
        return
    paper.add_heading(heading, level=3)
    for place, entry in enumerate(entries, 1):
        if entry:
            _marked(paper.add_paragraph(f"{place}. "), entry)


def _marked(paragraph: Paragraph, text: str) -> None:
    for run in runs(text):
        written = paragraph.add_run(run.text)
        written.italic = "i" in run.marks or None
        written.bold = "b" in run.marks or None
        written.font.subscript = "sub" in run.marks or None
        written.font.superscript = "sup" in run.marks or None
