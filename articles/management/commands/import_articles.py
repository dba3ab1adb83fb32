"""import_articles: imports files of articles as drafts, or publishes them."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.imports import Unreadable
from articles.intake.article_files import (
    ImportedFile,
    files_at,
    import_path,
    is_ojs_export,
    status_of,
)
from articles.intake.import_errors import NotImported
from articles.intake.importing import Imported, Importer
from articles.intake.ojs.decisions import Decisions
from articles.intake.ojs.export import Export
from articles.intake.ojs.importing import OjsImporter
from articles.intake.ojs.plan import make_plan
from articles.intake.ojs.plan_text import plan_lines
from articles.intake.ojs.result_text import error_lines, is_refused, result_line
from articles.intake.registered import comparison_text
from articles.intake.registered.comparison import compare, read_registered
from articles.intake.registered.comparison_text import comparison_lines
from articles.models import Journal
from articles.publishing.imported_articles import ImportPublisher
from articles.records.languages import LANGUAGES


class Command(BaseCommand):
    help = (
        "Imports articles from JSON (record/1, manuscript-truth/1), JATS, the XML of РИНЦ and "
        "Crossref, tables (CSV, XLSX), ZIP archives and folders of these, and OJS's Native XML. "
        "Each file, or issue, is imported completely or not at all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="files or folders")
        parser.add_argument("--journal", metavar="SLUG", help="the journal of the articles")
        parser.add_argument(
            "--language",
            choices=LANGUAGES,
            help="the language of articles whose file names none, or none of these",
        )
        parser.add_argument(
            "--update",
            action="store_true",
            help="save an article whose DOI already exists as its next version",
        )
        parser.add_argument(
            "--publish",
            action="store_true",
            help="publish articles that have a date of publication",
        )
        parser.add_argument(
            "--same-journal",
            action="store_true",
            help="the files are of this journal, although they name another one",
        )
        parser.add_argument(
            "--compare",
            action="store_true",
            help="tell what Crossref's XML has otherwise than the articles here, and save nothing",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="check everything and save nothing"
        )

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        importer = Importer(
            journal=find_journal(options["journal"]),
            language=options["language"],
            update=options["update"],
            publisher=ImportPublisher() if options["publish"] else None,
            dry_run=options["dry_run"],
            is_same_journal=options["same_journal"],
        )
        paths = list(paths_in(files))
        if options["compare"]:
            self.compare(paths, importer)
            return
        refused_count = sum(not self.import_one(path, importer) for path in paths)
        if refused_count:
            raise CommandError(
                _("Files rejected: %(refused)d of %(count)d. Nothing was saved from them.")
                % {"refused": refused_count, "count": len(paths)}
            )
        self.stdout.write(self.style.SUCCESS(last_line(len(paths), importer.dry_run)))

    def compare(self, paths: list[Path], importer: Importer) -> None:
        """Raises CommandError if a file cannot be compared."""
        journal = importer.journal or only_journal()
        readings = []
        for path in paths:
            try:
                readings += read_registered(path, importer, journal)
            except OSError as error:
                raise CommandError(f"{path}: {error.strerror or error}") from error
            except (Unreadable, NotImported) as problem:
                raise CommandError(f"{path}: {problem}") from problem
        comparison = compare(readings, journal)
        for line in comparison_lines(comparison):
            self.stdout.write(line)
        self.stdout.write(self.style.SUCCESS(comparison_text.last_line(comparison)))

    def import_one(self, path: Path, importer: Importer) -> bool:
        """Whether the file was imported; if not, the reasons go to stderr."""
        try:
            if is_ojs_export(path):
                return self.import_ojs(path, importer)
        except OSError as error:
            self.write_error(path, error.strerror or str(error))
            return False
        except Unreadable as problem:
            self.write_error(path, problem)
            return False
        imported = [self.print_file(file, importer) for file in import_path(path, importer)]
        return all(imported)

    def print_file(self, file: ImportedFile, importer: Importer) -> bool:
        """Prints what came of a file; returns whether it was imported."""
        for error in file.errors:
            self.write_error(file.name, error)
        for article in file.articles:
            self.stdout.write(line_of(article, importer))
            for note in article.notes:
                self.stdout.write(f"    {note}")
        return not file.errors

    def import_ojs(self, file: Path, importer: Importer) -> bool:
        """An export of OJS, as `import_ojs` takes it; this command has none of its options."""
        journal = importer.journal or only_journal()
        export = Export(paths=(file,), journal=journal)
        decisions = Decisions(
            groups={"other_journal": "import"} if importer.is_same_journal else {}
        )
        if importer.dry_run:
            plan = make_plan(export, decisions)
            for line in plan_lines(plan, decisions):
                self.stdout.write(line)
            return not plan.refusals and not any(issue.is_refused for issue in plan.issues)
        publisher = ImportPublisher(override=_("moved from OJS")) if importer.publisher else None
        ojs_importer = OjsImporter(export=export, decisions=decisions, publisher=publisher)
        results = list(ojs_importer.run())
        for result in results:
            if not is_refused(result):
                self.stdout.write(result_line(result))
            for line in error_lines(result):
                self.stderr.write(self.style.ERROR(line))
        return not any(map(is_refused, results))

    def write_error(self, file: Path | str, message: object) -> None:
        self.stderr.write(self.style.ERROR(f"{file}: {message}"))


def find_journal(slug: str | None) -> Journal | None:
    if slug is None:
        return None
    if journal := Journal.objects.filter(slug=slug).first():
        return journal
    known = ", ".join(Journal.objects.in_order().values_list("slug", flat=True))
    raise CommandError(
        _("Journal not found: “%(slug)s”. Available: %(known)s.")
        % {"slug": slug, "known": known or "–"}
    )


def only_journal() -> Journal:
    journals = list(Journal.objects.in_order()[:2])
    if len(journals) != 1:
        raise CommandError(_("Name the journal with --journal SLUG."))
    return journals[0]


def paths_in(paths: list[Path]) -> Iterator[Path]:
    """Each file, and the files of each folder. Raises CommandError for a folder without any."""
    for path in paths:
        found = list(files_at(path))
        if not found:
            raise CommandError(_("There are no files with articles in %(path)s.") % {"path": path})
        yield from found


def line_of(imported: Imported, importer: Importer) -> str:
    """`12 · new · published · 10.5555/… · title`."""
    return " · ".join(
        str(part)
        for part in (
            "–" if importer.dry_run and imported.is_new else imported.article.pk,
            _("new") if imported.is_new else _("revision %d") % imported.article.version,
            status_of(imported, importer),
            imported.article.doi,
            imported.article,
        )
        if part
    )


def last_line(count: int, dry_run: bool) -> str:
    if dry_run:
        line = ngettext(
            "%(count)d file can be imported. Nothing was saved.",
            "%(count)d files can be imported. Nothing was saved.",
            count,
        )
    else:
        line = ngettext("%(count)d file imported.", "%(count)d files imported.", count)
    return line % {"count": count}
