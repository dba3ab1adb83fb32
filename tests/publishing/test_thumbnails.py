"""First pages of PDFs as small pictures: drawn once each, outside the site's process."""

import io
import sys

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles.publishing import thumbnails
from articles.records.record import Galley
from tests.publishing.damaged_pdfs import DAMAGED, ENCRYPTED
from tests.publishing.pdfs import a_pdf


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


def a_galley(content, checksum="ab" * 32):
    path = default_storage.save("files/a.pdf", ContentFile(content))
    return Galley(
        language="kk", name="a.pdf", size=len(content), checksum=checksum, path=path, pages=1
    )


def test_the_first_page_is_drawn_as_a_small_png():
    path = thumbnails.thumbnail_path(a_galley(a_pdf(["Дала"] * 20, []).read()))

    with default_storage.open(path) as file:
        picture = Image.open(io.BytesIO(file.read()))
        picture.load()
    assert path == f"thumbnails/ab/{'ab' * 32}.png"
    assert picture.size == (156, 220)
    assert picture.getpixel((0, 0)) == (255, 255, 255)
    assert picture.convert("L").getextrema()[0] < 200
    assert "pypdfium2" not in sys.modules


def test_the_same_content_is_drawn_once(monkeypatch):
    galley = a_galley(a_pdf(["x"]).read())
    first = thumbnails.thumbnail_path(galley)
    monkeypatch.setattr(thumbnails, "draw", None)

    assert thumbnails.thumbnail_path(galley) == first


@pytest.mark.parametrize("content", [*DAMAGED.values(), ENCRYPTED, b"", b"%PDF-1.7"])
def test_whatever_a_file_holds_there_is_a_picture_or_none(content):
    path = thumbnails.thumbnail_path(a_galley(content))

    assert path is None or default_storage.size(path) < 200_000


def test_a_file_that_cannot_be_drawn_is_not_tried_again_at_once(monkeypatch):
    galley = a_galley(b"no PDF")
    assert thumbnails.thumbnail_path(galley) is None
    monkeypatch.setattr(thumbnails, "draw", None)

    assert thumbnails.thumbnail_path(galley) is None
