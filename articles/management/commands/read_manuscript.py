"""read_manuscript: prints what was read from a manuscript as JSON; `--save` saves a draft."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.imports.manuscript import Manuscript
from articles.intake.manuscripts.reader_process import read_file
from articles.intake.manuscripts.saving import NotSaved, save_file
from articles.models import Journal
from articles.records.cleaning import InvalidValue


class Command(BaseCommand):
    help = (
        "Reads a manuscript (DOCX, PDF with a text layer, Markdown or plain text) and prints "
        "what it found as manuscript JSON (manuscript-truth/1). Saves nothing without --save."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--sources",
            action="store_true",
            help="print every value with the lines it came from and how sure it is instead",
        )

        parser.add_argument(
            "--save", action="store_true", help="save it as a draft, together with the file"
        )
        parser.add_argument("--journal", metavar="SLUG", help="journal of the draft, for --save")

    def handle(self, *args: Any, file: Path, sources: bool, save: bool, **options: Any) -> None:
        journal = find_journal(options["journal"]) if save else None
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}") from error
        answer = read_file(data, file.name)
        manuscript = answer.manuscript
        if manuscript is None:
            raise CommandError(f"{file}: {answer.refusal[get_language() or 'en']}")
        output = with_sources(manuscript) if sources else manuscript.to_json()
        self.stdout.write(json.dumps(output, ensure_ascii=False, indent=1))
        saved = self.save(data, file, journal) if journal else _("Nothing was saved.")
        self.stderr.write(self.style.SUCCESS(f"{last_line(manuscript)} {saved}"))

    def save(self, data: bytes, file: Path, journal: Journal) -> str:
        try:
            article = save_file(data, file.name, journal)
        except (NotSaved, InvalidValue) as refusal:
            raise CommandError(f"{file}: {refusal}") from refusal
        return _("Draft %(id)d was saved in %(journal)s. Review it in the editorial office.") % {
            "id": article.pk,
            "journal": journal.slug,
        }


def find_journal(slug: str | None) -> Journal:
    if not slug:
        raise CommandError(_("--save needs --journal SLUG."))
    journal = Journal.objects.filter(slug=slug).first()
    if journal is None:
        raise CommandError(_("Journal not found: “%(slug)s”.") % {"slug": slug})
    return journal


def with_sources(manuscript: Manuscript) -> dict[str, Any]:
    """Each value with its lines; at the end the lines of which nothing was read."""
    text = {line.number: line.text for line in manuscript.lines}
    return {
        "found": [
            {
                "path": each.path,
                "value": each.value,
                "sureness": each.sureness,
                "lines": {number: text.get(number, "") for number in each.lines},
            }
            for each in manuscript.values
        ],
        "unplaced": {number: text[number] for number in manuscript.unused_lines},
    }


def last_line(manuscript: Manuscript) -> str:
    return _("%(values)d values found; %(lines)d lines not recognised.") % {
        "values": len(manuscript.values),
        "lines": len(manuscript.unused_lines),
    }
