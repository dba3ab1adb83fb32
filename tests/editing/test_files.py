"""The first bytes of a file have to be those of its kind."""

import pytest
from django.core.files.base import ContentFile

from articles.editing.files import WrongFileKind, check_kind

HTML = b"<!doctype html><title>a page</title>"
PNG = b"\x89PNG\r\n\x1a\n small"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("pdf", b"%PDF-1.4 small"),
        ("docx", b"PK\x03\x04 small"),
        ("epub", b"PK\x03\x04 small"),
        ("html", HTML),
        ("html", b"\xef\xbb\xbf\n <p>A page</p>"),
        ("xml", b"<?xml version='1.0'?><article/>"),
        ("image", PNG),
        ("image", b"\xff\xd8\xff\xe0 small"),
        ("image", b"GIF89a small"),
        ("image", b"RIFF\x10\0\0\0WEBP"),
        ("supplement", b"MZ anything"),
    ],
)
def test_a_file_of_its_kind_is_accepted_and_read_from_its_start(kind, content):
    file = ContentFile(content, "a file")

    check_kind(file, kind)

    assert file.read() == content


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("pdf", HTML),
        ("pdf", b""),
        ("pdf", b" %PDF-1.4"),
        ("docx", b"%PDF-1.4"),
        ("epub", HTML),
        ("html", b"MZ not a page"),
        ("xml", b"%PDF-1.4"),
        ("image", HTML),
        ("image", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ],
)
def test_a_file_of_another_kind_is_refused_by_name(kind, content):
    with pytest.raises(WrongFileKind) as refusal:
        check_kind(ContentFile(content, "мақала.bin"), kind)

    what = "picture" if kind == "image" else f"{kind.upper()} file"
    assert str(refusal.value) == f"“мақала.bin” is not a {what}."
