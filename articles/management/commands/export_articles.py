"""export_articles FORMAT: writes released articles, or the package of an issue."""

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

from articles.exports import (
    ENTRY_LANGUAGES,
    FORMATS,
    EntryLanguage,
    NotExportable,
    entry_language,
    stamp,
)
from articles.exports.reference_managers import entry_languages
from articles.models import Article, Issue, Journal
from articles.publishing.packages import PACKAGES, MissingFiles, PackageBlocked
from articles.publishing.packages.journal import NAME as JOURNAL_PACKAGE
from articles.publishing.packages.journal import write_journal
from articles.queries.released_records import released_records
from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.record import Record


class Command(BaseCommand):
    help = (
        "Writes published articles in one format, or an issue as a package, to stdout or a file. "
        "Without --doi, --issue and --journal: every public article of every journal."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        packages = ", ".join(PACKAGES)
        formats = (
            f"{', '.join(FORMATS)}; with --issue also {packages}; with --journal also "
            f"{JOURNAL_PACKAGE}: all articles with their files, which import_articles reads"
        )
        parser.add_argument("format", metavar="FORMAT", help=formats)
        parser.add_argument("--doi", help="the article with this DOI")
        parser.add_argument("--issue", type=int, metavar="ID", help="the articles of this issue")
        parser.add_argument("--journal", metavar="SLUG", help="the articles of this journal")
        parser.add_argument(
            "--language",
            metavar="L",
            help=(
                f"{', '.join(ENTRY_LANGUAGES)}: the language of an entry in csl, bibtex and ris; "
                "default: each article's own. Other formats hold all three at once."
            ),
        )
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="default: stdout")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["format"]
        check_output(options["output"])
        if name not in FORMATS and name not in PACKAGES and name != JOURNAL_PACKAGE:
            names = ", ".join((*FORMATS, *PACKAGES, JOURNAL_PACKAGE))
            raise CommandError(
                _("Unknown format: %(format)s. Available: %(names)s.")
                % {"format": name, "names": names}
            )
        try:
            if name == JOURNAL_PACKAGE:
                line = self.pack_journal(options)
            else:
                line = self.pack(options) if name in PACKAGES else self.export(options)
        except (NotExportable, PackageBlocked, MissingFiles, InvalidValue) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            values = {"file": options["output"] or "stdout", "why": error.strerror or error}
            raise CommandError(_("%(file)s cannot be written: %(why)s.") % values) from error
        self.stderr.write(line)

    def export(self, options: dict[str, Any]) -> str:
        format, language = FORMATS[options["format"]], language_of(options)
        asked = language if format.is_in_one_language else ""
        counted = CountedRecords(released_records(articles_of(options)), asked)
        content = format.export(counted, stamp(timezone.now()), language)
        write_output(content, options["output"])
        return counted.summary()

    def pack(self, options: dict[str, Any]) -> str:
        issue = Issue.objects.select_related("journal").filter(pk=options["issue"]).first()
        if issue is None or options["doi"] or options["journal"] or options["language"]:
            raise CommandError(_("A package contains one issue: use --issue ID and nothing else."))
        package = PACKAGES[options["format"]]
        write_output(package.write(issue, stamp(timezone.now())), options["output"])
        return _("The package of the issue %(issue)s has been written.") % {"issue": issue}

    def pack_journal(self, options: dict[str, Any]) -> str:
        journal = Journal.objects.filter(slug=options["journal"] or "").first()
        if journal is None or options["doi"] or options["issue"] or options["language"]:
            raise CommandError(
                _("This package contains one journal: use --journal SLUG and nothing else.")
            )
        write_output(write_journal(journal, stamp(timezone.now())), options["output"])
        return _("The package of the journal %(journal)s has been written.") % {"journal": journal}


def check_output(output: Path | None) -> None:
    """Raises CommandError for an output that cannot be written, before any query."""
    if output and not output.parent.is_dir():
        raise CommandError(
            _("Folder not found: %(folder)s. Create it, or choose another.")
            % {"folder": output.parent}
        )
    if output and output.is_dir():
        raise CommandError(
            _("%(folder)s is a folder. Give the name of a file.") % {"folder": output}
        )


def language_of(options: dict[str, Any]) -> EntryLanguage:
    """'' without --language; raises InvalidValue."""
    code = options["language"]
    return "" if code is None else entry_language(code)


class CountedRecords:
    """Iterates over the records and counts them, and those without a title in a language."""

    def __init__(self, records: Iterable[Record], language: EntryLanguage) -> None:
        self.records = records
        self.language = language
        self.count = self.untitled_count = 0

    def __iter__(self) -> Iterator[Record]:
        for record in self.records:
            self.count += 1
            if self.language not in ("", "all", *entry_languages(record, self.language)):
                self.untitled_count += 1
            yield record

    def summary(self) -> str:
        written = _("Articles written: %(count)d.") % {"count": self.count}
        if not self.untitled_count:
            return written
        untitled = _("Without a title in this language, so in their own: %(count)d.")
        return f"{written} {untitled % {'count': self.untitled_count}}"


def articles_of(options: dict[str, Any]) -> QuerySet[Article]:
    """The readable articles that the options name, by journal, issue and position.

    Raises CommandError if there are none.
    """
    articles = Article.objects.readable()
    if doi := options["doi"]:
        articles = articles.with_doi(parse_doi(doi))
        require(articles.exists(), _("No published article has the DOI %(name)s."), doi)
    if issue := options["issue"]:
        require(Issue.objects.filter(pk=issue).exists(), _("Issue not found: %(name)s."), issue)
        articles = articles.filter(issue=issue)
    if slug := options["journal"]:
        require(Journal.objects.filter(slug=slug).exists(), _("Journal not found: %(name)s."), slug)
        articles = articles.filter(journal__slug=slug)
    require(articles.exists(), _("No published articles selected."))
    order = (F("issue__year").asc(nulls_last=True), "issue_id", F("position").asc(nulls_last=True))
    return articles.order_by("journal_id", *order, "pk")


def parse_doi(doi: str) -> str:
    """Also from an address, https://doi.org/…; raises CommandError."""
    try:
        return identifiers.doi(doi)
    except identifiers.InvalidIdentifier as error:
        raise CommandError(str(error)) from error


def require(exists: bool, message: str, name: object = "") -> None:
    """Raises CommandError."""
    if not exists:
        raise CommandError(message % {"name": name})


def write_output(content: Iterable[bytes], output: Path | None) -> None:
    """Writes to stdout as the content comes, or to a file that appears only when complete."""
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
