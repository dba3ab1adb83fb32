"""The files of an imported record are stored once, and only when they are to be stored."""

import hashlib

import msgspec
import pytest
from django.core.files.storage import default_storage

from articles.intake.galley_files import store_galley, with_existing_galleys, with_stored_files
from articles.intake.import_errors import NotImported
from articles.records.record import Galley
from tests.factories import a_record

PDF = b"%PDF-1.4 invented"
CHECKSUM = hashlib.sha256(PDF).hexdigest()
GALLEY = Galley(language="kk", name="a.pdf", size=len(PDF), checksum=CHECKSUM)
PATH = f"galleys/{CHECKSUM[:16]}/a.pdf"


@pytest.fixture
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "a.pdf").write_bytes(PDF)
    return tmp_path


def stored_files(folder):
    media = folder / "media"
    return sorted(
        str(path.relative_to(media)) for path in media.glob("galleys/**/*") if path.is_file()
    )


def test_a_file_is_stored_under_its_checksum_and_name(folder):
    galley = store_galley(GALLEY, folder, store=True, field="galleys[1]")

    assert galley == msgspec.structs.replace(GALLEY, path=PATH)
    assert stored_files(folder) == [PATH]
    assert default_storage.open(PATH).read() == PDF


def test_a_file_that_is_stored_already_is_not_stored_again(folder):
    paths = [
        store_galley(GALLEY, folder, store=True, field="galleys[1]").path for _time in range(2)
    ]

    assert paths == [PATH, PATH]
    assert stored_files(folder) == [PATH]


def test_a_file_that_is_only_checked_is_not_stored(folder):
    galley = store_galley(GALLEY, folder, store=False, field="galleys[1]")

    assert galley.path == PATH
    assert stored_files(folder) == []


@pytest.mark.parametrize("kind", ["pdf", "docx", "epub", "image"])
def test_a_file_that_is_not_of_its_kind_is_refused_at_its_field(folder, kind):
    content = b"<!doctype html><title>a page</title>"
    (folder / "b.pdf").write_bytes(content)
    checksum = hashlib.sha256(content).hexdigest()
    galley = Galley(language="kk", kind=kind, name="b.pdf", size=len(content), checksum=checksum)

    with pytest.raises(NotImported) as refusal:
        with_stored_files(a_record(galleys=(GALLEY, galley)), folder, store=True)

    what = "picture" if kind == "image" else f"{kind.upper()} file"
    message = f"galleys[2]: “b.pdf” is not a {what}."
    assert [str(reason) for reason in refusal.value.reasons] == [message]
    assert stored_files(folder) == [PATH]


def test_a_galley_with_a_key_stays_as_it_is(folder):
    own = msgspec.structs.replace(GALLEY, id=7, path="galleys/own/a.pdf")

    record = with_stored_files(a_record(galleys=(own, GALLEY)), folder, store=False)

    assert record.galleys == (own, msgspec.structs.replace(GALLEY, path=PATH))


def test_a_galley_of_the_existing_article_replaces_the_same_file():
    own = msgspec.structs.replace(GALLEY, id=7, path="galleys/own/a.pdf")
    foreign = msgspec.structs.replace(GALLEY, id=8, path="galleys/foreign/a.pdf")
    other = msgspec.structs.replace(foreign, checksum="0" * 64)
    record = a_record(galleys=(foreign, other))

    known = with_existing_galleys(record, a_record(galleys=(own,)))
    new = with_existing_galleys(record, None)

    assert known.galleys == (own, msgspec.structs.replace(other, id=None, path=""))
    assert new.galleys == (GALLEY, msgspec.structs.replace(other, id=None, path=""))
