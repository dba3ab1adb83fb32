"""The files of an export, read in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from django.utils.translation import gettext as _

from articles.imports.exceptions import Unreadable
from articles.imports.ojs import Locales, Source, read_issues, sources_in
from articles.imports.ojs.values import Issue
from articles.models import EarlierSite, Journal

from .decisions import Decisions
from .planned import Refusal
from .sites import find_site


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """The files of an export, where they come from, and the journal that they are for."""

    paths: tuple[Path, ...]
    journal: Journal
    files: Path | None = None  # OJS's files_dir
    address: str = ""  # of the old site
    slug: str = ""  # of the journal there

    @property
    def site(self) -> EarlierSite | None:
        """The old site, if something came from it before."""
        return find_site(self.journal, self.address, self.slug or self.journal.slug)


class NumberedIssue(msgspec.Struct, frozen=True):
    """An issue of the export as it was read, or the refusal that ends its file."""

    order: int
    source: Source | None
    issue: Issue | None = None
    refusal: Refusal | None = None


def read_export(
    export: Export, decisions: Decisions, folder: Path | None = None
) -> Iterator[NumberedIssue]:
    """The issues of all files in order. A file that cannot be read does not stop the others."""
    order = 0
    for source in sources_or_refusals(export):
        if isinstance(source, Refusal):
            yield NumberedIssue(order, None, refusal=source)
            continue
        try:
            for issue in read_issues(source, Locales(decisions.locales), folder):
                order += 1
                yield NumberedIssue(order, source, issue)
        except (Unreadable, OSError) as error:
            refusal = Refusal(source=str(source.place), message=str(error))
            yield NumberedIssue(order, source, refusal=refusal)


def sources_or_refusals(export: Export) -> Iterator[Source | Refusal]:
    for path in export.paths:
        found = False
        try:
            for source in sources_in([path], export.files):
                found = True
                yield source
        except (Unreadable, OSError) as error:
            yield Refusal(source=path.name, message=str(error))
            continue
        if not found:
            yield Refusal(source=path.name, message=_("There is no XML file here."))
