"""Which reference lists a manuscript has, and which of them is the romanized one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from articles.imports.manuscript.classify.layout import LISTS, Outline
from articles.imports.manuscript.classify.paragraph_types import entry_number
from articles.imports.manuscript.lines.paragraph import Paragraph, part
from articles.imports.manuscript.sourced_value import Found, Sureness
from articles.imports.references import is_latin, number_of, without_number


class ReferenceList(msgspec.Struct, frozen=True):
    """The entries below one heading."""

    heading: str
    entries: tuple[Paragraph, ...]

    @property
    def is_latin(self) -> bool:
        return all(is_latin(entry.text) for entry in self.entries)


def lists_of(outline: Outline) -> list[ReferenceList]:
    """The lists in order; a heading without entries is no list."""
    lists: list[tuple[str, list[Paragraph]]] = []
    for at in outline.members("references"):
        paragraph = outline.paragraphs[at]
        label = outline.labels[at]
        if (label and label.element in LISTS and not entry_number(paragraph)) or not lists:
            lists.append((label.element if label else "references", []))
            paragraph = part(paragraph, label.end if label else 0)
        lists[-1][1].append(paragraph)
    found = (ReferenceList(name, tuple(_entries(members))) for name, members in lists)
    return [each for each in found if each.entries]


def _entries(members: list[Paragraph]) -> Iterator[Paragraph]:
    """Entries without their numbers; what goes on from one is joined to it."""
    members = [each for each in members if re.search(r"\w", each.text)]
    numbered = sum(bool(entry_number(each)) for each in members) * 2 > len(members)
    waiting: Paragraph | None = None
    for paragraph in members:
        begins = bool(entry_number(paragraph)) if numbered else not _goes_on(paragraph, waiting)
        if waiting and not begins:
            waiting = _joined(waiting, paragraph)
            continue
        if waiting:
            yield _bare(waiting, numbered)
        waiting = paragraph
    if waiting:
        yield _bare(waiting, numbered)


def _goes_on(paragraph: Paragraph, before: Paragraph | None) -> bool:
    text = paragraph.text
    return before is not None and (
        text[:1].islower() or text.startswith(("http", "//", "–", "URL"))
    )


def _joined(entry: Paragraph, more: Paragraph) -> Paragraph:
    glue = "" if re.search(r"https?://\S*[/\-_]$", entry.text) else " "
    return msgspec.structs.replace(
        entry, text=f"{entry.text}{glue}{more.text}", lines=entry.lines + more.lines
    )


def _bare(entry: Paragraph, numbered: bool) -> Paragraph:
    text = without_number(entry.text) if numbered and number_of(entry.text) else entry.text
    return msgspec.structs.replace(entry, text=text.lstrip("-•– ").strip())


def reference_values(lists: list[ReferenceList]) -> Iterator[Found]:
    """The list as printed and its romanized twin; a third list stays unplaced."""
    original, romanized = roles(lists)
    for name, members in (("original", original), ("romanized", romanized)):
        for at, entry in enumerate(members.entries if members else ()):
            sureness = Sureness.CERTAIN if len(lists) <= 2 else Sureness.LIKELY
            yield Found(f"references.{name}.{at}", entry.text, entry.lines, sureness)


def roles(lists: list[ReferenceList]) -> tuple[ReferenceList | None, ReferenceList | None]:
    """The only list is the original; of two, the Latin one under "References" is the twin."""
    if len(lists) < 2:
        return (lists[0] if lists else None), None
    twins = [each for each in lists if each.is_latin and each.heading == "romanized"]
    twin = twins[-1] if twins else next((each for each in lists[1:] if each.is_latin), None)
    original = next((each for each in lists if each is not twin), None)
    return original, twin
