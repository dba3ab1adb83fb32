"""The full text of an article in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..html import unbroken
from ..languages import Language
from ..record import Record
from ..urls import picture_addresses
from . import FullText, Labels, read_full_text


def article_text(record: Record, reader: Language) -> FullText | None:
    """The full text with its contents and citations; None without one."""
    labels = _labels(reader if reader != record.language else "")
    text = read_full_text(record.body, record.references, picture_addresses(record), labels)
    return text._replace(html=unbroken(text.html)) if text else None


def _labels(language: str) -> Labels:
    return Labels(
        language=language,
        section_link=_("Link to the section %s"),
        download=_("Download the figure"),
        table=_("Table %s"),
        formula=_("Formula %s"),
        notes=_("Notes"),
        back=_("Back to the text"),
    )
