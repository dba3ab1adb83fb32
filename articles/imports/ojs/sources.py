"""The XML files of an export: single files, those of a folder, and those in ZIP archives."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.imports.exceptions import Unreadable
from articles.imports.zip_names import is_hidden, name_of

from .contents import Place
from .file_folders import FileFolders, Folder

RATIO_MOST = 200  # of the sizes of an XML file and of its compressed form; base64 has 1.3
RATIO_FROM = 50_000_000  # bytes; smaller files may compress well
MEMBERS_MOST = 200_000


class Source(msgspec.Struct, frozen=True):
    """An XML file, and the folders where the files that it names may lie."""

    place: Place
    folders: FileFolders
    size: int


def sources_in(paths: Iterable[Path], files: Path | None = None) -> Iterator[Source]:
    """The XML files at these paths in the order of their names; `files` is OJS's files_dir.

    Raises Unreadable for a damaged archive or one that unpacks to far more than it can hold.
    """
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.is_file())
            export_files = [
                each
                for each in inside
                if each.suffix.lower() in (".xml", ".zip")
                and not is_hidden(each.relative_to(path).as_posix())
            ]
            yield from sources_in(export_files, files)
        elif zipfile.is_zipfile(path):
            yield from members_of(path, files)
        else:
            yield Source(Place(path), folders_for(files, Folder(path.parent)), path.stat().st_size)


def members_of(archive: Path, files: Path | None) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [each for each in opened.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, OSError) as error:
        raise Unreadable(_("This ZIP archive is damaged. Upload it again.")) from error
    if len(members) > MEMBERS_MOST:
        raise Unreadable(_("This ZIP archive has more than 200,000 files. Split it."))
    names = {name_of(member): member.filename for member in members}
    for member in sorted(members, key=name_of):
        name = name_of(member)
        if name.lower().endswith(".xml") and not is_hidden(name):
            refuse_bomb(member)
            inside = Path(PurePosixPath(name).parent)
            folder = Folder(inside, archive, names)
            top = Folder(Path(), archive, names)
            folders = folders_for(files, folder, top)
            yield Source(Place(archive, member.filename, name), folders, member.file_size)


def folders_for(files: Path | None, *beside: Folder) -> FileFolders:
    return FileFolders(*([Folder(files)] if files else []), *beside)


def refuse_bomb(member: zipfile.ZipInfo) -> None:
    if member.file_size > RATIO_FROM and member.file_size > member.compress_size * RATIO_MOST:
        message = _("%(name)s unpacks to %(times)d times its size: it is no export of OJS.")
        times = member.file_size // max(member.compress_size, 1)
        raise Unreadable(str(message) % {"name": member.filename, "times": times})
