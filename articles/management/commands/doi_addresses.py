"""doi_addresses: a text file for Crossref with the addresses of a journal's DOIs on this site."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.dois.new_addresses import new_address_lines
from articles.models import Journal


class Command(BaseCommand):
    help = "Writes the file that tells Crossref the new addresses of a site that has moved."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--journal", metavar="SLUG", required=True)
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="default: stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        journal = Journal.objects.filter(slug=options["journal"]).first()
        if journal is None:
            raise CommandError(_("Journal not found: “%(slug)s”.") % {"slug": options["journal"]})
        lines = list(new_address_lines(journal))
        try:
            if options["output"]:
                options["output"].write_text("".join(lines))
            else:
                self.stdout.write("".join(lines), ending="")
        except OSError as error:
            raise CommandError(str(error)) from error
        self.stderr.write(_("DOIs written: %(count)d.") % {"count": len(lines) - 1})
