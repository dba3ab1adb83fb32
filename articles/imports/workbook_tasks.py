"""What the limited process does with an XLSX file."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from itertools import islice
from typing import Any

import msgspec

CELLS_MOST = 200  # of a row
MERGED_MOST = 20_000
MERGED = re.compile(rb'<mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
HIDDEN = re.compile(rb'<row (?=[^>]*?hidden="(?:1|true)")[^>]*?\br="(\d{1,7})"')

Row = tuple[int, list[str]]  # its number in the sheet, and its cells
Merged = tuple[int, int, int]  # the column, from 0, and the first and last row of merged cells


class Sheet(msgspec.Struct):
    """The rows of the first sheet that are not empty, its merged cells and its hidden rows.

    `others` are the names of other sheets that hold something.
    """

    rows: list[Row] = []
    merged: list[Merged] = []
    hidden: list[int] = []
    others: list[str] = []


def sheet_at(path: str, most: int) -> Sheet:
    """The first sheet, with at most one row more than `most`."""
    from openpyxl import load_workbook

    rows: list[Row] = []
    with open(path, "rb") as file:  # openpyxl refuses a path without .xlsx
        workbook = load_workbook(file, read_only=True, keep_links=False)
        sheet, *others = workbook.worksheets
        sheet.reset_dimensions()  # as the file states them, they need not be true
        for number, cells in enumerate(sheet.iter_rows(max_col=CELLS_MOST, values_only=True), 1):
            if cells.count(None) == len(cells):  # a million of these may come before a far cell
                continue
            if texts := without_end([text_of(cell) for cell in cells]):
                rows.append((number, texts))
            if len(rows) > most:
                break
        with zipfile.ZipFile(file) as archive:
            content = archive.read(sheet._worksheet_path)
        return Sheet(
            rows=rows,
            merged=merged_down(content),
            hidden=[int(match[1]) for match in islice(HIDDEN.finditer(content), MERGED_MOST)],
            others=[other.title for other in others if has_text(other)],
        )


def merged_down(content: bytes) -> list[Merged]:
    """The merged cells of a sheet that reach over several rows; openpyxl does not stream them."""
    found = []
    for match in islice(MERGED.finditer(content), MERGED_MOST):
        left, top, _right, bottom = (part.decode() for part in match.groups())
        column = column_number(left) - 1
        if int(bottom) > int(top) and column < CELLS_MOST:
            found.append((column, int(top), int(bottom)))
    return found


def column_number(letters: str) -> int:
    """The number of the column `AB`, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def has_text(sheet: Any) -> bool:
    """Whether a sheet has a text in its first rows; a new workbook has empty sheets."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=20, max_col=CELLS_MOST, values_only=True)
    return any(value is not None for cells in rows for value in cells)


def without_end(texts: list[str]) -> list[str]:
    """The cells up to the last that has a text."""
    while texts and not texts[-1]:
        texts.pop()
    return texts


def text_of(value: Any) -> str:
    """What a cell shows: a day as 2024-03-29, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(getattr(value, "text", value)).strip()
