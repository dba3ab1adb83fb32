"""A submission with its versions. Up to OJS 3.1 the article itself is its only version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from articles.records.languages import prefer

from .elements import Element
from .file_folders import FileFolders
from .files import ELEMENTS, SubmissionFiles
from .locales import Locales
from .numbers import whole_number
from .values import Article, Version
from .versions import PUBLISHED, VersionReader

# `status` of a submission and of a publication.
DECLINED, SCHEDULED = "4", "5"


def article_of(
    element: Element, folders: FileFolders, locales: Locales, *, is_loose: bool
) -> Article:
    """The article; `is_loose`: exported alone, so that its versions name their issue."""
    files = SubmissionFiles(element, folders)
    publications = list(element.all("publication"))
    reader = VersionReader(files, folders, locales, locale_of(element, publications))
    versions = [reader.version(each) for each in publications or [element]]
    current = current_version(versions, element.get("current_publication_id"))
    why_not = reason_against(element, publications, current, is_loose=is_loose)
    return Article(
        id=element.identifier("internal") or derived_id(current),
        current=current,
        other_versions=tuple(version for version in versions if version is not current),
        is_published=not why_not,
        why_not=why_not,
        private_file_count=sum(each.name in ELEMENTS for each in element.children)
        - len(public_files(versions)),
        line=element.line,
    )


def locale_of(element: Element, publications: list[Element]) -> str:
    """The locale of the article; before 3.3.0-12 only its publications say it."""
    named = (each.get("locale") for each in (element, *publications))
    return next(filter(None, named), "")


def current_version(versions: list[Version], current: str) -> Version:
    """The one that OJS shows: not always the last, which may be a draft.

    Where the article names none, it is the published one with the highest number.
    """
    named = (version for version in versions if version.id and version.id == current)
    published = [version for version in versions if version.is_published]
    newest = max(reversed(published or versions), key=number_of)
    return next(named, None) or newest


def number_of(version: Version) -> int:
    return whole_number(version.number) or 0


def reason_against(
    element: Element, publications: list[Element], current: Version, *, is_loose: bool
) -> str:
    """Why readers never saw the article, as a word; '' if they did."""
    status = element.get("status")
    if status and status not in PUBLISHED:
        return {DECLINED: "declined", SCHEDULED: "scheduled"}.get(status, "in_work")
    if publications or status:
        return "" if current.is_published else "in_work"
    if element.get("stage") not in ("", "production"):
        return "in_work"
    is_dated = current.record.published_on or current.issue
    return "" if is_dated or not is_loose else "in_work"


def derived_id(version: Version) -> str:
    """An identifier for an article without one, the same at each reading of the same title."""
    title = prefer(version.record.title, version.record.language)
    return f"title-{hashlib.sha256(title.encode()).hexdigest()[:16]}" if title else ""


def public_files(versions: list[Version]) -> set[str]:
    return set(_public_files(versions))


def _public_files(versions: list[Version]) -> Iterator[str]:
    for version in versions:
        if version.is_published:
            for galley in version.galleys:
                yield from (each.id for each in (galley.file, *galley.dependent_files) if each)
