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
