"""import_articles: imports files of articles as drafts, or publishes them."""

from __future__ import annotations

import zipfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.imports import Unreadable, ojs, zip_files
from articles.imports.json_file import MOST_BYTES
from articles.intake.import_errors import NotImported
from articles.intake.importing import Imported, Importer, import_file
from articles.intake.ojs.decisions import Decisions
from articles.intake.ojs.importing import OjsImporter
from articles.intake.ojs.plan import Export, make_plan
from articles.intake.ojs.plan_text import plan_lines
from articles.intake.ojs.result_text import error_lines, is_refused, result_line
from articles.models import Journal
from articles.publishing import Blocked
from articles.publishing.imported_articles import ImportPublisher
from articles.records.languages import LANGUAGES

START_BYTES = 4_096  # by which an export of OJS is known


class Command(BaseCommand):
    help = (
        "Imports articles from JSON (record/1, manuscript-truth/1), JATS, the XML of РИНЦ and "
        "Crossref, ZIP archives of these, and OJS's Native XML. Each file, or issue, is imported "
        "completely or not at all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
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
            "--dry-run", action="store_true", help="check everything and save nothing"
        )

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        importer = Importer(
            journal=find_journal(options["journal"]),
            language=options["language"],
            update=options["update"],
            publisher=ImportPublisher() if options["publish"] else None,
            dry_run=options["dry_run"],
        )
        refused_count = sum(not self.import_one(file, importer) for file in files)
        if refused_count:
            raise CommandError(
                _("Files rejected: %(refused)d of %(count)d. Nothing was saved from them.")
                % {"refused": refused_count, "count": len(files)}
            )
        self.stdout.write(self.style.SUCCESS(last_line(len(files), importer.dry_run)))

    def import_one(self, file: Path, importer: Importer) -> bool:
        """Whether the file was imported; if not, the reasons go to stderr."""
        try:
            if any(map(ojs.is_export, read_starts(file))):
                return self.import_ojs(file, importer)
            if zipfile.is_zipfile(file):
                return self.import_archive(file, importer)
        except OSError as error:
            self.write_error(file, error.strerror or str(error))
            return False
        except Unreadable as problem:
            self.write_error(file, problem)
            return False
        return self.import_articles(file, importer, file)

    def import_archive(self, archive: Path, importer: Importer) -> bool:
        """Every file with articles in a ZIP archive; issues that are missing here are made."""
        importer = msgspec.structs.replace(importer, makes_issues=True)
        imported = [
            self.import_articles(file, importer, archive / name)
            for file, name in zip_files.articles_in(archive)
        ]
        return all(imported)

    def import_articles(self, file: Path, importer: Importer, label: Path) -> bool:
        """Whether all articles of a file were imported; `label` is what messages call it."""
        try:
            imported = import_file(read_content(file), importer, file.parent, file.name)
        except OSError as error:
            self.write_error(label, error.strerror or str(error))
        except Unreadable as problem:
            self.write_error(label, problem)
        except NotImported as refusal:
            for reason in refusal.reasons:
                self.write_error(label, reason)
        except Blocked as blocked:
            for line in blocked_lines(blocked):
                self.write_error(label, line)
        else:
            for article in imported:
                self.stdout.write(line_of(article, importer))
                for note in article.notes:
                    self.stdout.write(f"    {note}")
            return True
        return False

    def import_ojs(self, file: Path, importer: Importer) -> bool:
        """An export of OJS, as `import_ojs` takes it; this command has none of its options."""
        journal = importer.journal or only_journal()
        export = Export(paths=(file,), journal=journal)
        if importer.dry_run:
            plan = make_plan(export)
            for line in plan_lines(plan, Decisions()):
                self.stdout.write(line)
            return not plan.refusals and not any(issue.is_refused for issue in plan.issues)
        publisher = ImportPublisher(override=_("moved from OJS")) if importer.publisher else None
        results = list(OjsImporter(export=export, publisher=publisher).run())
        for result in results:
            if not is_refused(result):
                self.stdout.write(result_line(result))
            for line in error_lines(result):
                self.stderr.write(self.style.ERROR(line))
        return not any(map(is_refused, results))

    def write_error(self, file: Path, message: object) -> None:
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


def read_starts(file: Path) -> Iterator[bytes]:
    """The first bytes of a file, or of each XML file in an archive."""
    if zipfile.is_zipfile(file):
        yield from zip_files.xml_starts(file, START_BYTES)
        return
    with file.open("rb") as stream:
        yield stream.read(START_BYTES)


def read_content(file: Path) -> bytes:
    """At most a byte more than the limit, by which a file that is too large is noticed."""
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


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


def status_of(imported: Imported, importer: Importer) -> str:
    if imported.is_published:
        return _("published")
    if importer.publisher:
        return _("not published: it has no date of publication")
    return imported.article.get_status_display()


def blocked_lines(blocked: Blocked) -> list[str]:
    title = " ".join(getattr(blocked, "__notes__", ()))
    return [
        f"{title}: {finding.field}{f' {finding.language}' if finding.language else ''}: "
        f"{finding.message} {finding.remedy}"
        for finding in blocked.findings
    ]


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
