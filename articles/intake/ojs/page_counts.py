"""Numbers of pages of the PDFs of an issue, counted together when the first one is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from articles.imports.ojs.values import File, Issue
from articles.imports.pdf_pages import count_pages

from .file_kinds import kind_by_content

COUNTED_MOST = 20_000_000  # bytes of a PDF: pypdf reads it into memory
TOGETHER = 40  # in one process
SECONDS = 20  # of the processor


class PageCounts:
    """A second import, in which nothing is new, counts nothing."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue

    def of(self, file: File) -> int | None:
        return self._counts.get(file.content.checksum) or None

    @cached_property
    def _counts(self) -> dict[str, int]:
        paths = dict(self._paths())
        checksums = list(paths)
        counts: list[int] = []
        for start in range(0, len(checksums), TOGETHER):
            part = checksums[start : start + TOGETHER]
            counts += count_pages([paths[checksum] for checksum in part], SECONDS)
        return dict(zip(checksums, counts, strict=True))

    def _paths(self) -> Iterator[tuple[str, str]]:
        """The PDFs by their checksums; none that lies inside a ZIP."""
        for article in self.issue.articles:
            for galley in article.current.galleys:
                if galley.file and (path := path_of(galley.file)):
                    yield galley.file.content.checksum, path


def path_of(file: File) -> str:
    """The path of a PDF that is small enough to be counted, else ''."""
    place = file.content.place
    if place is None or place.member or file.content.size > COUNTED_MOST:
        return ""
    return str(place.path) if kind_by_content(file) == "pdf" else ""
