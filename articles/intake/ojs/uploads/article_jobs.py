"""What a worker does with uploaded files of articles: the plan, and the import file by file.

The plan is the import of each file, taken back. What is here already stays, or becomes a new
revision, so that an import may be repeated, also by the next worker after one that died.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from articles.imports import Unreadable
from articles.intake.article_files import ImportedFile, import_path, is_ojs_export
from articles.intake.import_errors import NotImported
from articles.intake.importing import Importer, Publisher
from articles.intake.registered.comparison import Comparison, compare, read_registered
from articles.models import OjsImport
from articles.records.pictures import IMAGES

from .jobs import PROGRESS, finish, is_cancelled

BESIDE = ("pdf", *IMAGES)  # files that belong to articles
NOTES_MOST = 200  # of a file
State = OjsImport.State


class FileReport(msgspec.Struct, frozen=True, kw_only=True):
    """What would become of a file, or became of it. With errors nothing of it is saved."""

    name: str
    kind: str = ""
    is_ojs: bool = False
    errors: tuple[str, ...] = ()
    new_count: int = 0
    updated_count: int = 0
    kept: tuple[tuple[int, str], ...] = ()  # articles that stay as they are, with their titles
    published_count: int = 0
    notes: tuple[tuple[str, str], ...] = ()  # title of the article, what was left out
    note_count: int = 0


class FilesPlan(msgspec.Struct, frozen=True, kw_only=True):
    """`comparison`: with what Crossref has registered, for files of Crossref."""

    files: tuple[FileReport, ...] = ()
    comparison: Comparison | None = None

    @property
    def coming_count(self) -> int:
        return sum(file.new_count + file.updated_count for file in self.files)


def work_on(
    ojs_import: OjsImport,
    paths: tuple[Path, ...],
    publisher: Publisher | None,
    is_stopped: Callable[[], bool],
) -> None:
    is_plan = ojs_import.state == State.PLANNING
    importer = importer_of(ojs_import, publisher, dry_run=is_plan)
    reports: list[FileReport] = []
    for report in reports_of_all(paths, importer):
        reports.append(report)
        save_progress(ojs_import, reports, is_plan=is_plan)
        if is_cancelled(ojs_import):
            finish(ojs_import, State.PLANNED if ojs_import.plan else State.UPLOADING, [])
            return
        if is_stopped():
            OjsImport.objects.filter(pk=ojs_import.pk).update(due_at=ojs_import.changed_at)
            return
    if is_plan:
        comparison = comparison_of(paths, importer, ojs_import, reports)
        plan = FilesPlan(files=tuple(reports), comparison=comparison)
        ojs_import.plan = msgspec.json.encode(plan).decode()
    finish(ojs_import, State.PLANNED if is_plan else State.DONE, ["plan"])


def save_progress(ojs_import: OjsImport, reports: list[FileReport], *, is_plan: bool) -> None:
    ojs_import.issue_count = len(reports)
    if not is_plan:
        ojs_import.results = msgspec.json.encode(reports).decode()
    ojs_import.save(update_fields=PROGRESS)


def importer_of(
    ojs_import: OjsImport, publisher: Publisher | None, *, dry_run: bool = False
) -> Importer:
    return Importer(
        journal=ojs_import.journal,
        language=ojs_import.language or None,  # type: ignore[arg-type]  # one of its choices
        update=ojs_import.updates,
        keeps_existing=not ojs_import.updates,
        publisher=publisher,
        editor=ojs_import.editor,
        dry_run=dry_run,
        is_same_journal=ojs_import.is_same_journal,
    )


def reports_of_all(paths: tuple[Path, ...], importer: Importer) -> Iterator[FileReport]:
    """The reports of the files without those that belong to articles."""
    for path in paths:
        if path.suffix.lower().removeprefix(".") not in BESIDE:
            yield from reports_of(path, importer)


def reports_of(path: Path, importer: Importer) -> Iterator[FileReport]:
    """The report of a file, or of each file in an archive; an export of OJS is not imported."""
    try:
        if is_ojs_export(path):
            yield FileReport(name=path.name, kind="OJS", is_ojs=True)
            return
    except (OSError, Unreadable) as error:
        yield FileReport(name=path.name, errors=(str(error),))
        return
    for imported in import_path(path, importer):
        yield report_of(imported, str(Path(imported.name).relative_to(path.parent)))


def report_of(imported: ImportedFile, name: str) -> FileReport:
    articles = imported.articles
    notes = [(str(each.article), str(note)) for each in articles for note in each.notes]
    return FileReport(
        name=name,
        kind=imported.kind,
        errors=imported.errors,
        new_count=sum(each.is_new for each in articles),
        updated_count=sum(not each.is_new and not each.is_kept for each in articles),
        kept=tuple((each.article.pk, str(each.article)) for each in articles if each.is_kept),
        published_count=sum(each.is_published for each in articles),
        notes=tuple(notes[:NOTES_MOST]),
        note_count=len(notes),
    )


def comparison_of(
    paths: tuple[Path, ...], importer: Importer, ojs_import: OjsImport, reports: list[FileReport]
) -> Comparison | None:
    """The comparison with the files of Crossref; None if there is none that can be read."""
    names = {report.name for report in reports if report.kind == "Crossref"}
    readings = []
    for path in paths:
        if path.name in names:
            try:
                readings += read_registered(path, importer, ojs_import.journal)
            except (Unreadable, NotImported, OSError):
                continue  # the report of the file says why
    return compare(readings, ojs_import.journal) if readings else None


def files_plan_of(ojs_import: OjsImport) -> FilesPlan:
    return msgspec.json.decode(ojs_import.plan, type=FilesPlan) if ojs_import.plan else FilesPlan()


def reports_in(ojs_import: OjsImport) -> list[FileReport]:
    if not ojs_import.results:
        return []
    return msgspec.json.decode(ojs_import.results, type=list[FileReport])
