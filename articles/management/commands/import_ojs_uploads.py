"""import_ojs_uploads: the worker that plans and imports the files that editors upload."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.dois.worker import Worker
from articles.intake.importing import Publisher
from articles.intake.ojs.uploads.queue import WORKER, work_next
from articles.models import OjsImport
from articles.publishing.imported_articles import ImportPublisher

SECONDS_BETWEEN = 1.0  # short, as an editor waits


class Command(BaseCommand):
    help = "Plans and imports the files that editors upload, of OJS and others, one after another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="for cron: end when no file is waiting"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        def step() -> OjsImport | None:
            return work_next(worker, make_publisher)

        worker = Worker(WORKER, step)
        count = worker.run(once=options["once"], seconds=SECONDS_BETWEEN)
        self.stdout.write(_("Exports planned or imported: %(count)d.") % {"count": count})


def make_publisher(ojs_import: OjsImport) -> Publisher:
    """What was published in OJS is published as it was; other articles pass every check."""
    override = _("moved from OJS") if ojs_import.kind == OjsImport.Kind.OJS else ""
    return ImportPublisher(editor=ojs_import.editor, override=override)
