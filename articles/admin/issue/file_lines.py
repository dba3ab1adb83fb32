"""What the page of an issue's files shows of each file, and of each article with other pages."""

from __future__ import annotations

import msgspec

from articles.models import IssueFile
from articles.publishing.issue_file_pages import NewPages, is_current
from articles.publishing.makeup import MakeupArticle
from articles.publishing.public_issue_files import PUBLIC_KINDS, has_upload, is_public
from articles.records.findings import Level

from ..article.findings_panel import LEVEL_CLASSES, LEVEL_LABELS
from .makeup_files import title_of


class FileLine(msgspec.Struct, frozen=True):
    """A kind of file, with the file of the issue, if it was ever asked for."""

    kind: str
    label: str
    file: IssueFile | None
    is_current: bool
    findings: tuple[tuple[str, object, str, str, str], ...]  # class, level, article, texts
    is_offered: bool = False  # to become a file for readers
    is_public: bool = False
    has_upload: bool = False  # in its place


class PageLine(msgspec.Struct, frozen=True):
    title: str
    pages: str
    new: str
    is_public: bool


def file_line(
    kind: str, label: str, file: IssueFile | None, articles: list[MakeupArticle]
) -> FileLine:
    if file is None:
        return FileLine(kind, label, None, is_current=False, findings=())
    is_made = file.state == IssueFile.State.MADE
    may_be_public = kind in PUBLIC_KINDS
    return FileLine(
        kind,
        label,
        file,
        is_current(file, articles),
        findings_of(file),
        is_offered=may_be_public and is_made and is_newer(file) and not has_upload(file),
        is_public=may_be_public and is_public(file),
        has_upload=may_be_public and has_upload(file),
    )


def is_newer(file: IssueFile) -> bool:
    """Whether readers do not have the file as it was made last."""
    is_same = file.published_at and file.made_at and file.published_at >= file.made_at
    return not (is_same and is_public(file))


def findings_of(file: IssueFile) -> tuple[tuple[str, object, str, str, str], ...]:
    return tuple(
        (LEVEL_CLASSES[Level(level)], LEVEL_LABELS[Level(level)], title, message, remedy)
        for title, level, message, remedy in file.findings
    )


def page_line(change: NewPages) -> PageLine:
    record = change.article.record
    now = page_range(record.first_page, record.last_page)
    new = page_range(change.first, change.last)
    return PageLine(title_of(change.article), now, new, change.is_public)


def page_range(first: str, last: str) -> str:
    """`5–14`; one page once."""
    return "–".join(dict.fromkeys(filter(None, (first, last))))
