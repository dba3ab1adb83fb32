"""The author's proof: a draft as PDF, marked as a proof on every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from articles.exports.proof.content import DraftVersion, content_of
from articles.exports.typesetting.typesetter import Attempt, first_typeset
from articles.records.pdf_layout import USUAL_DESIGN, PdfDesign
from articles.records.record import Record

__all__ = ["DraftVersion", "write"]

TEMPLATE = Path(__file__).with_name("proof.typ")


def write(
    record: Record,
    draft: DraftVersion,
    pictures: Mapping[str, bytes],
    design: PdfDesign = USUAL_DESIGN,
) -> bytes:
    """Return the PDF; `pictures` are the images of the body by file name.

    Raises TypesettingFailed.
    """
    tries = attempts(record, draft, pictures, design)
    return first_typeset(TEMPLATE, tries, design.layout.font, is_edition=False).pdf


def attempts(
    record: Record, draft: DraftVersion, pictures: Mapping[str, bytes], design: PdfDesign
) -> Iterator[Attempt]:
    """Yield what to typeset in turn: all, the names in place of the pictures, the text alone."""
    content = content_of(record, draft, design)
    yield "", content, pictures
    if pictures:
        yield "pictures", content, {}
    yield "layout", content_of(record, draft, design, is_plain=True), {}
