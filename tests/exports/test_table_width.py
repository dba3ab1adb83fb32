"""Tables that are wide get smaller type, then a turned page, then words that break."""

import pytest

from articles.exports.typesetting.blocks import Cell, Listing, Run, Table
from articles.exports.typesetting.table_width import USUAL_ROOMS, fit_table, fitted_blocks, rooms_of
from articles.records.pdf_layout import PdfLayout


def a_table(columns, word):
    cells = tuple(Cell(x, 0, 1, 1, False, (Run(word),)) for x in range(columns))
    return Table(columns, cells)


@pytest.mark.parametrize(
    ("columns", "size", "is_turned", "is_broken"),
    [(3, 9, False, False), (10, 8, False, False), (11, 7, False, False), (14, 9, True, False),
     (19, 6, True, False), (20, 6, True, True), (200, 6, True, True)],
)  # fmt: skip
def test_the_type_shrinks_and_the_page_turns(columns, size, is_turned, is_broken):
    table = fit_table(a_table(columns, "өсімдіктер"), USUAL_ROOMS)

    assert (table.size, table.is_turned, table.is_broken) == (size, is_turned, is_broken)


def test_only_words_count_not_sentences():
    assert not fit_table(a_table(5, "дала су жел " * 50), USUAL_ROOMS).is_turned


def test_words_that_do_not_fit_break_behind_each_letter():
    table = fit_table(a_table(60, "дала"), USUAL_ROOMS)

    assert table.cells[0].runs[0].text == "д\u200bа\u200bл\u200bа"


def test_a_cell_over_several_columns_does_not_widen_them():
    wide = Cell(0, 0, 3, 1, True, (Run("Өсімдіктердің"),))

    assert fit_table(Table(3, (wide,)), USUAL_ROOMS).size == 9


@pytest.mark.parametrize(
    ("columns", "size", "is_wide", "is_turned"),
    [(3, 9, False, False), (5, 7, False, False), (6, 9, True, False), (12, 9, False, True)],
)
def test_in_two_columns_a_table_spans_both_before_it_is_turned(columns, size, is_wide, is_turned):
    rooms = rooms_of(PdfLayout(columns=2))

    table = fit_table(a_table(columns, "өсімдіктер"), rooms)

    assert (table.size, table.is_wide, table.is_turned) == (size, is_wide, is_turned)


def test_a_table_inside_a_list_stays_in_its_column():
    listing = Listing(False, 1, ((a_table(60, "дала"),),))

    (fit,) = fitted_blocks([listing], USUAL_ROOMS)

    ((table,),) = fit.entries
    assert (table.is_wide, table.is_turned, table.is_broken) == (False, False, True)
