"""load_sample: creates an invented journal with two issues, unless it is there already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from articles.intake.importing import Importer, import_file
from articles.intake.journal_file import create_journal, read_journal
from articles.models import Journal
from articles.publishing.imported_articles import ImportPublisher

SAMPLE = Path(__file__).parent.parent / "sample"

# One article of the sample lacks its English texts, to show what readers then see.
OVERRIDE = "The sample shows an article without its English texts."


class Command(BaseCommand):
    help = (
        "Loads an invented journal with two issues from journal/1 and record/1 JSON. "
        "Does nothing if the journal already exists."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        file = read_journal((SAMPLE / "journal.json").read_bytes())
        if Journal.objects.filter(slug=file.slug).exists():
            self.stdout.write(_("The sample has already been loaded. Nothing was changed."))
            return
        with transaction.atomic():
            journal = create_journal(file)
            importer = Importer(journal=journal, publisher=ImportPublisher(override=OVERRIDE))
            paths = sorted(SAMPLE.glob("[0-9]*.json"))  # the older issue first
            for path in paths:
                import_file(path.read_bytes(), importer, SAMPLE)
        self.stdout.write(
            self.style.SUCCESS(
                _(
                    "The sample has been loaded. Journals: 1, issues: %(issues)d, articles: "
                    "%(articles)d."
                )
                % {"issues": len(file.issues), "articles": len(paths)}
            )
        )
