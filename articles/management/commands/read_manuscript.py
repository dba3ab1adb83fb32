"""read_manuscript: what a manuscript says, as JSON; nothing is saved."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.imports.manuscript import Manuscript, Unreadable, read_manuscript


class Command(BaseCommand):
    help = (
        "Reads a manuscript (DOCX, PDF with a text layer, Markdown or plain text) and prints "
        "what it found as manuscript JSON (manuscript-truth/1). Saves nothing."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--sources",
            action="store_true",
            help="print every value with the lines it came from and how sure it is instead",
        )

    def handle(self, *args: Any, file: Path, sources: bool, **options: Any) -> None:
        try:
            manuscript = read_manuscript(file.read_bytes(), file.name)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}") from error
        except Unreadable as refusal:
            raise CommandError(f"{file}: {refusal}") from refusal
        shown = evidence(manuscript) if sources else manuscript.to_json()
        self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1))
        self.stderr.write(self.style.SUCCESS(last_line(manuscript)))


def evidence(manuscript: Manuscript) -> dict[str, Any]:
    """Each value with its lines; the lines that belong nowhere at the end."""
    text = {line.number: line.text for line in manuscript.lines}
    return {
        "found": [
            {
                "path": each.path,
                "value": each.value,
                "sureness": each.sureness,
                "lines": {number: text.get(number, "") for number in each.lines},
            }
            for each in manuscript.found
        ],
        "unplaced": {number: text[number] for number in manuscript.unplaced},
    }


def last_line(manuscript: Manuscript) -> str:
    return _("%(values)d values found; %(lines)d lines belong nowhere. Nothing was saved.") % {
        "values": len(manuscript.found),
        "lines": len(manuscript.unplaced),
    }
