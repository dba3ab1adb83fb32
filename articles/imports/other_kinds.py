"""Kinds of files that are known and not read: what the file is, and what to do instead."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .exceptions import Unreadable
from .xml_bytes import narrow_start

START_BYTES = 4_096
OTHER_KINDS: tuple[tuple[re.Pattern[bytes], str | Promise], ...] = (
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        _("This is a file of Excel or Word 97–2003. Open it and save the table as XLSX."),
    ),
    (
        re.compile(rb"\x1f\x8b|Rar!|7z\xbc\xaf"),
        _("This is an archive, but no ZIP. Unpack it, and upload its files or a ZIP of them."),
    ),
    (
        re.compile(rb"%PDF"),
        _("This is a PDF. Upload it together with the file that describes its article."),
    ),
    (
        re.compile(rb"\{\\rtf"),
        _("This is a text in RTF. Save it as DOCX and open it as a manuscript."),
    ),
    (
        re.compile(rb"\s*(?:%[^\n]*\n\s*)*@\w+\s*\{"),
        _("This is BibTeX, which is not read here. Export Crossref's XML, JATS or a table."),
    ),
    (
        re.compile(rb"\s*TY  ?- "),
        _("This is RIS, which is not read here. Export Crossref's XML, JATS or a table."),
    ),
)
JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[\[{\"\d-]|null|true|false|\Z)")


def refuse_other_kinds(content: bytes) -> None:
    """Raise Unreadable for a file of a kind that is known and not read."""
    start = narrow_start(content[:START_BYTES]).removeprefix(b"\xef\xbb\xbf")
    for beginning, message in OTHER_KINDS:
        if beginning.match(start):
            raise Unreadable(message)


def refuse_unknown_kind(content: bytes) -> None:
    """Raise Unreadable for a file that is neither XML nor a table, and cannot be JSON."""
    if not content.strip():
        raise Unreadable(_("The file is empty. Export or upload it again."))
    if not JSON_START.match(content[:START_BYTES]):
        raise Unreadable(
            _(
                "This is no file of articles. XML and JSON are read, and tables whose first lines "
                "name the columns, such as title, authors and year."
            )
        )
