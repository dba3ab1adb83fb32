"""The reference lists of a manuscript: the original and the romanized one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from articles.imports.manuscript.classify.layout import LIST_LABELS, Layout
from articles.imports.manuscript.classify.paragraph_types import (
    continues_reference,
    entry_number,
    is_in_brackets,
)
from articles.imports.manuscript.lines.paragraph import Paragraph, join_paragraphs
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.imports.references import is_latin, without_number

# A reference, and behind it in brackets another form of it, which may itself hold brackets.
BRACKETED = re.compile(r"(.{20,}?\S)\s+\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]\.?$")
SHORTEST = 40  # characters


class ReferenceList(msgspec.Struct, frozen=True):
    """The references below one heading; `heading` is the label's element."""

    heading: str
    entries: tuple[Paragraph, ...]

    @property
    def is_latin(self) -> bool:
        """Whether all references are in Latin letters."""
        return all(is_latin(entry.text) for entry in self.entries)


def read_reference_lists(layout: Layout) -> list[ReferenceList]:
    """Return the lists in order; a heading without references is no list."""
    lists: list[tuple[str, list[Paragraph]]] = []
    for at in layout.places_in("references"):
        paragraph = layout.paragraphs[at]
        element = layout.element(at)
        if (element in LIST_LABELS and not entry_number(paragraph)) or not lists:
            lists.append((element or "references", []))
            paragraph = layout.without_label(at)
        lists[-1][1].append(paragraph)
    printed = (ReferenceList(name, tuple(_entries(parts))) for name, parts in lists)
    return [each for whole in printed for each in _without_brackets(whole) if each.entries]


def _without_brackets(printed: ReferenceList) -> Iterator[ReferenceList]:
    """The list, and its romanized form if most references have that behind them in brackets."""
    pairs = [BRACKETED.match(entry.text) for entry in printed.entries]
    romanized = [pair for pair in pairs if pair and len(pair[2]) > SHORTEST and is_latin(pair[2])]
    if len(romanized) * 2 <= len(pairs):
        yield printed
        return
    for heading, group in (("references", 1), ("romanized", 2)):
        members = [
            replace(entry, text=pair[group] if pair in romanized else entry.text)
            for entry, pair in zip(printed.entries, pairs, strict=True)
            if group == 1 or pair in romanized
        ]
        yield ReferenceList(heading, tuple(members))


def _entries(members: list[Paragraph]) -> list[Paragraph]:
    """Return the references without their numbers, each with the paragraphs that continue it."""
    members = [each for each in members if re.search(r"\w", each.text)]
    own = [each for each in members if not is_in_brackets(each.text)]
    numbered = sum(bool(entry_number(each)) for each in own) * 2 > len(own)
    entries: list[Paragraph] = []
    for paragraph in members:
        before = entries[-1].text if entries else ""
        is_other_half = continues_reference(paragraph.text, before)
        if entries and (not entry_number(paragraph) if numbered else is_other_half):
            entries[-1] = join_paragraphs([entries[-1], paragraph])
        else:
            entries.append(paragraph)
    texts = (without_number(each.text) if numbered else each.text for each in entries)
    stripped = (text.lstrip("-•– ").strip() for text in texts)
    return [replace(entry, text=text) for entry, text in zip(entries, stripped, strict=True)]


def reference_values(lists: list[ReferenceList]) -> Iterator[SourcedValue]:
    """The references of the original list and of the romanized one; a third list is left out."""
    original, romanized = pick_lists(lists)
    sureness = Sureness.CERTAIN if len(lists) <= 2 else Sureness.LIKELY
    for name, members in (("original", original), ("romanized", romanized)):
        for at, entry in enumerate(members.entries if members else ()):
            yield SourcedValue(f"references.{name}.{at}", entry.text, entry.lines, sureness)


def pick_lists(lists: list[ReferenceList]) -> tuple[ReferenceList | None, ReferenceList | None]:
    """Return the original list and the romanized one.

    A single list is the original; of two, the one in Latin letters under "References" is romanized.
    """
    if len(lists) < 2:
        return (lists[0] if lists else None), None
    latin_lists = [each for each in lists if each.is_latin and each.heading == "romanized"]
    later_latin = (each for each in lists[1:] if each.is_latin)
    romanized = latin_lists[-1] if latin_lists else next(later_latin, None)
    original = next((each for each in lists if each is not romanized), None)
    return original, romanized
