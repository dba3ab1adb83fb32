"""Texts that are not in the letters of their language: a Russian title typed as the English one."""

from __future__ import annotations

import re

import msgspec

from articles.imports.ojs.values import Version
from articles.records.languages import Language, Text
from articles.records.markup import plain
from articles.records.names import full_name
from articles.records.record import Authorship

from ..groups import Choice, PlanFinding

CYRILLIC = re.compile("[\u0400-\u04ff]")
LATIN = re.compile("[A-Za-z]")
LETTERS_LEAST = 12  # a shorter text may be a name or a formula


def leave_out_texts(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    findings: list[PlanFinding] = []
    fields = {
        field: in_own_letters(getattr(version.record, field), field, version, findings)
        for field in ("title", "abstract")
    }
    authors = tuple(
        in_latin_letters(author, number, findings)
        for number, author in enumerate(version.record.authors, 1)
    )
    if choice != "leave_out" or not findings:
        return version, findings
    record = msgspec.structs.replace(version.record, authors=authors, **fields)
    return msgspec.structs.replace(version, record=record), findings


def in_own_letters(text: Text, field: str, version: Version, findings: list[PlanFinding]) -> Text:
    """The text without the languages whose letters are wrong; each is noted."""
    wrong = [code for code, value in text.items() if has_other_letters(plain(value), code)]
    findings += [
        PlanFinding(group="other_letters", field=field, language=code, text=text[code])
        for code in wrong
    ]
    return {code: value for code, value in text.items() if code not in wrong}


def in_latin_letters(author: Authorship, number: int, findings: list[PlanFinding]) -> Authorship:
    """The author without an English name in Cyrillic letters; the only name of somebody stays."""
    name = author.names.get("en")
    printed = full_name(name, "en") if name else ""
    if name is None or not CYRILLIC.search(printed) or LATIN.search(printed):
        return author
    field = f"authors[{number}].names.en.family"
    findings.append(PlanFinding(group="other_letters", field=field, language="en", text=printed))
    others = {code: each for code, each in author.names.items() if code != "en"}
    return msgspec.structs.replace(author, names=others) if others else author


def has_other_letters(value: str, language: Language) -> bool:
    cyrillic, latin = len(CYRILLIC.findall(value)), len(LATIN.findall(value))
    own, other = (latin, cyrillic) if language == "en" else (cyrillic, latin)
    return other >= LETTERS_LEAST and own * 4 < other and (language == "en" or own == 0)
