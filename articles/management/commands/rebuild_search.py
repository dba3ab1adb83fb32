"""rebuild_search: builds a new search index, while the old one serves readers."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.translation import gettext as _

from articles.search.rebuild import Busy, rebuild


class Command(BaseCommand):
    help = "Rebuilds the search index. The old index stays in use until the new one is complete."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--processes",
            type=int,
            metavar="N",
            help="processes that analyse texts; default: one per core",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        try:
            count = rebuild(self.show_progress, options["processes"])
        except (Busy, OperationalError) as error:
            raise CommandError(
                _("The index was not rebuilt. The old index stays in use: %(error)s")
                % {"error": error}
            ) from error
        seconds = max(time.monotonic() - started, 0.01)
        if self.stderr.isatty():
            self.stderr.write("")
        self.stdout.write(
            _("Articles indexed: %(count)d, in %(seconds)d s (%(speed)d a second).")
            % {"count": count, "seconds": round(seconds), "speed": round(count / seconds)}
        )

    def show_progress(self, done: int, total: int) -> None:
        """Overwrites one line, in a terminal only."""
        if self.stderr.isatty():
            share = 100 * done // max(total, 1)
            line = _("%(done)d of %(total)d (%(share)d %%)")
            self.stderr.write(
                "\r" + line % {"done": done, "total": total, "share": share}, ending=""
            )
            self.stderr.flush()
