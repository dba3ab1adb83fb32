"""Contents of a package: the public articles of the issue, their files and file names."""

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
    """The receiver would refuse some articles; `findings` by the article's key."""

    def __init__(self, findings: dict[int, list[Finding]]) -> None:
        listed_findings = "; ".join(
            f"№ {key}, {finding.field}: {finding.message}"
            for key, article_findings in findings.items()
            for finding in article_findings
        )
        super().__init__(
            _("The issue cannot be sent yet. %(findings)s") % {"findings": listed_findings}
        )
        self.findings = findings


class MissingFiles(ValueError):
    """Files of the articles are missing in storage."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(
            _("These files are not in storage, upload them again: %(paths)s.")
            % {"paths": ", ".join(paths)}
        )
        self.paths = paths


def records_of(issue: Issue) -> list[Record]:
    """The released articles of the issue in order, without withdrawn ones.

    Raises PackageBlocked if there are none.
    """
    articles = Article.objects.readable().filter(issue=issue)
    ordered = articles.order_by(F("position").asc(nulls_last=True), "pk")
    records = list(released_records(ordered))
    if not records:
        raise NoArticles
    return records


class NoArticles(PackageBlocked):
    """The issue has no published articles."""

    def __init__(self) -> None:
        ValueError.__init__(self, _("The issue has no published articles."))
        self.findings = {}


def require_exportable(records: Iterable[Record], check: Check) -> None:
    """Raises PackageBlocked with the blocking findings of all articles."""
    blocking_findings = {
        record.id or 0: [finding for finding in check(record) if finding.is_blocking()]
        for record in records
    }
    if blocked := {key: findings for key, findings in blocking_findings.items() if findings}:
        raise PackageBlocked(blocked)


def pdfs(record: Record) -> list[Galley]:
    """The article's PDFs, the one in its own language first."""
    galleys = [galley for galley in record.galleys if galley.kind == "pdf" and galley.path]
    return sorted(galleys, key=lambda galley: galley.language != record.language)


def require_files(paths: Iterable[str]) -> None:
    """Raises MissingFiles with all paths that are not in storage."""
    if missing := [path for path in paths if not default_storage.exists(path)]:
        raise MissingFiles(missing)


def chunks(path: str) -> Iterator[bytes]:
    with default_storage.open(path, "rb") as file:
        yield from file.chunks(CHUNK)


def pdf_names(records: Iterable[Record]) -> dict[int, str]:
    """File names by the galley's key: `01-kk.pdf`, `01-kk-2.pdf`; in ASCII for old systems."""
    names: dict[int, str] = {}
    for place, record in enumerate(records, 1):
        for galley in pdfs(record):
            stem = f"{place:02}-{galley.language}"
            count = sum(
                name.startswith(f"{stem}-") or name == f"{stem}.pdf" for name in names.values()
            )
            names[galley.id or 0] = f"{stem}-{count + 1}.pdf" if count else f"{stem}.pdf"
    return names


def stem_of(issue: Issue) -> str:
    """The name of the package file without suffix: `steppe-science-2024-1`."""
    number = issue.number or issue.through_number or issue.volume or issue.pk
    signs = (sign if sign.isascii() and sign.isalnum() else "-" for sign in str(number))
    return f"{issue.journal.slug}-{issue.year}-{''.join(signs).strip('-') or issue.pk}"


def suffix_of(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
