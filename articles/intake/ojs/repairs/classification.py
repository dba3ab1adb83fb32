"""IRSTI and UDC that were typed among keywords or subjects, or as the first line of an abstract."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from articles.imports.manuscript.facts.codes import find_irsti, find_udc
from articles.imports.ojs.values import Version
from articles.records import identifiers
from articles.records.languages import Language
from articles.records.markup import plain

from ..groups import Choice, PlanFinding

BARE_IRSTI = re.compile(r"\d{2}\.\d{2}\.\d{2}")
BARE_UDC = re.compile(r"\d{1,3}(?:\.\d{1,3})+(?:[:+]\d[\d.]*)*|\d{3}(?:[:+]\d[\d.]*)+")
LINE_MOST = 120  # characters of a line that holds codes alone
LETTERS_MOST = 24  # in such a line: the labels
LETTER = re.compile(r"[^\W\d_]")


class Codes(msgspec.Struct, frozen=True):
    irsti: tuple[str, ...] = ()
    udc: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.irsti or self.udc)

    def __str__(self) -> str:
        named = [f"IRSTI {code}" for code in self.irsti] + [f"UDC {code}" for code in self.udc]
        return ", ".join(named)


def move_codes(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    """The codes go to their fields, and what held nothing else is dropped."""
    search = CodeSearch(version)
    if choice != "move" or not search.codes:
        return version, search.findings
    record = msgspec.structs.replace(
        version.record,
        irsti=together(
            version.record.irsti, (code for each in search.codes for code in each.irsti)
        ),
        udc=together(version.record.udc, (code for each in search.codes for code in each.udc)),
        keywords=search.keywords,
        abstract=search.abstracts,
    )
    return msgspec.structs.replace(
        version, record=record, terms=tuple(search.terms)
    ), search.findings


class CodeSearch:
    """What holds codes in a version, and its keywords, terms and abstracts without them."""

    def __init__(self, version: Version) -> None:
        self.codes: list[Codes] = []
        self.findings: list[PlanFinding] = []
        self.keywords = {
            code: tuple(term for term in terms if not self.takes(term, "keywords", code))
            for code, terms in version.record.keywords.items()
        }
        self.keywords = {code: terms for code, terms in self.keywords.items() if terms}
        self.terms = [
            term
            for term in version.terms
            if not self.takes(term.text, term.vocabulary, term.language)
        ]
        self.abstracts = {
            code: self.without_code_lines(text, code)
            for code, text in version.record.abstract.items()
        }

    def takes(self, text: str, field: str, language: Language) -> bool:
        """Whether the text is a code, which is then noted."""
        codes = codes_in(plain(text))
        if codes:
            self.codes.append(codes)
            self.findings.append(
                PlanFinding(
                    group="classification",
                    field=field,
                    language=language,
                    text=text,
                    proposal=str(codes),
                )
            )
        return bool(codes)

    def without_code_lines(self, abstract: str, language: Language) -> str:
        first, _break, rest = abstract.partition("\n")
        if rest and is_code_line(first) and self.takes(first, "abstract", language):
            return self.without_code_lines(rest, language)
        return abstract


def codes_in(text: str) -> Codes:
    """The codes after their labels, or the one code that the text is."""
    bare = text.strip(" .;,")
    if BARE_IRSTI.fullmatch(bare):
        return Codes(irsti=(bare,))
    if BARE_UDC.fullmatch(bare):
        return Codes(udc=(bare,))
    if not is_code_line(text):
        return Codes()
    return Codes(
        irsti=tuple(each for each in find_irsti(text) if identifiers.is_irsti(each)),
        udc=tuple(each for each in find_udc(text) if identifiers.is_udc(each)),
    )


def is_code_line(text: str) -> bool:
    """Whether a line is short and holds labels and digits, not words."""
    text = plain(text)
    has_digits = any(sign.isdigit() for sign in text)
    return has_digits and len(text) <= LINE_MOST and len(LETTER.findall(text)) <= LETTERS_MOST


def together(own: tuple[str, ...], found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *found)))
