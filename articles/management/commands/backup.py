"""backup: the database and every uploaded file as one archive with checksums."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.management.backups import write


class Command(BaseCommand):
    help = "Writes the whole site (database, files, manifest) to FILE. The site stays in use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        report = self.stderr.write if self.stderr.isatty() else (lambda line: None)
        try:
            manifest = write(path, report)
        except OSError as error:
            values = {"file": path, "why": error.strerror or error}
            raise CommandError(_("%(file)s cannot be written: %(why)s.") % values) from error
        if manifest.deleted:
            names = {"names": ", ".join(manifest.deleted)}
            self.stderr.write(_("Deleted meanwhile, so not in the backup: %(names)s.") % names)
        message = _("Saved to %(file)s: tables %(tables)d, files %(files)d, bytes %(bytes)d.")
        counts = {"tables": len(manifest.tables), "files": len(manifest.files)}
        self.stdout.write(message % {"file": path, "bytes": path.stat().st_size, **counts})
