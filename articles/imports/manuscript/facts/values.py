"""Single facts of an article: its codes, DOI, dates and pages."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import Outline
from articles.imports.manuscript.facts.codes import dois_in, irsti_in, page_range, udc_in
from articles.imports.manuscript.facts.dates import dated_events, dates_in
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.lines.running_heads import Sheets
from articles.imports.manuscript.sourced_value import Found, Sureness

ALONE = ("irsti", "udc", "doi")


def code_values(outline: Outline) -> Iterator[Found]:
    """IRSTI and UDC of all lines of codes, each code once."""
    rows = list(_rows(outline, "code"))
    for field, find in (("irsti", irsti_in), ("udc", udc_in)):
        found = [(code, row.lines) for row in rows for code in find(row.text)]
        codes = list(dict.fromkeys(code for code, _lines in found))
        if codes:
            yield Found(field, codes, tuple(dict.fromkeys(n for _code, ls in found for n in ls)))
    yield from doi_value(outline, rows)


def doi_value(outline: Outline, rows: list[Paragraph]) -> Iterator[Found]:
    """The DOI of the front matter, else that of the line for citation."""
    for row in rows:
        for doi in dois_in(row.text):
            yield Found("doi", doi, row.lines)
    for at in outline.members("aside"):
        paragraph = outline.paragraphs[at]
        label = outline.labels[at]
        if label is not None and label.element == "citation":
            for doi in dois_in(paragraph.text):
                yield Found("doi", doi, paragraph.lines, Sureness.LIKELY)
    free = [outline.paragraphs[at] for at in (*outline.members(""), *outline.members("header"))]
    dois = {doi: paragraph for paragraph in free for doi in dois_in(paragraph.text)}
    if len(dois) == 1:
        for doi, paragraph in dois.items():
            yield Found("doi", doi, paragraph.lines, Sureness.DOUBTFUL)


def date_values(outline: Outline) -> Iterator[Found]:
    """Received, revised, accepted, published, as the lines of dates say."""
    for row in _rows(outline, "date"):
        for event, day in dated_events(row.text):
            yield Found(f"dates.{event}", day, row.lines)


def _rows(outline: Outline, zone: str) -> Iterator[Paragraph]:
    """Paragraphs of one zone; a label alone is read together with what follows it."""
    waiting: Paragraph | None = None
    for at in outline.members(zone):  # type: ignore[arg-type]
        paragraph = outline.paragraphs[at]
        label = outline.labels[at]
        if waiting is not None and label is None:
            paragraph = Paragraph(
                text=f"{waiting.text.rstrip(' :')}: {paragraph.text}",
                lines=waiting.lines + paragraph.lines,
            )
        waiting = None
        if label is not None and label.end >= len(paragraph.text) and not dates_in(paragraph.text):
            waiting = paragraph
        else:
            yield paragraph


def page_values(outline: Outline, sheets: Sheets) -> Iterator[Found]:
    """The range of a line of pages or for citation, else what the sheets print."""
    for at in outline.members("pages"):
        paragraph = outline.paragraphs[at]
        if pages := page_range(paragraph.text):
            yield _pages(*pages, paragraph.lines, Sureness.CERTAIN)
    for element, sureness in (("pages", Sureness.CERTAIN), ("citation", Sureness.CERTAIN)):
        for at in outline.members("aside"):
            label = outline.labels[at]
            paragraph = outline.paragraphs[at]
            if label is None or label.element != element:
                continue
            pages = page_range(paragraph.text[label.end :])
            if pages:
                yield _pages(*pages, paragraph.lines, sureness)
    if sheets.first and sheets.last:
        yield _pages(sheets.first, sheets.last, sheets.lines, Sureness.LIKELY)


def _pages(first: int, last: int, lines: tuple[int, ...], sureness: Sureness) -> Found:
    return Found("pages", {"first": first, "last": last}, lines, sureness)
