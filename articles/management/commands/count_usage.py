"""count_usage: views and downloads of articles a day, by COUNTER's rules, from access logs."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.intake.usage.counting_run import Result, count_logs
from articles.intake.usage.countries import NoCountries
from articles.intake.usage.most_read import update_most_read
from articles.intake.usage.saving import CountedMeanwhile
from articles.usage.log_files import LogFile


class Command(BaseCommand):
    help = (
        "Counts views and downloads of articles by the rules of COUNTER 5.1 from access logs: "
        "nginx's combined format or JSON, plain or gzipped, and the program's own JSON. "
        "Goes on where the last run ended; nothing is counted twice."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "logs",
            nargs="*",
            metavar="LOG",
            help="files, folders, or patterns such as access.log*; by default USAGE_LOGS",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        paths = list(log_paths(options["logs"] or settings.USAGE_LOGS))
        if not paths:
            raise CommandError(_("Name the access logs, or set USAGE_LOGS (docs/usage.md)."))
        try:
            result = count_logs(paths, timezone.now(), self.show_progress)
        except (OSError, NoCountries, CountedMeanwhile) as error:
            raise CommandError(str(error)) from error
        update_most_read()
        self.tell_problems(result)
        self.stdout.write(last_line(result))
        if any(log.is_no_log or log.damage for log in result.logs):
            raise CommandError(_("Not every file could be read."))

    def show_progress(self, result: Result) -> None:
        """Overwrites one line, in a terminal only."""
        if self.stderr.isatty():
            self.stderr.write("\r" + last_line(result), ending="")
            self.stderr.flush()

    def tell_problems(self, result: Result) -> None:
        for path in result.empty:
            self.stdout.write(_("%(path)s: no whole line yet.") % {"path": path})
        for log in result.logs:
            for line in problems(log):
                self.stderr.write(self.style.WARNING(f"{log.path}: {line}"))


def problems(log: LogFile) -> Iterator[str]:
    if log.is_no_log:
        yield _(
            "This is no access log in a known format (nginx's combined or JSON, the program's own "
            "JSON); it was left out."
        )
    elif log.unknown_count:
        shown = ", ".join(map(str, log.unknown_lines))
        more = ", …" if log.unknown_count > len(log.unknown_lines) else ""
        text = _("Lines that could not be read: %(count)d (numbers %(lines)s). They were skipped.")
        yield text % {"count": log.unknown_count, "lines": shown + more}
    if log.damage:
        yield _("The compressed file is damaged; it was counted up to there: %(problem)s") % {
            "problem": log.damage
        }


def log_paths(names: list[str]) -> Iterator[Path]:
    """The files that the names stand for. Raises CommandError for a name without any."""
    for name in names:
        path = Path(name)
        found = [path] if path.is_file() else sorted(map(Path, glob(name)))
        if path.is_dir():
            found = sorted(path.glob("*.log*"))
        if not found:
            raise CommandError(_("Not found: %(path)s") % {"path": name})
        yield from (one for one in found if one.is_file())


def last_line(result: Result) -> str:
    text = _(
        "Lines read: %(lines)d. Views: %(investigations)d, of them of the full text: %(requests)d."
    )
    return text % {
        "lines": result.lines,
        "investigations": result.investigations,
        "requests": result.requests,
    }
