"""The table template as files to download: the names of the columns, and nothing below."""

from __future__ import annotations

import io

from .table import COLUMNS


def csv_template() -> bytes:
    """With a byte order mark, by which Excel knows UTF-8."""
    return f"\ufeff{','.join(COLUMNS)}\r\n".encode()


def xlsx_template() -> bytes:
    """All cells are texts, so that `1-5` does not become a day."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    sheet.append(COLUMNS)
    sheet.freeze_panes = "A2"
    for column in sheet.iter_cols(min_row=1, max_row=1):
        dimension = sheet.column_dimensions[column[0].column_letter]
        dimension.width, dimension.number_format = 18, "@"
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()
