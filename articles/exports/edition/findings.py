"""Findings about an article's PDF: what could not be typeset as it is, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.exports.edition.missing_letters import missing_letters
from articles.exports.typesetting.blocks import (
    MAY_BREAK,
    Block,
    Equation,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Run,
    Table,
)
from articles.exports.typesetting.body import read_body
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.formulas import Node, lost_notations, unknown_elements
from articles.exports.typesetting.table_width import rooms_of
from articles.records.findings import Finding, Level, Spot
from articles.records.pdf_layout import USUAL_DESIGN, PdfDesign
from articles.records.record import Record

SHOWN = 60  # characters of a formula or a text
LETTERS_MOST = 30  # findings about letters without a glyph; the first ones


def typesetting_findings(
    record: Record, made: Typeset, design: PdfDesign = USUAL_DESIGN
) -> Iterator[Finding]:
    """What differs in the PDF from what the record holds."""
    yield from loss_findings(record, made)
    body = read_body(record.body, rooms=rooms_of(design.layout))
    notes = (Paragraph(runs) for note in body.notes.values() for runs in note)
    for block in every_block((*body.blocks, *notes, *body.uncalled)):
        yield from table_findings(record, block)
        yield from formula_findings(record, block)
    yield from narrow_formula_findings(record, made)
    yield from picture_findings(record, made)
    yield from letter_findings(record, made)
    if not made.is_archival and not made.without_glyph:
        message = _(
            "The PDF is not marked as PDF/A: the article has no date, or its text an error."
        )
        yield finding(record, message, field="published_on", level=Level.NOTES)


def loss_findings(record: Record, made: Typeset) -> Iterator[Finding]:
    remedy = _("Make the pictures smaller, divide long tables, or upload a PDF of your own.")
    if made.loss == "pictures":
        message = _("The pictures take too much time or memory: their names are printed instead.")
        yield finding(record, message, remedy)
    if made.loss == "layout":
        message = _("The full text cannot be typeset as it is: it is printed without tables.")
        yield finding(record, message, remedy)


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with those inside lists and quotations, in their order."""
    for block in blocks:
        yield block
        if isinstance(block, Quotation):
            yield from every_block(block.blocks)
        if isinstance(block, Listing):
            for entry in block.entries:
                yield from every_block(entry)


def table_findings(record: Record, block: Block) -> Iterator[Finding]:
    if not isinstance(block, Table) or not (block.is_turned or block.is_broken):
        return
    name = "".join(run.text for run in block.caption) or "".join(
        run.text.replace(MAY_BREAK, "") for run in block.cells[0].runs
    )
    if block.is_broken:
        message = _("The table “%(name)s” is wider than a turned page; its words break anywhere.")
    else:
        message = _("The table “%(name)s” is wider than the page; it has a turned page of its own.")
    remedy = _("Divide the table, or make its headings shorter.")
    yield finding(record, message % {"name": name[:SHOWN]}, remedy, excerpt=name)


def formula_findings(record: Record, block: Block) -> Iterator[Finding]:
    for formula, text in formulas(block):
        if unknown := list(dict.fromkeys(unknown_elements(formula))):
            yield finding(
                record,
                _("Parts of the formula “%(formula)s” are typeset as text: %(names)s.")
                % {"formula": text[:SHOWN], "names": ", ".join(unknown)},
                _("Write the formula with simpler parts."),
                excerpt=text,
            )
        yield from notation_findings(record, formula, text)


def notation_findings(record: Record, formula: Node, text: str) -> Iterator[Finding]:
    if lost := list(dict.fromkeys(lost_notations(formula))):
        yield finding(
            record,
            _("Lines around or across parts of the formula “%(formula)s” are left out: %(names)s.")
            % {"formula": text[:SHOWN], "names": ", ".join(lost)},
            _("Write it with other signs, or say it in words."),
            excerpt=text,
        )


def narrow_formula_findings(record: Record, made: Typeset) -> Iterator[Finding]:
    for text in made.narrowed:
        message = _(
            "The formula “%(formula)s” is wider than the column: it is divided, or smaller."
        )
        remedy = _("Divide the formula into lines.")
        yield finding(record, message % {"formula": text[:SHOWN]}, remedy, excerpt=text)


def formulas(block: Block) -> Iterator[tuple[Node, str]]:
    if isinstance(block, Equation):
        yield block.formula, block.text
    for run in runs_in(block):
        if run.formula:
            yield run.formula, run.text


def runs_in(block: Block) -> Iterator[Run]:
    match block:
        case Paragraph() | Heading():
            yield from block.runs
        case Figure():
            yield from block.caption
        case Table():
            yield from block.caption
            for cell in block.cells:
                yield from cell.runs


def picture_findings(record: Record, made: Typeset) -> Iterator[Finding]:
    logos = [name for name in made.broken if name.startswith("/")]
    if logos:
        yield finding(record, _("The logo of the journal cannot be shown."), field="journal")
    yield from broken_picture_findings(record, [name for name in made.broken if name not in logos])
    for name in made.reduced:
        yield finding(
            record,
            _("The picture “%(name)s” is large; the PDF holds a smaller copy.") % {"name": name},
            level=Level.NOTES,
            excerpt=name,
        )


def broken_picture_findings(record: Record, names: Iterable[str]) -> Iterator[Finding]:
    """A finding for each picture of the text that no file made from it can show."""
    for name in names:
        message = _("The picture “%(name)s” cannot be shown; its name is printed.")
        remedy = _("Save it as PNG or JPEG, and upload it again.")
        yield finding(record, message % {"name": name}, remedy, excerpt=name)


def letter_findings(record: Record, made: Typeset) -> Iterator[Finding]:
    if not made.without_glyph:
        return
    for field, letters in islice(missing_letters(record, made.without_glyph), LETTERS_MOST):
        yield finding(
            record,
            _("The fonts of the PDF have no “%(letters)s”; boxes are printed instead.")
            % {"letters": letters[:SHOWN]},
            _("Replace the letters, or show them as a picture."),
            field=field,
            excerpt=letters,
        )


def finding(
    record: Record,
    message: str | Promise,
    remedy: str | Promise = "",
    *,
    field: str = "body",
    level: Level = Level.WARNS,
    excerpt: str = "",
) -> Finding:
    return Finding(
        level,
        field,
        record.language if field == "body" else None,
        message,
        remedy,
        rule="pdf",
        check="typesetting",
        spot=Spot(excerpt=excerpt[:SHOWN]) if excerpt else None,
    )
