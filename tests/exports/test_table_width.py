"""Tables that are wide get smaller type, then a turned page, then words that break."""

import pytest

from articles.exports.typesetting.blocks import Cell, Run, Table
from articles.exports.typesetting.table_width import fitted


def a_table(columns, word):
    cells = tuple(Cell(x, 0, 1, 1, False, (Run(word),)) for x in range(columns))
    return Table(columns, cells)


@pytest.mark.parametrize(
    ("columns", "size", "is_turned", "is_broken"),
    [(3, 9, False, False), (10, 8, False, False), (11, 7, False, False), (14, 9, True, False),
     (19, 6, True, False), (20, 6, True, True), (200, 6, True, True)],
)  # fmt: skip
def test_the_type_shrinks_and_the_page_turns(columns, size, is_turned, is_broken):
    table = fitted(a_table(columns, "өсімдіктер"))

    assert (table.size, table.is_turned, table.is_broken) == (size, is_turned, is_broken)


def test_only_words_count_not_sentences():
    assert not fitted(a_table(5, "дала су жел " * 50)).is_turned


def test_words_that_do_not_fit_break_behind_each_letter():
    table = fitted(a_table(60, "дала"))

    assert table.cells[0].runs[0].text == "д\u200bа\u200bл\u200bа"


def test_a_cell_over_several_columns_does_not_widen_them():
    wide = Cell(0, 0, 3, 1, True, (Run("Өсімдіктердің"),))

    assert fitted(Table(3, (wide,))).size == 9
