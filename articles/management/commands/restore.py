"""restore: an archive of `backup` into an empty site, after checking that it is whole."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.management.backups import Damaged, NotEmpty, check_tables, open_archive, restore


class Command(BaseCommand):
    help = "Restores a backup into an empty database and an empty MEDIA_ROOT."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--check", action="store_true", help="only check that the backup is complete"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        report = self.stderr.write if self.stderr.isatty() else (lambda line: None)
        try:
            if options["check"]:
                with open_archive(path) as (_archive, manifest):
                    check_tables(manifest)
                    self.stdout.write(
                        _("The archive is complete. It was made at %(at)s.")
                        % {"at": manifest.made_at}
                    )
                return
            with open_archive(path):
                call_command("migrate", verbosity=0, interactive=False)
            manifest = restore(path, report)
        except (Damaged, NotEmpty, OSError) as error:
            raise CommandError(str(error)) from error
        message = _("Restored: tables %(tables)d, files %(files)d.")
        counts = {"tables": len(manifest.tables), "files": len(manifest.files)}
        self.stdout.write(self.style.SUCCESS(message % counts))
