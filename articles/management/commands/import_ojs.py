"""import_ojs: moves issues and articles in from OJS's Native XML, or tells what would come."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.imports import Unreadable
from articles.intake.ojs.decisions import Decisions, read_decisions
from articles.intake.ojs.export import Export
from articles.intake.ojs.importing import ImportedIssue, OjsImporter
from articles.intake.ojs.plan import make_plan
from articles.intake.ojs.plan_text import plan_lines
from articles.intake.ojs.result_text import error_lines, is_refused, last_line, result_line
from articles.models import Journal
from articles.publishing.imported_articles import ImportPublisher

from .import_articles import find_journal


class Command(BaseCommand):
    help = (
        "Moves issues with their articles and files in from OJS's Native XML (2.4 to 3.5). "
        "Each issue is imported completely or not at all; a second run changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", type=Path, help="XML files, folders or ZIPs"
        )
        parser.add_argument("--journal", metavar="SLUG", required=True)
        parser.add_argument("--site", metavar="URL", default="", help="the address of the old site")
        parser.add_argument(
            "--old-slug",
            metavar="S",
            default="",
            help="the journal's name in the addresses of the old site, if it was another",
        )
        parser.add_argument(
            "--files",
            metavar="DIR",
            type=Path,
            help="OJS's files_dir, for an export without embedded files",
        )
        parser.add_argument(
            "--decisions", metavar="FILE", type=Path, help="decisions on the plan, as JSON"
        )
        parser.add_argument(
            "--plan", action="store_true", help="tell what will come, and save nothing"
        )
        parser.add_argument(
            "--publish", action="store_true", help="publish the articles as they were published"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        export = export_of(options)
        decisions = decisions_of(options["decisions"], export.journal)
        if options["plan"]:
            self.tell_plan(export, decisions)
        else:
            self.run_import(export, decisions, publish=options["publish"])

    def tell_plan(self, export: Export, decisions: Decisions) -> None:
        plan = make_plan(export, decisions)
        for line in plan_lines(plan, decisions):
            self.stdout.write(line)
        if plan.refusals or any(issue.is_refused for issue in plan.issues):
            raise CommandError(_("Not everything can be imported. Nothing was saved."))

    def run_import(self, export: Export, decisions: Decisions, *, publish: bool) -> None:
        publisher = ImportPublisher(override=_("moved from OJS")) if publish else None
        importer = OjsImporter(export=export, decisions=decisions, publisher=publisher)
        results = []
        for result in importer.run():
            results.append(result)
            self.tell_result(result)
        refused_count = sum(is_refused(result) for result in results)
        if refused_count:
            raise CommandError(
                _("Rejected: %(refused)d of %(count)d. Nothing was saved from them.")
                % {"refused": refused_count, "count": len(results)}
            )
        self.stdout.write(self.style.SUCCESS(last_line(results)))

    def tell_result(self, result: ImportedIssue) -> None:
        if not is_refused(result):
            self.stdout.write(result_line(result))
        for line in error_lines(result):
            self.stderr.write(self.style.ERROR(line))


def export_of(options: dict[str, Any]) -> Export:
    """Raises CommandError for a path that does not exist."""
    for path in (*options["paths"], *filter(None, [options["files"]])):
        if not path.exists():
            raise CommandError(_("Not found: %(path)s") % {"path": path})
    journal = find_journal(options["journal"])
    if journal is None:
        raise CommandError(_("Name the journal with --journal SLUG."))
    return Export(
        paths=tuple(options["paths"]),
        journal=journal,
        files=options["files"],
        address=options["site"].rstrip("/"),
        slug=options["old_slug"],
    )


def decisions_of(path: Path | None, journal: Journal) -> Decisions:
    """Raises CommandError for decisions that make no sense."""
    if path is None:
        return Decisions()
    try:
        decisions = read_decisions(path.read_bytes())
    except (OSError, Unreadable) as error:
        raise CommandError(f"{path}: {error}") from error
    known = set(journal.sections.values_list("pk", flat=True))
    for name, key in decisions.sections.items():
        if key is not None and key not in known:
            message = _("The journal has no section %(key)d.") % {"key": key}
            raise CommandError(f"{path}: sections.{name}: {message}")
    return decisions
