"""The article's PDF, made from the record and the design of its journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from articles.exports.edition.content import content_of
from articles.exports.edition.head import author_names
from articles.exports.edition.metadata import with_metadata
from articles.exports.edition.record_hash import made_from
from articles.exports.typesetting.body import picture_names
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.design import logo_name
from articles.exports.typesetting.typesetter import (
    Attempt,
    first_typeset,
    is_of_shown_kind,
)
from articles.records.pdf_layout import USUAL_DESIGN, PdfDesign
from articles.records.record import Record

__all__ = ["made_from", "typeset_article", "typeset_pages"]

TEMPLATE = Path(__file__).with_name("edition.typ")


def typeset_article(
    record: Record,
    pictures: Mapping[str, bytes],
    design: PdfDesign = USUAL_DESIGN,
    logo: bytes = b"",
) -> Typeset:
    """Return the PDF, and what could not be typeset as it is; `pictures` are its images.

    The same record and the same design give the same bytes. Raises TypesettingFailed.
    """
    made = typeset_pages(record, pictures, design, logo)
    pdf = with_metadata(made.pdf, record.doi, author_names(record))
    return msgspec.structs.replace(made, pdf=pdf)


def typeset_pages(
    record: Record, pictures: Mapping[str, bytes], design: PdfDesign, logo: bytes
) -> Typeset:
    """Return the PDF without the metadata that Typst does not write. Raises TypesettingFailed."""
    named = picture_names(record.body)
    shown = {name: pictures[name] for name in named if name in pictures and is_of_shown_kind(name)}
    head = {logo_name(design): logo} if logo and is_of_shown_kind(logo_name(design)) else {}
    tries = attempts(record, design, shown, head)
    made = first_typeset(TEMPLATE, tries, design.layout.font, is_edition=True)
    missing = (name for name in named if name not in shown)
    return msgspec.structs.replace(made, broken=(*made.broken, *missing))


def attempts(
    record: Record, design: PdfDesign, pictures: Mapping[str, bytes], head: Mapping[str, bytes]
) -> Iterator[Attempt]:
    """Yield what to typeset in turn: all, the names in place of the pictures, the text alone."""
    content = content_of(record, design)
    yield "", content, {**pictures, **head}
    if pictures:
        yield "pictures", content, head
    yield "layout", content_of(record, design, is_plain=True), {}
