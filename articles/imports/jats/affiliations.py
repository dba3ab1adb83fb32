"""Affiliations with their names in several languages, and the ids that authors refer to."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.jats.texts import by_language, language_of, plain, squeeze
from articles.records import identifiers
from articles.records.countries import code_of_name
from articles.records.languages import Language, Text, tidy
from articles.records.record import Affiliation

Marks = dict[str, int]  # the number of an affiliation by its id

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
        if name := element.get("id"):
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
    """Return the institution names, or the whole text of an affiliation without markup."""
    names_by_language: dict[Language, str] = {}
    for aff in group:
        institutions = [plain(each) for each in aff.iter("institution") if not is_unit(each)]
        name = next(filter(None, institutions), "")
        if not len(aff) or {child.tag for child in aff} <= {"label", "sup"}:
            name = squeeze(" ".join(lines(aff)))
        code = language_of(aff)
        if code and name:
            names_by_language.setdefault(code, name)
    return tidy(names_by_language)


def lines(aff: _Element) -> Iterator[str]:
    """The text without its label."""
    yield aff.text or ""
    for child in aff:
        yield child.tail or ""


def is_unit(institution: _Element) -> bool:
    """Whether an `institution` is a department of another."""
    return institution.get("content-type") in UNITS
