"""The navigation document: contents that every reader offers, and the parts of the publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.exports.epub.chapter import Chapter
from articles.exports.epub.container import File
from articles.exports.epub.documents import xhtml
from articles.exports.epub.full_text import Heading
from articles.exports.epub.inline import printable
from articles.exports.typesetting import labels
from articles.exports.xml import NOTHING, Xml, block, tag
from articles.records.languages import Language


def navigation(
    chapters: Sequence[Chapter], code: Language, start: str, printed_contents: str = ""
) -> File:
    """Return `nav.xhtml`; `start` is the file that readers open first.

    `printed_contents` is the file of the contents among the pages, if there is one.
    """
    title = labels.CONTENTS[code]
    entries = [entry(each, code, has_sections=len(chapters) == 1) for each in chapters]
    places = [landmark(start, "bodymatter", labels.BEGINNING[code])]
    if printed_contents:
        entries.insert(0, tag("li", tag("a", printable(title), {"href": printed_contents})))
        places.insert(0, landmark(printed_contents, "toc", title))
    contents = block("nav", (
        tag("h1", printable(title)),
        block("ol", entries),
    ), {"epub:type": "toc", "role": "doc-toc", "id": "toc"})  # fmt: skip
    landmarks = block("nav", (
        tag("h2", printable(labels.PARTS[code])),
        block("ol", places),
    ), {"epub:type": "landmarks", "hidden": "hidden"})  # fmt: skip
    return xhtml("nav", title, code, Xml(f"\n{contents}\n{landmarks}\n"), properties=("nav",))


def entry(chapter: Chapter, code: Language, *, has_sections: bool) -> Xml:
    language = "" if chapter.language == code else chapter.language
    attributes = {"href": chapter.file.name, "lang": language, "xml:lang": language}
    link = tag("a", printable(chapter.title), attributes)
    sections = section_list(chapter.headings, chapter.file.name) if has_sections else NOTHING
    return tag("li", Xml(f"{link}\n{sections}" if sections else link))


def section_list(headings: Sequence[Heading], file: str) -> Xml:
    """Headings of two levels as a list of lists."""
    entries = []
    for heading, below in sections(headings):
        inner = block("ol", [section_link(each, file) for each in below])
        entries.append(section_link(heading, file, inner))
    return block("ol", entries)


def sections(headings: Sequence[Heading]) -> Iterator[tuple[Heading, list[Heading]]]:
    """Yield each heading of level 2 with those of level 3 below it."""
    first: Heading | None = None
    below: list[Heading] = []
    for heading in headings:
        if heading.level == 2:
            if first:
                yield first, below
            first, below = heading, []
        elif heading.level == 3 and first:
            below.append(heading)
    if first:
        yield first, below


def section_link(heading: Heading, file: str, inner: Xml = NOTHING) -> Xml:
    address = f"{file}#{heading.id}" if heading.id else file
    link = tag("a", printable(heading.title), {"href": address})
    return tag("li", Xml(f"{link}\n{inner}" if inner else link))


def landmark(file: str, kind: str, title: str) -> Xml:
    return tag("li", tag("a", printable(title), {"epub:type": kind, "href": file}))
