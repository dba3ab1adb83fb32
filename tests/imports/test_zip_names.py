"""Names in ZIP archives as Windows and macOS write them."""

from __future__ import annotations

import unicodedata
import zipfile

import pytest

from articles.imports.zip_files import articles_in, xml_starts
from articles.imports.zip_names import is_hidden, name_of

TABLE = "language,title_ru,pdf\nru,Соль,статья.pdf\n"


def member(written: bytes, flag=0):
    info = zipfile.ZipInfo(written.decode("utf-8" if flag else "cp437"))
    info.flag_bits = flag
    return info


@pytest.mark.parametrize(
    ("info", "name"),
    [
        (member("выпуск/статья №1.pdf".encode(), flag=0x800), "выпуск/статья №1.pdf"),
        (member("статья.pdf".encode("cp866")), "статья.pdf"),
        (member("мақала.pdf".encode()), "мақала.pdf"),
        (member("Müller.pdf".encode("cp437")), "Müller.pdf"),
        (member(b"a.pdf"), "a.pdf"),
        (member(unicodedata.normalize("NFD", "й.pdf").encode()), "й.pdf"),
    ],
)
def test_a_name_is_read_as_it_was_written(info, name):
    assert name_of(info) == name


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("__MACOSX/a/._t.csv", True),
        ("a/.DS_Store", True),
        ("a/~$t.xlsx", True),
        ("a/t.xlsx", False),
    ],
)
def test_what_systems_leave_is_hidden(name, hidden):
    assert is_hidden(name) is hidden


def archive(tmp_path, **members):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return path


def unpacked(path):
    return [
        (name, sorted(each.name for each in file.parent.iterdir()))
        for file, name in articles_in(path)
    ]


def test_hidden_files_are_no_articles(tmp_path):
    path = archive(
        tmp_path, **{"a/t.csv": TABLE, "__MACOSX/a/._t.csv": "x", "__MACOSX/._a.xml": "<issues>"}
    )

    assert unpacked(path) == [("a/t.csv", ["t.csv"])]
    assert list(xml_starts(path, 100)) == []


def test_files_in_folders_below_lie_beside_the_articles(tmp_path):
    path = archive(
        tmp_path,
        **{"t.csv": TABLE, "pdf/1.pdf": "1", "pdf/deep/2.pdf": "2", "other/t.csv": TABLE},
    )

    assert unpacked(path) == [("t.csv", ["1.pdf", "2.pdf", "t.csv"]), ("other/t.csv", ["t.csv"])]


def test_a_name_in_two_folders_below_is_neither(tmp_path):
    path = archive(tmp_path, **{"t.csv": TABLE, "a/1.pdf": "1", "b/1.pdf": "2"})

    assert unpacked(path) == [("t.csv", ["t.csv"])]


def test_folders_of_a_journals_package_stay_apart(tmp_path):
    path = archive(tmp_path, **{"journal.json": "{}", "1/record.json": "{}", "1/a/1.pdf": "1"})

    assert unpacked(path) == [("1/record.json", ["record.json"])]
