"""Manuscripts with their truth, as examples: each paragraph is the value that it prints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from articles.imports.manuscript.authors.contacts import strip_contacts
from articles.imports.manuscript.authors.marks import RAISED
from articles.imports.manuscript.classify.features import line_features
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.classify.line_classifier import DECIDED
from articles.imports.manuscript.lines.running_heads import find_running_heads
from articles.imports.manuscript.pipeline import assign_labelled_parts, read_paragraphs
from articles.imports.manuscript.vocabulary import DEGREE
from articles.imports.readers import read_lines
from tests.layouts.training import Example

FORMS = (".md", ".txt", ".docx", ".pdf")
LEAST = 8  # letters of a part of a text
LONGEST = 900  # letters of a line of authors


def case_examples(folder: Path) -> Iterator[Example]:
    """The examples of a folder of manuscripts."""
    for path in sorted(folder.glob("*")):
        if path.suffix in FORMS and path.with_suffix(".json").exists():
            truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
            yield labelled_example(path.read_bytes(), path.name, truth)


def labelled_example(data: bytes, name: str, values: dict[str, Any]) -> Example:
    """The paragraphs of a file, each with the type that its truth tells."""
    lines = read_lines(data, name)
    layout = Layout(read_paragraphs(lines, find_running_heads(lines)))
    assign_labelled_parts(layout)
    truth = _Truth(values)
    types: list[str] = []
    for at in range(len(layout)):
        types.append(layout.zones[at] or truth.type_of(layout, at, types[-1] if types else ""))
    return line_features(layout), types


class _Truth:
    """The values of a truth as letters, by the type of the line that prints them."""

    def __init__(self, truth: dict[str, Any]) -> None:
        authors = [author["name"] for author in truth["authors"]]
        affiliations = [affiliation["name"] for affiliation in truth["affiliations"]]
        sections = truth["sections"]
        self.names = _each(name for names in authors for name in names.values())
        self.organisations = _each(name for names in affiliations for name in names.values())
        self.named: set[str] = set()  # in the header so far
        self.headings = _each(section["heading"] for section in sections)
        self.texts = {
            "title": _each(truth["title"].values()),
            "abstract": _each(truth["abstract"].values()),
            "keywords": _each(" ".join(words) for words in truth["keywords"].values()),
            "body": _each(section["text"] for section in sections),
        }

    def type_of(self, layout: Layout, at: int, before: str) -> str:
        text = layout.paragraphs[at].text
        letters, element = _letters(text), layout.element(at)
        if before in ("abstract", "keywords"):
            self.named = set()
        if element in DECIDED:
            return DECIDED[element]
        if not letters:
            return "leftover"
        if before == "abstract" and any(letters in text for text in self.texts["abstract"]):
            return "abstract"
        if letters in self.headings:
            return "heading"
        if any(name in letters for name in self.names) and len(letters) < LONGEST:
            return "contact" if self._is_contact(text, letters) else "byline"
        if found := self._organisation_type(letters, text.endswith(",")):
            return found
        if re.search(r"@|\d{4}-\d{4}-", text) and len(text) < 200:
            return "contact"
        kinds = (kind for kind, texts in self.texts.items() if _is_printed(letters, texts))
        is_degree = DEGREE.are_in(text) and len(text) < 200
        return next(kinds, "degree" if is_degree else "leftover")

    def _is_contact(self, text: str, letters: str) -> bool:
        """Whether a line has contact details, and names its people again or says more."""
        bare = _letters(strip_contacts(text))
        names = {name for name in self.names if name in letters}
        is_repeated = names <= self.named
        self.named |= names
        known = sum(map(len, names))
        return bare != letters and (is_repeated or (known < 0.5 * len(bare) and "," not in text))

    def _organisation_type(self, letters: str, is_open: bool) -> str:
        for organisation in self.organisations:
            if organisation in letters or (len(letters) > 5 and organisation.startswith(letters)):
                is_most = is_open or len(letters) > 0.3 * len(organisation)
                return "affiliation" if is_most else ""
            if len(letters) > 5 and organisation.endswith(letters):
                return "continuation"
        return ""


def _is_printed(letters: str, texts: set[str]) -> bool:
    """Whether a paragraph prints a text, a part of it, or its beginning."""
    if len(letters) < LEAST:
        return False
    return any(letters in text or (len(text) > LEAST and text[:40] in letters) for text in texts)


def _each(values: Iterable[str | None]) -> set[str]:
    return {_letters(value) for value in values if value and _letters(value)}


def _letters(text: str) -> str:
    return "".join(
        letter for letter in text if letter.isalpha() and letter not in RAISED
    ).casefold()
