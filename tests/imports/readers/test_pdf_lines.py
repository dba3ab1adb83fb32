"""Pieces of a PDF page joined to lines."""

import pytest

from articles.imports.readers.pdf_lines import Piece, lines_of


def test_pieces_without_a_size_become_lines():
    pieces = [Piece("Мосты", 50.0, 700.0, 0.0, ""), Piece("степи", 50.0, 600.0, 0.0, "")]

    assert [line.text for line in lines_of(pieces, 1, 1.0)] == ["Мосты", "степи"]


@pytest.mark.parametrize("size", [7.2, 7.9])
def test_small_raised_signs_are_superscripts_and_small_capitals_are_not(size):
    pieces = [Piece("Tan", 50, 700, 9, ""), Piece("a,*", 66, 704, size, ""),
              Piece(", LI", 75, 700, size, "")]  # fmt: skip

    (line,) = lines_of(pieces, 1, 1.0)

    assert (line.text, [(s.start, s.end, s.style) for s in line.spans]) == (
        "Tana,*, LI",
        [(3, 6, "sup")],
    )


@pytest.mark.parametrize(
    ("base", "left", "texts"),
    [
        (705, 50, ["Дала өсімдіктері1,2"]),  # 5 points are less than 0.62 of the size 10
        (707, 50, ["Дала өсімдіктері1", ",2"]),
        (705, 50.5, ["Дала өсімдіктері1", ",2"]),
    ],
)
def test_a_piece_that_begins_where_its_line_does_continues_the_line(base, left, texts):
    pieces = [Piece("Дала өсімдіктері", 50, 700, 10, ""), Piece("1", 131, 705, 6, ""),
              Piece(",2", left, base, 6, "")]  # fmt: skip

    assert [line.text for line in lines_of(pieces, 1, 1.0)] == texts
