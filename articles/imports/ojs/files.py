"""Files of a submission, in the shapes of OJS 3.1 and of later versions; most are private."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from .contents import Content, broken
from .elements import Element
from .file_folders import FileFolders
from .numbers import whole_number
from .values import File

ELEMENTS = ("submission_file", "artwork_file", "supplementary_file")
FAKEPATH = re.compile(r"^[A-Z]:\\fakepath\\", re.IGNORECASE)
# In the names of OJS's genres, in three languages; the full text is "Article Text".
SUPPLEMENT = re.compile(
    r"data|данн|дерек|instrument|инструмент|құрал|material|материал|research result"
    r"|результат|нәтиже|transcript|расшифров|source text|исходн|multimedia|мультимедиа|suppl"
    r"|дополнит|қосымша|image|изображ|сурет|^other$|^друг|^басқа",
    re.IGNORECASE,
)


class SubmissionFiles:
    """The files of one article by their ids, and by their revisions where a galley names one."""

    def __init__(self, article: Element, folders: FileFolders) -> None:
        self.article = article
        self.folders = folders
        self.revisions: dict[tuple[str, str], File] = {}
        self.current: dict[str, File] = {}
        for element in article.children:
            if element.name in ELEMENTS:
                self._add(element)

    def find(self, reference: Element) -> File | None:
        """The file that a galley refers to; None if the export does not have it."""
        key = reference.get("id")
        revision = self.revisions.get((key, reference.get("revision")))
        return revision or self.current.get(key)

    def dependent_on(self, file: File) -> tuple[File, ...]:
        """Pictures and styles of an HTML file."""
        files = self.current.values()
        return tuple(each for each in files if each.parent == file.id and each.stage == "dependent")

    def _add(self, element: Element) -> None:
        numbered = dict(self._revisions(element))
        if not numbered:
            return
        key = element.get("id")
        newest = max(numbered, key=lambda number: whole_number(number) or 0)
        self.current[key] = numbered.get(element.get("file_id")) or numbered[newest]
        for number, file in numbered.items():
            self.revisions[key, number] = file

    def _revisions(self, element: Element) -> Iterator[tuple[str, File]]:
        for each in element.all("revision"):  # OJS 3.1
            yield each.get("number"), self._file(element, each, each)
        for each in element.all("file"):
            yield each.get("id"), self._file(element, element, each)

    def _file(self, submission: Element, described: Element, stored: Element) -> File:
        """`described` has name, genre and parent; `stored` the bytes."""
        parent = described.first("submission_file_ref")
        genre = described.get("genre")
        return File(
            id=submission.get("id"),
            name=without_fakepath(described.text_at("name") or described.get("filename")),
            stage=submission.get("stage"),
            genre=genre,
            doi=described.identifier("doi"),
            is_supplement=submission.name == "supplementary_file" or bool(SUPPLEMENT.search(genre)),
            parent=parent.get("id") if parent else "",
            claimed_size=whole_number(stored.get("filesize")),
            content=content_of(stored, self.folders, whole_number(stored.get("filesize"))),
            line=stored.line,
        )


def without_fakepath(name: str) -> str:
    """The name of a file; browsers put `C:\\fakepath\\` before one that is uploaded."""
    return FAKEPATH.sub("", name)


def content_of(element: Element, folders: FileFolders, claimed_size: int | None = None) -> Content:
    """The bytes inside the element, or beside the export where its `href` leads."""
    embedded, reference = element.first("embed"), element.first("href")
    if embedded and embedded.content:
        content = embedded.content
    elif reference:
        content = folders.find(reference.get("src"))
    else:
        return broken("missing")
    if claimed_size and content.size and content.size != claimed_size and not content.problem:
        return msgspec.structs.replace(content, problem="other_size")
    return content
