"""How much of each kind will come from an issue, for the summary of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.imports.ojs.values import Issue, Version

from .file_kinds import kind_of, problem_of

KINDS: dict[str, str | Promise] = {
    "author": _("authors"),
    "reference": _("references"),
    "pdf": "PDF",
    "html": "HTML",
    "epub": "EPUB",
    "xml": "XML",
    "docx": "DOCX",
    "supplement": _("supplements"),
    "image": _("pictures"),
    "remote": _("galleys on other sites"),
    "cover": _("covers of issues"),
    "issue_file": _("files of whole issues"),
}


def contents_of(issue: Issue) -> dict[str, int]:
    """The number of each kind, in the order of KINDS, without those that are not there."""
    counts = Counter(kinds_in(issue))
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def kinds_in(issue: Issue) -> Iterator[str]:
    yield from ("cover" for _cover in issue.covers[:1])
    yield from ("issue_file" for galley in issue.galleys if galley.file)
    for article in issue.articles:
        record = article.current.record
        yield from ("author" for _author in record.authors)
        yield from ("reference" for _reference in record.references)
        yield from ("remote" for _file in record.external_files)
        yield from file_kinds(article.current)


def file_kinds(version: Version) -> Iterator[str]:
    for galley in version.galleys:
        for file in (galley.file, *galley.dependent_files):
            if file and not problem_of(galley, file):
                yield kind_of(galley, file)


def user_groups_of(issue: Issue) -> dict[str, int]:
    """How many of those in the bylines belong to each user group of OJS."""
    groups = (group for article in issue.articles for group in article.current.groups if group)
    return dict(Counter(groups).most_common())
