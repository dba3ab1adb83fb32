"""Files on the disk are there whole or not at all."""

import errno
import os

import pytest
from django.core.files.base import ContentFile

from journal.folder import Folder

PATH = "galleys/ab/a.pdf"


class FullDisk(ContentFile):
    """A file of which the disk takes the first part."""

    def chunks(self, chunk_size=None):
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")


def stored(root):
    return [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]


def test_a_file_is_stored_under_its_path_and_nothing_else_is_left(tmp_path):
    name = Folder(tmp_path).save(PATH, ContentFile(b"whole"))

    assert (name, (tmp_path / name).read_bytes()) == (PATH, b"whole")
    assert stored(tmp_path) == [PATH]


def test_a_full_disk_leaves_no_half_file(tmp_path):
    with pytest.raises(OSError, match="No space left on device"):
        Folder(tmp_path).save(PATH, FullDisk(b""))

    assert stored(tmp_path) == []


def test_two_files_for_one_path_at_once_get_a_path_each(tmp_path, monkeypatch):
    storage = Folder(tmp_path)
    storage.save(PATH, ContentFile(b"first"))
    monkeypatch.setattr(storage, "get_available_name", lambda name, max_length=None: "b.pdf")

    name = storage._save(PATH, ContentFile(b"second"))

    assert name == "b.pdf"
    assert {path: (tmp_path / path).read_bytes() for path in stored(tmp_path)} == {
        PATH: b"first",
        "b.pdf": b"second",
    }


def test_a_file_has_the_permissions_of_the_settings(tmp_path, settings):
    settings.FILE_UPLOAD_PERMISSIONS = 0o640

    Folder(tmp_path).save(PATH, ContentFile(b"whole"))

    assert oct(os.stat(tmp_path / PATH).st_mode & 0o777) == "0o640"
