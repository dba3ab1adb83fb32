"""What the limited process does with an XLSX file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

CELLS_MOST = 200  # of a row

Row = tuple[int, list[str]]  # its number in the sheet, and its cells


def rows_at(path: str, most: int) -> tuple[list[Row], list[str]]:
    """The rows of the first sheet that are not empty, at most one more than `most`.

    With them the names of other sheets that hold something.
    """
    from openpyxl import load_workbook

    rows: list[Row] = []
    with open(path, "rb") as file:  # openpyxl refuses a path without .xlsx
        sheet, *others = load_workbook(file, read_only=True, keep_links=False).worksheets
        sheet.reset_dimensions()  # as the file states them, they need not be true
        for number, cells in enumerate(sheet.iter_rows(max_col=CELLS_MOST, values_only=True), 1):
            if cells.count(None) == len(cells):  # a million of these may come before a far cell
                continue
            if texts := without_end([text_of(cell) for cell in cells]):
                rows.append((number, texts))
            if len(rows) > most:
                break
        return rows, [other.title for other in others if has_text(other)]


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
