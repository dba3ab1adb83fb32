"""Articles in ZIP archives: one folder after the other is unpacked, imported and removed."""

from __future__ import annotations

import lzma
import shutil
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

from django.utils.translation import gettext as _

from .exceptions import Unreadable
from .zip_names import is_hidden, name_of

MEMBERS_MOST = 200_000
FOLDER_BYTES = 2 * 2**30  # unpacked, of the files in one folder
RATIO_MOST = 200  # of the sizes unpacked and packed
RATIO_FROM = 50_000_000  # bytes; smaller files may compress well
RECORD = "record.json"  # in the package of a journal: the other files of its folder are its own
JOURNAL = "journal.json"  # at the top of such a package
JOURNAL_BYTES = 50 * 2**20
# What Python's libraries raise for archives that are damaged, encrypted or packed in unknown ways.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError, EOFError,
)  # fmt: skip
SUFFIXES = (".xml", ".json", ".csv", ".xlsx")
ARCHIVE = ".zip"
OFFICE = "[Content_Types].xml"  # in files of Word and Excel, which are ZIP archives too

Folders = dict[str, list[zipfile.ZipInfo]]  # the files of each folder by its name


def articles_in(archive: Path) -> Iterator[tuple[Path, str]]:
    """Each file with articles, unpacked with all files of its folder, and its name in the archive.

    The files are removed when the next is taken. Raises Unreadable for an archive that is damaged,
    holds no articles, or unpacks to more than it may.
    """
    count = 0
    try:
        with zipfile.ZipFile(archive) as opened:
            for name, members in folders_of(opened):
                with TemporaryDirectory() as folder:
                    for member in members:
                        unpack(opened, member, Path(folder))
                    for path in article_files(Path(folder)):
                        count += 1
                        yield path, str(PurePosixPath(name) / path.name)
    except DAMAGED as error:
        raise Unreadable(_("This ZIP archive is damaged. Upload it again.")) from error
    if not count:
        raise Unreadable(_("This ZIP archive has no article in it: no XML and no JSON file."))


def journal_of(archive: Path) -> bytes | None:
    """The description of the journal, if this is the package of one."""
    file = open_member(archive, JOURNAL, JOURNAL_BYTES)
    return file.read() if file else None


def open_member(archive: Path, name: str, most: int) -> IO[bytes] | None:
    """A copy of a file of the archive, by its place; None if it is not there.

    Raises Unreadable for a damaged archive, and for a file of more bytes than `most`.
    """
    copy = TemporaryFile()  # noqa: SIM115  # the caller reads it
    try:
        with zipfile.ZipFile(archive) as opened:
            if name not in opened.namelist():
                return None
            if opened.getinfo(name).file_size > most:
                values = {"name": name, "size": most // 2**20}
                raise Unreadable(_("“%(name)s” is larger than %(size)d MB.") % values)
            with opened.open(name) as source:  # gives no more bytes than its stated size
                shutil.copyfileobj(source, copy)
    except DAMAGED as error:
        raise Unreadable(_("This ZIP archive is damaged. Upload it again.")) from error
    copy.seek(0)
    return copy


def xml_starts(archive: Path, size: int) -> Iterator[bytes]:
    """The first bytes of each XML file; nothing for a damaged archive."""
    with suppress(*DAMAGED), zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            name = name_of(member)
            if name.lower().endswith(".xml") and not is_hidden(name):
                with opened.open(member) as source:
                    yield source.read(size)


def folders_of(opened: zipfile.ZipFile) -> Iterator[tuple[str, list[zipfile.ZipInfo]]]:
    """The files of each folder, in the order of their names; raises Unreadable for a bomb."""
    members = [
        each for each in opened.infolist() if not each.is_dir() and not is_hidden(name_of(each))
    ]
    if len(members) > MEMBERS_MOST:
        raise Unreadable(_("This ZIP archive has more than 200,000 files. Split it."))
    if any(each.filename == OFFICE for each in members):
        raise Unreadable(_("This is a file of Word or Excel, not an archive of articles."))
    members.sort(key=lambda each: (folder_of(each), name_of(each)))
    folders = {name: list(group) for name, group in groupby(members, key=folder_of)}
    for name, files in with_files_below(folders).items():
        refuse_bomb(name, files)
        yield name, files


def folder_of(member: zipfile.ZipInfo) -> str:
    return str(PurePosixPath(name_of(member)).parent)


def with_files_below(folders: Folders) -> Folders:
    """The folders; one with articles has also the files of those below it that have none.

    A name that two of those folders have is left out, since it would be the one or the other. The
    package of a journal names its files with their places, and has none to be found.
    """
    with_articles = [name for name, files in folders.items() if has_articles(files)]
    below: Folders = {name: [] for name in with_articles}
    for name, files in folders.items():
        above = (str(each) for each in PurePosixPath(name).parents)
        nearest = next((each for each in above if each in below), None)
        if nearest is not None and name not in below and not is_of_package(folders[nearest]):
            below[nearest] += files
    return {
        name: [*files, *unlike_others(files, below.get(name, []))]
        for name, files in folders.items()
    }


def has_articles(files: list[zipfile.ZipInfo]) -> bool:
    return any(last_name(each).lower().endswith(SUFFIXES) for each in files)


def is_of_package(files: list[zipfile.ZipInfo]) -> bool:
    return any(last_name(each) in (JOURNAL, RECORD) for each in files)


def unlike_others(
    own: list[zipfile.ZipInfo], below: list[zipfile.ZipInfo]
) -> Iterator[zipfile.ZipInfo]:
    counts = Counter(map(last_name, (*own, *below)))
    return (each for each in below if counts[last_name(each)] == 1)


def last_name(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(name_of(member).replace("\\", "/")).name


def refuse_bomb(name: str, files: list[zipfile.ZipInfo]) -> None:
    is_bomb = sum(each.file_size for each in files) > FOLDER_BYTES or any(
        each.file_size > max(RATIO_FROM, RATIO_MOST * each.compress_size) for each in files
    )
    if is_bomb:
        raise Unreadable(
            _("The folder “%(name)s” of this ZIP archive unpacks to far more than it can hold.")
            % {"name": name}
        )


def unpack(opened: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    """Write a file by its last name alone, so that no path leads out of the folder."""
    name = last_name(member)
    if name in ("", ".", ".."):
        return
    with opened.open(member) as source, (folder / name).open("wb") as target:
        shutil.copyfileobj(source, target)


def article_files(folder: Path, *, archives: bool = False) -> list[Path]:
    """The record of a package's folder, else every XML, JSON, CSV and XLSX file.

    The description of a journal is none. `archives`: also ZIP archives.
    """
    suffixes = (*SUFFIXES, ARCHIVE) if archives else SUFFIXES
    if (folder / JOURNAL).is_file():
        return []
    if (folder / RECORD).is_file():
        return [folder / RECORD]
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in suffixes and path.is_file() and not is_hidden(path.name)
    )
