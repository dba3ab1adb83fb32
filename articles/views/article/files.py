"""The files of an article, the one that most readers want first."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.records.languages import Language
from articles.records.record import Galley, Record
from articles.records.urls import galley_url_path

from .. import labels
from ..language_names import language_name


class File(NamedTuple):
    url: str
    label: str
    details: str  # its language, pages and size

    @property
    def download_label(self) -> str:
        """`Download PDF`."""
        return _("Download %(kind)s") % {"kind": self.label}


def files(record: Record, reader: Language) -> list[File]:
    """The best first: a PDF in the reader's language, then in the article's."""
    ranks = {reader: 0, record.language: 1}
    galleys = [galley for galley in record.galleys if galley.kind != "image" and galley.id]
    galleys.sort(
        key=lambda galley: (
            galley.kind == "supplement",
            galley.kind != "pdf",
            ranks.get(galley.language, 2),
        )
    )
    return [file(galley, record, reader) for galley in galleys]


def file(galley: Galley, record: Record, reader: Language) -> File:
    details = [language_name(galley.language)] if galley.language != reader else []
    details += [_("%(count)d p.") % {"count": galley.pages}] if galley.pages else []
    return File(
        url=galley_url_path(record, galley),
        label=_("Supplement") if galley.kind == "supplement" else galley.kind.upper(),
        details=", ".join([*details, labels.file_size(galley.size)]),
    )


def picture_addresses(record: Record) -> dict[str, str]:
    """The addresses of the pictures of the full text, by file name."""
    pictures = (galley for galley in record.galleys if galley.kind == "image")
    return {picture.name: galley_url_path(record, picture) for picture in pictures}
