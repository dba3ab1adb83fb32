"""import_usage: takes over the counts of an earlier system, as OJS exports them."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.intake.usage.earlier import EarlierPlan, plan_import, save_earlier, why_no_table
from articles.usage.earlier_table import EarlierTable, NotATable, read_table

from .import_articles import find_journal, only_journal

SHOWN = 20


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(text) from None


class Command(BaseCommand):
    help = (
        "Takes over views and downloads of articles from OJS's statistics (CSV). Articles are "
        "found by their numbers in OJS, which import_ojs keeps. Repeating it replaces the counts."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="CSV files")
        parser.add_argument("--journal", metavar="SLUG", help="needed if there are several")
        parser.add_argument(
            "--until",
            metavar="DAY",
            type=day,
            help="the last day that the old site counted, such as 2026-08-31; by default today",
        )
        parser.add_argument("--plan", action="store_true", help="tell what matches; save nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        journal = find_journal(options["journal"]) or only_journal()
        tables = [read(path) for path in options["files"]]
        table = EarlierTable(
            [count for each in tables for count in each.counts],
            [line for each in tables for line in each.bad_lines],
        )
        plan = plan_import(table, journal, options["until"] or timezone.localdate())
        self.print_plan(plan)
        if not plan.matches:
            raise CommandError(_("No article of the table is here. Nothing was saved."))
        if options["plan"]:
            self.stdout.write(_("Articles that match: %(count)d.") % {"count": len(plan.matches)})
            return
        text = _("Articles with counts of the earlier system: %(count)d.")
        self.stdout.write(text % {"count": save_earlier(plan.rows)})

    def print_plan(self, plan: EarlierPlan) -> None:
        for match in plan.matches[:SHOWN]:
            cells = (match.article, match.views, match.downloads, match.title)
            self.stdout.write(" · ".join(map(str, cells)))
        for count in plan.unknown[:SHOWN]:
            text = _("Line %(line)d: no article here has the number %(id)s there: %(title)s")
            self.stderr.write(
                text % {"line": count.line, "id": count.id, "title": count.title[:80]}
            )
        if plan.bad_lines:
            lines = ", ".join(map(str, plan.bad_lines[:SHOWN]))
            text = _("Lines without a number of an article or with a wrong count: %(lines)s")
            self.stderr.write(text % {"lines": lines})


def read(path: Path) -> EarlierTable:
    """Raises CommandError."""
    try:
        return read_table(path.read_bytes())
    except OSError as error:
        raise CommandError(str(error)) from error
    except NotATable as error:
        raise CommandError(f"{path}: {why_no_table(error.reason)}") from error
