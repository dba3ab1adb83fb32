"""export_articles FORMAT: released articles, or an issue's package, to stdout or to a file."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.exports import FORMATS, NotExportable, stamp
from articles.models import Article, Issue, Journal
from articles.publishing.packages import PACKAGES, MissingFiles, PackageBlocked
from articles.queries.released_records import released_records
from articles.records import identifiers
from articles.records.record import Record


class Command(BaseCommand):
    help = (
        "Writes released articles in one format, or an issue as a package, to stdout or a file. "
        "Without --doi, --issue and --journal: every public article of every journal."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        packages = ", ".join(PACKAGES)
        formats = f"{', '.join(FORMATS)}; with --issue also {packages}"
        parser.add_argument("format", metavar="FORMAT", help=formats)
        parser.add_argument("--doi", help="the article with this DOI")
        parser.add_argument("--issue", type=int, metavar="ID", help="the articles of this issue")
        parser.add_argument("--journal", metavar="SLUG", help="the articles of this journal")
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="default: stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["format"]
        check_place(options["output"])
        if name not in FORMATS and name not in PACKAGES:
            names = ", ".join((*FORMATS, *PACKAGES))
            raise CommandError(
                _("Unknown format: %(format)s. Available: %(names)s.")
                % {"format": name, "names": names}
            )
        try:
            said = self.pack(options) if name in PACKAGES else self.export(options)
        except (NotExportable, PackageBlocked, MissingFiles) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            why = {"file": options["output"] or "stdout", "why": error.strerror or error}
            raise CommandError(_("%(file)s cannot be written: %(why)s.") % why) from error
        self.stderr.write(said)

    def export(self, options: dict[str, Any]) -> str:
        counted = Counted(released_records(chosen(options)))
        save(FORMATS[options["format"]].write(counted, stamp(timezone.now())), options["output"])
        return _("Articles written: %(count)d.") % {"count": counted.count}

    def pack(self, options: dict[str, Any]) -> str:
        issue = Issue.objects.select_related("journal").filter(pk=options["issue"]).first()
        if issue is None or options["doi"] or options["journal"]:
            raise CommandError(_("A package contains one issue: use --issue ID and nothing else."))
        package = PACKAGES[options["format"]]
        save(package.write(issue, stamp(timezone.now())), options["output"])
        return _("The package of the issue %(issue)s has been written.") % {"issue": issue}


def check_place(output: Path | None) -> None:
    """Before anything is asked of the database."""
    if output and not output.parent.is_dir():
        raise CommandError(
            _("Folder not found: %(folder)s. Create it, or choose another.")
            % {"folder": output.parent}
        )
    if output and output.is_dir():
        raise CommandError(
            _("%(folder)s is a folder. Give the name of a file.") % {"folder": output}
        )


class Counted:
    """The same records, counted as they pass."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = records
        self.count = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self.records:
            self.count += 1
            yield record


def chosen(options: dict[str, Any]) -> QuerySet[Article]:
    """Public articles but the withdrawn, in the order of journals, issues and pages."""
    articles = Article.objects.readable()
    if doi := options["doi"]:
        articles = articles.with_doi(normalised(doi))
        known(articles.exists(), _("No published article has the DOI %(name)s."), doi)
    if issue := options["issue"]:
        known(Issue.objects.filter(pk=issue).exists(), _("Issue not found: %(name)s."), issue)
        articles = articles.filter(issue=issue)
    if slug := options["journal"]:
        known(Journal.objects.filter(slug=slug).exists(), _("Journal not found: %(name)s."), slug)
        articles = articles.filter(journal__slug=slug)
    known(articles.exists(), _("No published articles selected."))
    order = (F("issue__year").asc(nulls_last=True), "issue_id", F("position").asc(nulls_last=True))
    return articles.order_by("journal_id", *order, "pk")


def normalised(doi: str) -> str:
    """Also of an address, https://doi.org/…"""
    try:
        return identifiers.doi(doi)
    except identifiers.InvalidIdentifier as error:
        raise CommandError(str(error)) from error


def known(found: bool, message: str, name: object = "") -> None:
    if not found:
        raise CommandError(message % {"name": name})


def save(content: Iterable[bytes], output: Path | None) -> None:
    """A file appears whole or not at all; stdout gets what is ready."""
    if output is None:
        for part in content:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(content)
        Path(name).chmod(0o644)
        Path(name).replace(output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
