"""Writes what the old site had, by its identifiers, with what became of it here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from articles.imports.ojs.values import Article, Galley, Issue, Section, Version
from articles.imports.ojs.values import File as ExportedFile
from articles.models import Article as ArticleRow
from articles.models import EarlierItem, EarlierSite
from articles.models import Issue as IssueRow
from articles.models import Section as SectionRow
from articles.records.record import Galley as RecordGalley

from .file_kinds import kind_of, problem_of
from .stored_files import safe_name, store_file

Kind = EarlierItem.Kind
UNIQUE = ["site", "kind", "within", "version", "key"]
UPDATED = ["issue", "section", "article", "galley", "file", "file_name", "address"]


def save_items(items: Iterable[EarlierItem]) -> None:
    """Saves all in one statement; what an identifier stood for before is replaced."""
    by_identity = {
        (item.site_id, item.kind, item.within, item.version, item.key): item
        for item in items
        if item.key
    }
    EarlierItem.objects.bulk_create(
        by_identity.values(),
        update_conflicts=True,
        unique_fields=UNIQUE,
        update_fields=[*UPDATED, "digest", "revision"],
    )


def issue_items(issue: Issue, row: IssueRow, site: EarlierSite) -> Iterator[EarlierItem]:
    yield EarlierItem(site=site, kind=Kind.ISSUE, key=issue.id, issue=row)
    for name in {issue.url_path, issue.public_id}:
        yield EarlierItem(site=site, kind=Kind.ISSUE_NAME, key=name, issue=row)
    yield EarlierItem(site=site, kind=Kind.ISSUE_DOI, key=issue.doi, issue=row)
    for galley in issue.galleys:
        if galley.file and not problem_of(galley, galley.file):
            yield EarlierItem(
                site=site,
                kind=Kind.ISSUE_GALLEY,
                key=galley.id,
                within=issue.id,
                issue=row,
                **stored(galley, galley.file),
            )


def section_items(section: Section, row: SectionRow, site: EarlierSite) -> Iterator[EarlierItem]:
    yield EarlierItem(site=site, kind=Kind.SECTION, key=section.id, section=row)
    for name in section.abbreviations:
        yield EarlierItem(site=site, kind=Kind.SECTION_NAME, key=name, section=row)


def article_items(
    article: Article,
    row: ArticleRow,
    site: EarlierSite,
    galleys: Iterable[RecordGalley],
    digest: str,
) -> Iterator[EarlierItem]:
    """The article, its names, its versions, and the files of all its published versions."""
    by_checksum = {galley.checksum: galley for galley in galleys}
    yield EarlierItem(
        site=site,
        kind=Kind.ARTICLE,
        key=article.id,
        article=row,
        digest=digest,
        revision=row.version if digest else None,
    )
    for version in published_versions(article):
        for name in {version.url_path, version.public_id}:
            yield EarlierItem(site=site, kind=Kind.ARTICLE_NAME, key=name, article=row)
        yield EarlierItem(
            site=site, kind=Kind.VERSION, key=version.id, within=article.id, article=row
        )
        number = "" if version is article.current else version.id
        for galley in version.galleys:
            for item in galley_items(galley, article.id, by_checksum):
                item.site, item.article, item.version = site, row, number
                yield item


def published_versions(article: Article) -> Iterator[Version]:
    yield article.current
    yield from (version for version in article.other_versions if version.is_published)


def galley_items(
    galley: Galley, article_id: str, by_checksum: dict[str, RecordGalley]
) -> Iterator[EarlierItem]:
    """A galley by its identifier and its name, and the files that belong to its HTML."""
    target: dict[str, Any] = {"address": galley.remote} if galley.remote else {}
    if galley.file and not problem_of(galley, galley.file):
        target = target_of(galley, galley.file, by_checksum)
    for kind, key in ((Kind.GALLEY, galley.id), (Kind.GALLEY_NAME, galley.url_path)):
        yield EarlierItem(kind=kind, key=key, within=article_id, **target)
    for file in galley.dependent_files:
        if not problem_of(galley, file):
            target = target_of(galley, file, by_checksum)
            yield EarlierItem(kind=Kind.FILE, key=file.id, within=article_id, **target)


def target_of(
    galley: Galley, file: ExportedFile, by_checksum: dict[str, RecordGalley]
) -> dict[str, Any]:
    """The galley here that has the file; else the file itself in storage."""
    own = by_checksum.get(file.content.checksum)
    return {"galley_id": own.id} if own else stored(galley, file)


def stored(galley: Galley, file: ExportedFile) -> dict[str, Any]:
    name = safe_name(file, kind_of(galley, file))
    return {"file": store_file(file, name), "file_name": name}
