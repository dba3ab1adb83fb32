"""The rows of the table template as XLSX, read in a limited process."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from django.utils.translation import gettext_lazy as _

from articles.limited_process import NoAnswer, call, file_on_disk

from .exceptions import Unreadable
from .workbook_tasks import Sheet, sheet_at
from .zip_files import DAMAGED

UNPACKED_BYTES = 100_000_000
ROWS_MOST = 10_000
SECONDS = 30  # of the processor; a thousand articles take two
WORKBOOK = "xl/workbook.xml"


def is_workbook(file: Path | IO[bytes]) -> bool:
    """Whether a file is XLSX, by what is in it."""
    with suppress(*DAMAGED), zipfile.ZipFile(file) as opened:
        return WORKBOOK in opened.namelist()
    return False


def read_sheet(content: bytes) -> Sheet:
    """The first sheet; raises Unreadable.

    A formula is its text, since the file may hold any result for it.
    """
    refuse_bomb(content)
    try:
        with file_on_disk([content]) as path:
            sheet = call(sheet_at, path, ROWS_MOST, seconds=SECONDS)
    except NoAnswer as error:
        raise Unreadable(
            _("This XLSX file is damaged or too complex. Save the table as CSV UTF-8.")
        ) from error
    if len(sheet.rows) > ROWS_MOST:
        raise Unreadable(_("The table has more than 10,000 rows. Split it."))
    return sheet


def refuse_bomb(content: bytes) -> None:
    """Raise Unreadable for an archive that unpacks to far more than a table has."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            size = sum(member.file_size for member in opened.infolist())
    except DAMAGED as error:
        raise Unreadable(_("This XLSX file is damaged. Save it again.")) from error
    if size > UNPACKED_BYTES:
        raise Unreadable(_("This XLSX file unpacks to more than 100 MB. Split the table."))
