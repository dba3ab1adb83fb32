"""The design of a journal's PDFs: its layout, with the logo and colours of its look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.models import Journal
from articles.records.pdf_layout import USUAL_DESIGN, PdfDesign, load_layout
from articles.records.record import Record

COLUMNS = ("slug", "pdf_layout", "look__logo", "look__main_colour", "look__second_colour")


def pdf_design(record: Record) -> PdfDesign:
    """The design of the journal of a record; one query."""
    return pdf_designs([record]).get(slug_of(record), USUAL_DESIGN)


def pdf_designs(records: Iterable[Record]) -> dict[str, PdfDesign]:
    """The designs of the journals of these records, by slug; one query."""
    return _designs(slug__in=set(map(slug_of, records)))


def journal_design(journal: Journal) -> PdfDesign:
    """The design of a journal; one query."""
    (design,) = _designs(pk=journal.pk).values()
    return design


def slug_of(record: Record) -> str:
    return record.journal.slug if record.journal else ""


def _designs(**which: Any) -> dict[str, PdfDesign]:
    rows = Journal.objects.filter(**which).values_list(*COLUMNS)
    return {
        slug: PdfDesign(
            layout=load_layout(layout),
            logo=logo or "",
            colour=main or "",
            second_colour=second or "",
        )
        for slug, layout, logo, main, second in rows
    }
