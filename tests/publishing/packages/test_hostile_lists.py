"""Hostile text in all fields of an article at once in the issue lists: it stays text."""

from io import BytesIO

import docx
import openpyxl
import pytest

from articles.publishing.packages.issue_list.document import document
from articles.publishing.packages.issue_list.workbook import workbook
from tests.exports.articles import a_full_record
from tests.exports.record_fields import fields, with_text
from tests.hostile import IN_FIELDS

PLAIN = "Markerword"


def filled_with(text):
    record = a_full_record()
    for place in fields(record):
        record = with_text(record, place, text)
    return record


def cells(record):
    """The type of each cell that has a text, sheet by sheet."""
    book = openpyxl.load_workbook(BytesIO(workbook([record])))
    return [
        (sheet.title, cell.coordinate, cell.data_type)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    ]


def paragraphs(record):
    return [each.text for each in docx.Document(BytesIO(document([record]))).paragraphs]


@pytest.mark.parametrize("text", IN_FIELDS.values(), ids=IN_FIELDS)
def test_hostile_text_fills_the_same_cells_and_is_no_formula(text):
    hostile = cells(filled_with(text))

    assert hostile == cells(filled_with(PLAIN))
    assert {kind for _sheet, _cell, kind in hostile} == {"s"}


@pytest.mark.parametrize("text", IN_FIELDS.values(), ids=IN_FIELDS)
def test_hostile_text_is_as_many_paragraphs_as_another(text):
    hostile = paragraphs(filled_with(text))

    assert len(hostile) == len(paragraphs(filled_with(PLAIN)))
    assert sum(" ".join(text.split()) in " ".join(line.split()) for line in hostile) > 20
