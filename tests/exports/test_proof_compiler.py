"""The process of the typesetter: which pictures it can show."""

import io
import random

import pytest
from PIL import Image

from articles.exports.typesetting import compiler
from articles.exports.typesetting.compiler import compiler_of, is_picture, pdf_of


def a_picture(kind):
    stored = io.BytesIO()
    Image.new("RGB", (6, 4), "green").save(stored, kind)
    return stored.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("picture-1.png", a_picture("PNG"), True),
        ("picture-2.jpg", a_picture("JPEG"), True),
        ("picture-3.png", a_picture("PNG")[:20], False),
        ("picture-4.png", b"", False),
        ("picture-5.emf", b"\x01\x00\x00\x00", False),
    ],
)
def test_a_file_that_cannot_be_shown_is_no_picture(tmp_path, name, content, shown):
    path = tmp_path / name
    path.write_bytes(content)

    assert is_picture(path, tmp_path) is shown


def test_a_source_becomes_a_pdf(tmp_path):
    steppe = compiler_of(b"Steppe", tmp_path, {}, own_fonts=False)

    assert pdf_of(steppe)[:5] == b"%PDF-"


def test_pictures_of_too_many_bytes_together_are_made_smaller(tmp_path, monkeypatch):
    monkeypatch.setattr(compiler, "ISSUE_PICTURE_BYTES", 60_000)
    monkeypatch.setattr(compiler, "LEAST_PIXELS", 100)
    large, small = (a_noisy_picture(tmp_path / name, side) for name, side in SIDES.items())

    assert compiler.reduce_together([large, small])

    assert [side_of(path) for path in (large, small)] == [173, 150]
    assert not compiler.reduce_together([large])


SIDES = {"picture-0.png": 200, "picture-1.png": 150}


def a_noisy_picture(path, side):
    pixels = random.Random(side).randbytes(side * side)
    Image.frombytes("L", (side, side), pixels).save(path)
    return path


def side_of(path):
    with Image.open(path) as picture:
        return max(picture.size)
