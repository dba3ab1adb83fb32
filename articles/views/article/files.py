"""The files of an article, the one that most readers want first."""

from __future__ import annotations

from urllib.parse import quote

from django.utils.translation import gettext as _

from articles.records.languages import Language
from articles.records.record import Galley, Record

from ..part import Part
from ..words import of_text, size_of


class File(Part, frozen=True):
    url: str
    label: str
    about: str


def files(record: Record, reader: Language) -> list[File]:
    """The best first: a PDF in the reader's language, then in the article's."""
    wanted = {reader: 0, record.language: 1}
    shown_ones = [one for one in record.galleys if one.kind != "image" and one.id is not None]
    shown_ones.sort(
        key=lambda one: (one.kind == "supplement", one.kind != "pdf", wanted.get(one.language, 2))
    )
    return [file(one, record, reader) for one in shown_ones]


def file(galley: Galley, record: Record, reader: Language) -> File:
    about = [of_text(galley.language)] if galley.language != reader else []
    about += [_("%(count)d p.") % {"count": galley.pages}] if galley.pages else []
    label = _("Supplement") if galley.kind == "supplement" else galley.kind.upper()
    return File(
        url=f"/articles/{record.id}/files/{galley.id}/{quote(galley.name, safe='')}",
        label=label,
        about=", ".join([*about, size_of(galley.size)]),
    )
