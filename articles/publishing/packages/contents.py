"""What goes into a package: the issue's public articles, their files, and their names in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.db.models import F
from django.utils.translation import gettext as _

from articles.exports import Check
from articles.models import Article, Issue
from articles.queries.released_records import released_records
from articles.records.findings import Finding
from articles.records.record import Galley, Record

CHUNK = 2**16  # bytes


class PackageBlocked(ValueError):
    """Articles that the receiver would refuse: `findings` by the article's key."""

    def __init__(self, findings: dict[int, list[Finding]]) -> None:
        told = "; ".join(
            f"№ {key}, {finding.field}: {finding.message}"
            for key, found in findings.items()
            for finding in found
        )
        super().__init__(_("The issue cannot be sent yet. %(findings)s") % {"findings": told})
        self.findings = findings


class MissingFiles(ValueError):
    """Files that the articles name and the storage does not have."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(
            _("These files are not in storage, upload them again: %(paths)s.")
            % {"paths": ", ".join(paths)}
        )
        self.paths = paths


def records_of(issue: Issue) -> list[Record]:
    """The released articles, the withdrawn not, in the order of the issue.

    Raises PackageBlocked for an issue without any.
    """
    articles = Article.objects.readable().filter(issue=issue)
    ordered = articles.order_by(F("position").asc(nulls_last=True), "pk")
    records = list(released_records(ordered))
    if not records:
        raise NoArticles
    return records


class NoArticles(PackageBlocked):
    def __init__(self) -> None:
        ValueError.__init__(self, _("The issue has no published articles."))
        self.findings = {}


def demand_all(records: Iterable[Record], check: Check) -> None:
    """Raises PackageBlocked with what blocks every article, not only the first."""
    found = {
        record.id or 0: [finding for finding in check(record) if finding.is_blocking()]
        for record in records
    }
    if blocked := {key: findings for key, findings in found.items() if findings}:
        raise PackageBlocked(blocked)


def pdfs(record: Record) -> list[Galley]:
    """The article's language first."""
    kept = [galley for galley in record.galleys if galley.kind == "pdf" and galley.path]
    return sorted(kept, key=lambda galley: galley.language != record.language)


def demand_files(paths: Iterable[str]) -> None:
    """Raises MissingFiles with all that are not in storage."""
    if missing := [path for path in paths if not default_storage.exists(path)]:
        raise MissingFiles(missing)


def chunks(path: str) -> Iterator[bytes]:
    with default_storage.open(path, "rb") as file:
        yield from file.chunks(CHUNK)


def pdf_names(records: Iterable[Record]) -> dict[int, str]:
    """By the galley's key: `01-kk.pdf`, `01-kk-2.pdf`; Latin, as archives of old systems want."""
    names: dict[int, str] = {}
    for place, record in enumerate(records, 1):
        for galley in pdfs(record):
            stem = f"{place:02}-{galley.language}"
            alike = sum(
                name.startswith(f"{stem}-") or name == f"{stem}.pdf" for name in names.values()
            )
            names[galley.id or 0] = f"{stem}-{alike + 1}.pdf" if alike else f"{stem}.pdf"
    return names


def stem_of(issue: Issue) -> str:
    """`steppe-science-2024-1`: the name of a package's own file."""
    number = issue.number or issue.through_number or issue.volume or issue.pk
    kept = (sign if sign.isascii() and sign.isalnum() else "-" for sign in str(number))
    return f"{issue.journal.slug}-{issue.year}-{''.join(kept).strip('-') or issue.pk}"


def suffix_of(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
