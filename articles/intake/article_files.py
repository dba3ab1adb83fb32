"""Files and folders of articles, of every kind that is read: what became of each file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from os import walk
from pathlib import Path

import msgspec
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editing.files import ISSUE_BYTES
from articles.imports import Unreadable, kind_of, ojs, table_workbook, zip_files
from articles.imports.json_file import MOST_BYTES
from articles.preflight.blocked import Blocked

from .import_errors import NotImported
from .importing import Imported, Importer, import_file
from .journal_file import read_journal
from .journal_package import import_draft, restore_journal

# In the package of a journal: folders of articles that were not published, and what editors had
# changed since an article was released.
DRAFTS, DRAFT = "drafts/", "draft.json"
START_BYTES = 4_096  # by which an export of OJS is known


class ImportedFile(msgspec.Struct, frozen=True, kw_only=True):
    """Its articles, or the reasons why nothing of it was saved."""

    name: str  # the path, with that inside an archive
    kind: str = ""  # as `imports.kind_of` says
    articles: tuple[Imported, ...] = ()
    errors: tuple[str, ...] = ()


def files_at(path: Path) -> Iterator[Path]:
    """The file, or the files of a folder and of those inside it in the order of their names.

    The files that belong to articles, such as PDFs, are not named.
    """
    if not path.is_dir():
        yield path
        return
    for name, folders, _files in walk(path):
        folders.sort()
        yield from zip_files.article_files(Path(name), archives=True)


def is_ojs_export(path: Path) -> bool:
    """Whether the file, or an XML file in the archive, is an export of OJS. Raises OSError."""
    return any(map(ojs.is_export, starts_of(path)))


def import_path(path: Path, importer: Importer) -> Iterator[ImportedFile]:
    """Imports a file, or each file of an archive, completely or not at all."""
    try:
        if not zipfile.is_zipfile(path) or table_workbook.is_workbook(path):
            yield import_one(path, importer, str(path))
            return
        with_issues = msgspec.structs.replace(importer, makes_issues=True)
        if description := zip_files.journal_of(path):
            yield from import_package(path, description, with_issues)
            return
        for file, name in zip_files.articles_in(path):
            yield import_one(file, with_issues, str(path / name))
    except OSError as error:
        yield ImportedFile(name=str(path), errors=(error.strerror or str(error),))
    except Unreadable as problem:
        yield ImportedFile(name=str(path), errors=(str(problem),))
    except NotImported as refusal:
        yield ImportedFile(name=str(path), errors=tuple(map(str, refusal.reasons)))


def import_package(path: Path, description: bytes, importer: Importer) -> list[ImportedFile]:
    """A whole journal. A dry run is undone at the end, since articles need their issues.

    Raises Unreadable and NotImported for the journal itself.
    """
    with transaction.atomic() if importer.dry_run else nullcontext():
        journal = restore_journal(read_journal(description), importer, partial(issue_file, path))
        importer = msgspec.structs.replace(importer, journal=journal, restores=True)
        files = [
            import_one(file, importer_of(name, importer), str(path / name))
            for file, name in zip_files.articles_in(path)
        ]
        if importer.dry_run:
            transaction.set_rollback(True)
    return files


def importer_of(name: str, importer: Importer) -> Importer:
    """Drafts in the package of a journal stay drafts; what was published passes no check again."""
    publisher = None if name.startswith(DRAFTS) else importer.publisher
    if publisher:
        publisher = publisher.despite_errors(str(_("restored from the package of the journal")))
    return msgspec.structs.replace(importer, publisher=publisher)


def issue_file(archive: Path, place: str) -> File[bytes] | None:
    """The file of an issue in the package of its journal."""
    file = zip_files.open_member(archive, place, ISSUE_BYTES)
    return File(file, Path(place).name) if file else None


def import_one(file: Path, importer: Importer, name: str) -> ImportedFile:
    """`name` is what messages call the file."""
    imported = ImportedFile(name=name)
    try:
        content = read_content(file)
        imported = ImportedFile(name=name, kind=kind_of(content))
        articles = import_file(content, importer, file.parent, file.name)
        draft = file.with_name(DRAFT)
        is_restored = importer.restores and not importer.dry_run and not articles[0].is_kept
        if is_restored and draft.is_file():
            import_draft(read_content(draft), importer, draft.parent, articles[0].article)
    except OSError as error:
        return with_errors(imported, [error.strerror or str(error)])
    except Unreadable as problem:
        return with_errors(imported, [str(problem)])
    except NotImported as refusal:
        return with_errors(imported, map(str, refusal.reasons))
    except Blocked as blocked:
        return with_errors(imported, blocked_lines(blocked))
    return msgspec.structs.replace(imported, articles=tuple(articles))


def with_errors(imported: ImportedFile, errors: Iterable[str]) -> ImportedFile:
    return msgspec.structs.replace(imported, errors=tuple(errors))


def blocked_lines(blocked: Blocked) -> Iterator[str]:
    title = " ".join(getattr(blocked, "__notes__", ()))
    for finding in blocked.findings:
        field = f"{finding.field} {finding.language}" if finding.language else finding.field
        yield f"{title}: {field}: {finding.message} {finding.remedy}"


def starts_of(path: Path) -> Iterator[bytes]:
    """The first bytes of a file, or of each XML file in an archive."""
    if zipfile.is_zipfile(path):
        yield from zip_files.xml_starts(path, START_BYTES)
        return
    with path.open("rb") as stream:
        yield stream.read(START_BYTES)


def read_content(file: Path) -> bytes:
    """At most a byte more than the limit, by which a file that is too large is noticed."""
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def status_of(imported: Imported, importer: Importer) -> str:
    if imported.is_published:
        return _("published")
    if importer.publisher:
        return _("not published: it has no date of publication")
    return str(imported.article.get_status_display())
