"""The steps from a file to a manuscript, in their order.

1. `readers/`: bytes to lines, with style and position.
2. `lines/`: running heads are put aside, damage is repaired, lines are joined to paragraphs.
3. `classify/`: each paragraph is assigned to a part of the manuscript, by its label (`labels/`)
   and its form.
4. `header/`, `authors/`, `facts/`, `body/`: the values of each part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from articles.imports.manuscript.authors.authors import author_values
from articles.imports.manuscript.authors.biographies import biography_values, read_biographies
from articles.imports.manuscript.authors.contacts import find_emails, find_orcids
from articles.imports.manuscript.body.reference_lists import read_reference_lists, reference_values
from articles.imports.manuscript.body.sections import article_language, section_values
from articles.imports.manuscript.body.statements import statement_values
from articles.imports.manuscript.classify.back_matter import (
    assign_biographies,
    assign_reference_lists,
    assign_statements,
)
from articles.imports.manuscript.classify.layout import Layout, Zone
from articles.imports.manuscript.classify.line_classifier import classify_lines
from articles.imports.manuscript.classify.single_lines import assign_single_lines
from articles.imports.manuscript.classify.sureness import second_readings, weigh
from articles.imports.manuscript.facts.codes import code_values
from articles.imports.manuscript.facts.dates import date_values
from articles.imports.manuscript.facts.pages import page_values
from articles.imports.manuscript.header.header import read_headers
from articles.imports.manuscript.header.texts import abstract_and_keyword_values, title_values
from articles.imports.manuscript.lines.joining import join_lines
from articles.imports.manuscript.lines.language_columns import order_language_columns
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.lines.repair import repair_line
from articles.imports.manuscript.lines.run_in_parts import split_run_in_parts
from articles.imports.manuscript.lines.running_heads import RunningHeads, find_running_heads
from articles.imports.manuscript.manuscript import Manuscript, build_manuscript
from articles.imports.manuscript.sourced_value import SourcedValue
from articles.imports.readers import read_lines
from articles.imports.readers.line import Line

# Parts that are used whole: their labels and headings are no values of their own.
USED_WHOLE: tuple[Zone, ...] = ("references", "bios", "other", "abstract", "keywords", "body")


def read_manuscript(
    data: bytes, filename: str, taken: Mapping[int, str] | None = None
) -> Manuscript:
    """Return what a file says about its article.

    The format is decided by the content; the name only tells Markdown from plain text.
    `taken` has the types of lines that an editor chose (`classify_lines`).
    Raises Unreadable, with the reason and a remedy, for a file that cannot be read.
    """
    lines = read_lines(data, filename)
    heads = find_running_heads(lines)
    layout = Layout(read_paragraphs(lines, heads))
    assign_labelled_parts(layout)
    classify_lines(layout, taken)
    values = list(weigh(read_values(layout, heads, lines), layout))
    used, seconds = used_lines(layout, values), second_readings(layout)
    return build_manuscript(values, lines, heads.line_numbers, used, seconds)


def read_paragraphs(lines: tuple[Line, ...], heads: RunningHeads) -> list[Paragraph]:
    """Repair the lines without the running heads, join them, and split what runs on."""
    text = (repair_line(line) for line in lines if line.number not in heads.line_numbers)
    return list(split_run_in_parts(join_lines(tuple(order_language_columns(text)))))


def assign_labelled_parts(layout: Layout) -> None:
    """Assign the parts that their own label or form decides, the surest first."""
    assign_reference_lists(layout)
    assign_single_lines(layout)
    assign_biographies(layout)
    assign_statements(layout)


def read_values(
    layout: Layout, heads: RunningHeads, lines: tuple[Line, ...]
) -> Iterator[SourcedValue]:
    """Every value; of two values with one path the first counts."""
    headers = read_headers(layout)
    language = article_language(layout, headers)
    if language:
        yield SourcedValue("article_language", language, ())
    yield from title_values(headers)
    yield from abstract_and_keyword_values(layout, headers)
    yield from author_values(layout, headers, language)
    yield from code_values(layout)
    yield from date_values(layout)
    yield from page_values(
        layout, [line for line in lines if line.number in heads.line_numbers], heads
    )
    yield from section_values(layout)
    yield from statement_values(layout)
    yield from reference_values(read_reference_lists(layout))
    yield from biography_values(read_biographies(layout))


def used_lines(layout: Layout, values: list[SourcedValue]) -> set[int]:
    """Return the numbers of lines that are used although no value names them."""
    places = [at for zone in USED_WHOLE for at in layout.places_in(zone)]
    places += [at for at in range(len(layout)) if layout.is_bare_label(at)]
    places += [at for at in layout.places_in("contact") if _is_known(layout.paragraphs[at], values)]
    return {number for at in places for number in layout.paragraphs[at].lines}


def _is_known(paragraph: Paragraph, values: list[SourcedValue]) -> bool:
    """Whether all e-mails and ORCIDs of a line were also found elsewhere."""
    contacts = [mail.lower() for mail in find_emails(paragraph.text)] + find_orcids(paragraph.text)
    known = [value.value for value in values]
    return bool(contacts) and all(contact in known for contact in contacts)
