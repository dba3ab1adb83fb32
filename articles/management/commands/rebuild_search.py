"""rebuild_search: builds a new search index, while the old one serves readers."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.translation import gettext as _

from articles.search.engine import engine
from articles.search.rebuild import Busy

SECONDS_BETWEEN_LINES = 60


class Command(BaseCommand):
    help = (
        "Rebuilds the search index. The old index stays in use until the new one is complete. "
        "An interrupted rebuild goes on where it was."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--processes",
            type=int,
            metavar="N",
            help="processes that analyse texts; default: one per core",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.started = self.shown_at = time.monotonic()
        self.done_before = -1
        try:
            count = engine.rebuild(self.show_progress, options["processes"])
        except (Busy, OperationalError) as error:
            raise CommandError(
                _("The index was not rebuilt. The old index stays in use: %(error)s")
                % {"error": error}
            ) from error
        seconds = max(time.monotonic() - self.started, 0.01)
        speed = round((count - max(self.done_before, 0)) / seconds)
        if self.stderr.isatty():
            self.stderr.write("")
        self.stdout.write(
            _("Articles indexed: %(count)d, in %(seconds)d s (%(speed)d a second).")
            % {"count": count, "seconds": round(seconds), "speed": speed}
        )

    def show_progress(self, done: int, total: int) -> None:
        """Overwrites one line in a terminal; elsewhere, such as in a log, a line a minute."""
        now = time.monotonic()
        if self.done_before < 0:
            self.done_before = done
            if done:
                self.stderr.write(
                    _("The earlier rebuild goes on after %(done)d articles.") % {"done": done}
                )
        is_terminal = self.stderr.isatty()
        if is_terminal or now - self.shown_at >= SECONDS_BETWEEN_LINES:
            self.shown_at = now
            line = self.progress_line(done, total, now - self.started)
            self.stderr.write(
                f"\r{line}" if is_terminal else line, ending="" if is_terminal else "\n"
            )
            self.stderr.flush()

    def progress_line(self, done: int, total: int, seconds: float) -> str:
        """With the minutes that are left at the present speed, as soon as there is one."""
        speed = (done - self.done_before) / max(seconds, 0.01)
        values = {"done": done, "total": total, "share": 100 * done // max(total, 1)}
        if not speed:
            return _("%(done)d of %(total)d (%(share)d %%)") % values
        minutes = round((total - done) / speed / 60)
        return _("%(done)d of %(total)d (%(share)d %%), %(minutes)d min left") % {
            **values,
            "minutes": minutes,
        }
