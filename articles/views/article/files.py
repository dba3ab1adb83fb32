"""The files of an article, the one that most readers want first."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from articles.records.languages import Language
from articles.records.record import ExternalFile, Galley, Record
from articles.records.urls import galley_url_path

from .. import labels
from ..language_names import language_name


class File(NamedTuple):
    url: str
    label: str
    details: str  # its language, pages and size
    is_external: bool = False

    @property
    def download_label(self) -> str:
        """`Download PDF`; of a file on another site its own label."""
        return self.label if self.is_external else _("Download %(kind)s") % {"kind": self.label}


def files(record: Record, reader: Language) -> list[File]:
    """The best first: a PDF in the reader's language, then in the article's; other sites' last."""
    ranks = {reader: 0, record.language: 1}
    galleys = [galley for galley in record.galleys if galley.kind != "image" and galley.id]
    galleys.sort(
        key=lambda galley: (
            galley.kind == "supplement",
            galley.kind != "pdf",
            ranks.get(galley.language, 2),
        )
    )
    own = [file(galley, record, reader) for galley in galleys]
    return own + [external_file(each, reader) for each in record.external_files]


def file(galley: Galley, record: Record, reader: Language) -> File:
    details = [language_name(galley.language)] if galley.language != reader else []
    details += [_("%(count)d p.") % {"count": galley.pages}] if galley.pages else []
    return File(
        url=galley_url_path(record, galley),
        label=_("Supplement") if galley.kind == "supplement" else galley.kind.upper(),
        details=", ".join([*details, labels.file_size(galley.size)]),
    )


def external_file(external: ExternalFile, reader: Language) -> File:
    """A link to a file on another site, which is named beside it."""
    details = [language_name(external.language)] if external.language != reader else []
    return File(
        url=external.url,
        label=external.label or _("Full text"),
        details=", ".join([*details, urlsplit(external.url).netloc]),
        is_external=True,
    )
