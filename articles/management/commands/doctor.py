"""doctor: checks the site, a line for each check; status 1 if something is wrong."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from typing import Any

import msgspec
from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.management.doctor import Outcome, run_checks
from articles.records.languages import LANGUAGES

LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
MOST_DETAILS = 20  # printed; --json has all


class Command(BaseCommand):
    help = "Checks versions, database, files, cache, mail, search, workers and disk."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--files", action="store_true", help="also read every file and compare its checksum"
        )
        parser.add_argument("--json", action="store_true", help="for programs: one JSON object")
        parser.add_argument(
            "--language", choices=LANGUAGES, help="of the answer; by default that of LANG"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"] or operators_language()):
            outcomes = list(run_checks(with_checksums=options["files"]))
            if options["json"]:
                self.write_json(outcomes)
            else:
                self.write_lines(outcomes)
        if not all(outcome.is_good for outcome in outcomes):
            sys.exit(1)

    def write_json(self, outcomes: list[Outcome]) -> None:
        answer = {"ok": all(outcome.is_good for outcome in outcomes), "checks": outcomes}
        self.stdout.write(msgspec.json.format(msgspec.json.encode(answer)).decode())

    def write_lines(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            mark = self.style.SUCCESS("+") if outcome.is_good else self.style.ERROR("!")
            self.stdout.write(f"{mark} {outcome.text}")
            if not outcome.is_good:
                self.write_help(outcome)
        wrong = sum(not outcome.is_good for outcome in outcomes)
        text = _("Problems found: %(count)d.") if wrong else _("No problems found.")
        self.stdout.write(text % {"count": wrong})

    def write_help(self, outcome: Outcome) -> None:
        lines = list(outcome.details[:MOST_DETAILS])
        if left := len(outcome.details) - len(lines):
            lines.append(_("… and %(count)d more") % {"count": left})
        for line in (*lines, outcome.remedy):
            if line:
                self.stdout.write(f"    {line}")


def operators_language() -> str:
    """The first of the locale's variables that is set, if it names one of our languages."""
    locale = next((os.environ[name] for name in LOCALE_VARIABLES if os.environ.get(name)), "")
    code = locale[:2].lower()
    return code if code in LANGUAGES else get_language() or "en"
