"""OJS's Native XML, versions 2.4 to 3.5: issues and articles, read as a stream.

`read_issues` gives each issue when it has ended, so that memory holds one issue without its files.
Nothing is demanded by a schema: files of other programs are looser than those of OJS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from articles.imports.exceptions import Unreadable
from articles.imports.xml_bytes import narrow_start

from . import version_2
from .articles import article_of
from .elements import Element
from .embedded_files import EmbeddedFiles
from .file_folders import FileFolders
from .identifiers import Identifiers
from .issues import issue_of, loose_issues
from .locales import Locales
from .parsing import ExportParser
from .sources import Source, sources_in
from .values import Article, Issue

__all__ = ["ExportReader", "Locales", "Source", "is_export", "read_issues", "sources_in"]


# The first element: one that JATS does not have, or an article whose namespace or DTD is PKP's.
ROOT = re.compile(
    rb"<(?:\w+:)?(?:(?:issues|issue|articles)\b|(?P<article>article)\b[^>]*)", re.DOTALL
)
BEFORE_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*", re.DOTALL
)
PKP = b"pkp.sfu.ca"


def is_export(start: bytes) -> bool:
    """Whether the beginning of a file is that of OJS's Native XML."""
    start = narrow_start(start)
    before = BEFORE_ROOT.match(start)
    root = ROOT.match(start, before.end()) if before else None
    return bool(root and (not root["article"] or PKP in start[: root.end()]))


def read_issues(
    source: Source, locales: Locales | None = None, folder: Path | None = None
) -> Iterator[Issue]:
    """The issues of an XML file in order, then those of which it has only articles.

    Embedded files are written to `folder`, or only measured; those of an issue are deleted when the
    next one is asked for. Raises Unreadable with the line from which on the file cannot be read;
    the issues before it are complete.
    """
    reader = ExportReader(source.folders, locales or Locales(), EmbeddedFiles(folder))
    with source.place.open() as stream:
        try:
            for _chunk in reader.parser.read(stream):
                yield from reader.finished_issues()
        except Unreadable:
            yield from reader.finished_issues()
            raise
    yield from loose_issues(reader.articles)
    reader.files.discard(reader.files.count)


class ExportReader:
    """Turns each ended element into a value, and lets it go."""

    def __init__(self, folders: FileFolders, locales: Locales, files: EmbeddedFiles) -> None:
        self.folders = folders
        self.locales = locales
        self.files = files
        self.parser = ExportParser(files, self.take)
        self.identifiers = Identifiers()
        self.articles: list[Article] = []  # of the issue that is being read, or loose
        self.issues: list[tuple[Issue, int]] = []  # with the number of files up to its end

    def take(self, element: Element) -> None:
        is_loose = not any(each.name == "issue" for each in self.parser.open)
        element = self.modern(element)
        if element.name == "article":
            article = article_of(element, self.folders, self.locales, is_loose=is_loose)
            self.articles.append(self.identifiers.article(article))
        else:
            issue = issue_of(element, self.articles, self.folders, self.locales)
            self.issues.append((self.identifiers.issue(issue), self.files.count))
            self.articles = []

    def modern(self, element: Element) -> Element:
        """The element in the shape of OJS 3.1 at least."""
        if element.name == "article" and version_2.is_article_of_ojs_2(element):
            return version_2.modern_article(element, version_2.section_around(self.parser.open))
        if element.name == "issue" and version_2.is_issue_of_ojs_2(element):
            return version_2.modern_issue(element)
        return element

    def finished_issues(self) -> Iterator[Issue]:
        issues, self.issues = self.issues, []
        for issue, file_count in issues:
            yield issue
            self.files.discard(file_count)
