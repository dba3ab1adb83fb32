"""Titles and family names in capitals, as many old tables of contents have them."""

from __future__ import annotations

import re

import msgspec

from articles.imports.ojs.values import Version
from articles.records.languages import Language
from articles.records.markup import join, plain, runs
from articles.records.names import Name
from articles.records.record import Authorship

from ..groups import Choice, PlanFinding

WORDS_LEAST = 3  # a title of two words may be an abbreviation
LETTERS_LEAST = 4  # a family name such as ЛИ or ЦОЙ tells nothing
FIRST_LETTER = re.compile(r"[^\W\d_]")
NAME_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def repair_capital_titles(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    titles = dict(version.record.title)
    findings: list[PlanFinding] = []
    for code, title in version.record.title.items():
        if plain(title).isupper() and len(plain(title).split()) >= WORDS_LEAST:
            titles[code] = in_sentence_case(title)
            findings.append(place("capital_title", "title", code, title, titles[code]))
    if choice != "repair" or not findings:
        return version, findings
    record = msgspec.structs.replace(version.record, title=titles)
    return msgspec.structs.replace(version, record=record), findings


def in_sentence_case(title: str) -> str:
    """Small letters after the first one. Proper names are for the editor to raise again."""
    pieces = [msgspec.structs.replace(run, text=run.text.lower()) for run in runs(title)]
    for at, run in enumerate(pieces):
        if letter := FIRST_LETTER.search(run.text):
            text = f"{run.text[: letter.start()]}{letter[0].upper()}{run.text[letter.end() :]}"
            pieces[at] = msgspec.structs.replace(run, text=text)
            break
    return join(pieces)


def repair_capital_names(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    authors: list[Authorship] = []
    findings: list[PlanFinding] = []
    for number, author in enumerate(version.record.authors, 1):
        names: dict[Language, Name] = dict(author.names)
        for code, name in author.names.items():
            if name.family.isupper() and len(name.family) >= LETTERS_LEAST:
                names[code] = in_name_case(name)
                field = f"authors[{number}].names.{code}.family"
                findings.append(place("capital_name", field, code, name.family, names[code].family))
        authors.append(msgspec.structs.replace(author, names=names))
    if choice != "repair" or not findings:
        return version, findings
    record = msgspec.structs.replace(version.record, authors=tuple(authors))
    return msgspec.structs.replace(version, record=record), findings


def in_name_case(name: Name) -> Name:
    parts = {part: getattr(name, part) for part in ("family", "given", "patronymic")}
    lowered = {part: NAME_WORD.sub(_capitalized, value) for part, value in parts.items()}
    return msgspec.structs.replace(name, **lowered)


def _capitalized(word: re.Match[str]) -> str:
    """Words that are not all capitals, and initials, stay as they are."""
    return word[0].capitalize() if word[0].isupper() and len(word[0]) > 1 else word[0]


def place(group: str, field: str, code: Language, text: str, proposal: str) -> PlanFinding:
    return PlanFinding(group=group, field=field, language=code, text=text, proposal=proposal)
