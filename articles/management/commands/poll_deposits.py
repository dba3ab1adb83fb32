"""poll_deposits: asks Crossref for the results of deposits."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.dois.polling import poll_next
from articles.dois.worker import Worker


class Command(BaseCommand):
    help = "Asks Crossref for the results of all deposits that wait for one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once",
            action="store_true",
            help="for cron: end when all deposits have been asked for",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        count = Worker("poll_deposits", poll_next).run(once=options["once"])
        self.stdout.write(_("Results requested: %(count)d.") % {"count": count})
