"""Affiliations with their names in several languages, and the ids that authors refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.xml_texts import by_language, language_of, plain, squeeze
from articles.records import identifiers
from articles.records.countries import code_of_name
from articles.records.languages import Language, Text, tidy
from articles.records.record import Affiliation

Marks = dict[str, int]  # the number of an affiliation by its id

# What is printed with a name and is no part of it.
APART = (
    "label", "sup", "country", "city", "email", "ext-link", "uri", "phone", "fax", "institution",
    "institution-id", "institution-wrap",
)  # fmt: skip
SEPARATORS = re.compile(r"\s*,(?:\s*,)+\s*")
UNITS = ("dept", "department", "orgdiv1", "orgdiv2")


def affiliations_of(meta: _Element) -> tuple[tuple[Affiliation, ...], Marks]:
    """Return the affiliations in order; `aff-alternatives` is one in several languages."""
    groups: list[list[_Element]] = []
    marks: Marks = {}
    for element in meta.iter("aff-alternatives", "aff"):
        if element.tag == "aff-alternatives":
            groups.append(element.findall("aff"))
        elif not any(each.tag == "aff-alternatives" for each in element.iterancestors()):
            groups.append([element])
        for each in (element, *element.iterfind("aff")):
            if name := each.get("id"):
                marks[name] = len(groups)
    return tuple(map(affiliation, groups)), marks


def affiliation(group: list[_Element]) -> Affiliation:
    """Return one affiliation; `group` holds its `aff` elements in several languages."""
    countries = [
        each.get("country") or plain(each) for aff in group for each in aff.iter("country")
    ]
    rors = [plain(each) for aff in group for each in aff.iter("institution-id")]
    units = (each for aff in group for each in aff.iter("institution") if is_unit(each))
    return Affiliation(
        name=names(group),
        unit=by_language(units),
        city=by_language(each for aff in group for each in aff.iter("city")),
        country=next(filter(None, map(country_in, countries)), ""),
        ror=next((identifiers.ror(each) for each in rors if identifiers.is_ror(each)), ""),
    )


def country_in(value: str) -> str:
    """The code of a country's code or name; two other letters as they are, to be refused."""
    return code_of_name(value) or (value if len(value) == 2 else "")


def names(group: list[_Element]) -> Text:
    """Return the institution names, or the text of an affiliation that marks up none."""
    names_by_language: dict[Language, str] = {}
    for aff in group:
        institutions = [plain(each) for each in aff.iter("institution") if not is_unit(each)]
        name = next(filter(None, institutions), "") or printed_name(aff)
        code = language_of(aff)
        if code and name:
            names_by_language.setdefault(code, name)
    return tidy(names_by_language)


def printed_name(aff: _Element) -> str:
    """The affiliation as printed: without its label and what has a field of its own."""
    return squeeze(SEPARATORS.sub(", ", "".join(lines(aff)))).strip(" ,;")


def lines(element: _Element) -> Iterator[str]:
    """The text of an element and of those in it that are part of the name."""
    yield element.text or ""
    for child in element:
        if child.tag not in APART:
            yield from lines(child)
        yield child.tail or ""


def is_unit(institution: _Element) -> bool:
    """Whether an `institution` is a department of another."""
    return institution.get("content-type") in UNITS
