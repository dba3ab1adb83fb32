"""read_manuscripts: the worker that reads uploaded manuscripts."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.dois.worker import Worker
from articles.intake.manuscripts.queue import WORKER, read_next
from articles.publishing.issue_files import make_next

SECONDS_BETWEEN = 0.5  # short, as an editor waits


class Command(BaseCommand):
    help = (
        "Reads waiting manuscripts, and makes files of issues that editors ask for, one after "
        "another, so that no web worker has to."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="for cron: end when no manuscript is waiting"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        worker = Worker(WORKER, step)
        count = worker.run(once=options["once"], seconds=SECONDS_BETWEEN)
        self.stdout.write(_("Manuscripts read and files made: %(count)d.") % {"count": count})


def step() -> object | None:
    """A manuscript first: it takes a second or two, the file of an issue longer."""
    return read_next() or make_next()
