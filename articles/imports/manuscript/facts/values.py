"""The codes, DOI and dates of an article, from the lines that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.facts.codes import find_dois, find_irsti, find_udc
from articles.imports.manuscript.facts.dates import dated_events, find_dates
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness


def code_values(layout: Layout) -> Iterator[SourcedValue]:
    """IRSTI and UDC codes, each once, then the DOI."""
    code_lines = list(_single_lines(layout, "code"))
    for field, find in (("irsti", find_irsti), ("udc", find_udc)):
        sourced_codes = [(code, line.lines) for line in code_lines for code in find(line.text)]
        codes = list(dict.fromkeys(code for code, _lines in sourced_codes))
        if codes:
            yield SourcedValue(
                field, codes, tuple(dict.fromkeys(n for _code, ls in sourced_codes for n in ls))
            )
    yield from doi_value(layout, code_lines)


def doi_value(layout: Layout, code_lines: list[Paragraph]) -> Iterator[SourcedValue]:
    """The DOI of a line of codes, else of the citation line, else the only one in the header."""
    for line in code_lines:
        for doi in find_dois(line.text):
            yield SourcedValue("doi", doi, line.lines)
    for at in layout.places_in("aside"):
        paragraph = layout.paragraphs[at]
        label = layout.labels[at]
        if label is not None and label.element == "citation":
            for doi in find_dois(paragraph.text):
                yield SourcedValue("doi", doi, paragraph.lines, Sureness.LIKELY)
    free = [layout.paragraphs[at] for at in (*layout.places_in(""), *layout.places_in("header"))]
    dois = {doi: paragraph for paragraph in free for doi in find_dois(paragraph.text)}
    if len(dois) == 1:
        for doi, paragraph in dois.items():
            yield SourcedValue("doi", doi, paragraph.lines, Sureness.DOUBTFUL)


def date_values(layout: Layout) -> Iterator[SourcedValue]:
    """Received, revised, accepted and published dates, from the lines of dates."""
    for line in _single_lines(layout, "date"):
        for event, day in dated_events(line.text):
            yield SourcedValue(f"dates.{event}", day, line.lines)


def _single_lines(layout: Layout, zone: str) -> Iterator[Paragraph]:
    """Paragraphs of one zone; a label alone is joined to the paragraph below it."""
    bare_label: Paragraph | None = None
    for at in layout.places_in(zone):  # type: ignore[arg-type]
        paragraph = layout.paragraphs[at]
        label = layout.labels[at]
        if bare_label is not None and label is None:
            paragraph = Paragraph(
                text=f"{bare_label.text.rstrip(' :')}: {paragraph.text}",
                lines=bare_label.lines + paragraph.lines,
            )
        bare_label = None
        if (
            label is not None
            and label.end >= len(paragraph.text)
            and not find_dates(paragraph.text)
        ):
            bare_label = paragraph
        else:
            yield paragraph
