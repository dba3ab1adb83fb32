"""The process of the typesetter: which pictures it can show."""

import io

import pytest
from PIL import Image

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
    compiler = compiler_of(b"Steppe", tmp_path, {}, own_fonts=False)

    assert pdf_of(compiler)[:5] == b"%PDF-"
