"""The authors of an article for РИНЦ, and their organisations, which stand with each author."""

from __future__ import annotations

import msgspec
from lxml.etree import _Element

from articles.imports.letters import language_of_letters
from articles.imports.person_names import person_name
from articles.imports.rinc.texts import by_language, language_of
from articles.imports.xml_texts import plain
from articles.records import identifiers
from articles.records.countries import code_of_name
from articles.records.languages import Language, Text, tidy
from articles.records.record import Affiliation, Authorship

SEPARATOR = ";"  # between several organisations, towns or countries of one author
CODES = (("spin", "spin"), ("scopusid", "scopus"), ("researcherid", "researcher"))


def people_of(article: _Element) -> tuple[tuple[Authorship, ...], tuple[Affiliation, ...]]:
    """The authors, and their affiliations, each once."""
    affiliations: list[Affiliation] = []
    authors = []
    for element in article.iterfind("authors/author"):
        marks = [mark_of(each, affiliations) for each in affiliations_of(element)]
        authors.append(author(element, tuple(dict.fromkeys(marks))))
    return tuple(authors), tuple(affiliations)


def mark_of(affiliation: Affiliation, known: list[Affiliation]) -> int:
    """The number of an affiliation among those known, which learn its further languages."""
    for place, other in enumerate(known):
        if is_same(affiliation, other):
            known[place] = msgspec.structs.replace(
                other,
                name=tidy({**affiliation.name, **other.name}),
                city=tidy({**affiliation.city, **other.city}),
            )
            return place + 1
    known.append(affiliation)
    return len(known)


def is_same(one: Affiliation, other: Affiliation) -> bool:
    """Whether both have a name in common, and nothing in which they differ."""
    return (
        bool(one.name.keys() & other.name.keys())
        and agree(one.name, other.name)
        and agree(one.city, other.city)
        and one.country == other.country
    )


def agree(one: Text, other: Text) -> bool:
    return all(one[code] == other[code] for code in one.keys() & other.keys())


def author(element: _Element, marks: tuple[int, ...]) -> Authorship:
    descriptions = [
        (code, each)
        for each in element.iterfind("individInfo")
        if (code := language_of(each)) and plain(each.find("surname"))
    ]
    is_organisation = bool(descriptions) and all(
        not plain(each.find("initials")) and " " in plain(each.find("surname"))
        for _code, each in descriptions
    )
    surnames: Text = {code: plain(each.find("surname")) for code, each in descriptions}
    orcid = plain(element.find("authorCodes/orcid"))
    email = next(filter(None, (plain(each.find("email")) for _code, each in descriptions)), "")
    return Authorship(
        kind="organisation" if is_organisation else "person",
        collective=surnames if is_organisation else {},
        names={}
        if is_organisation
        else {
            code: person_name(surnames[code], plain(each.find("initials")))
            for code, each in descriptions
        },
        post={code: text for code, each in descriptions if (text := plain(each.find("otherInfo")))},
        orcid=identifiers.orcid(orcid) if identifiers.is_orcid(orcid) else "",
        email=email,
        corresponding=plain(element.find("correspondent")) == "1",
        codes={
            name: value
            for tag, name in CODES
            if (value := plain(element.find(f"authorCodes/{tag}")))
        },
        marks=marks,
    )


def affiliations_of(element: _Element) -> list[Affiliation]:
    """Several organisations stand on one line; where the languages disagree, it is one name."""
    names, towns, countries = (values_at(element, tag) for tag in ("orgName", "town", "country"))
    count = {len(values) for values in names.values()}
    if len(count) > 1:
        names = {code: [f"{SEPARATOR} ".join(values)] for code, values in names.items()}
    return [
        Affiliation(
            name=each_once({code: values[place] for code, values in names.items()}),
            city=each_once(value_of(towns, place)),
            country=country_of(countries, place),
        )
        for place in range(max(map(len, names.values()), default=0))
    ]


def each_once(texts: Text) -> Text:
    """A text that stands in several languages is in the one that its letters show.

    Writers repeat a name in every language when it has no other.
    """
    values = list(texts.values())
    found = {code: value for code, value in texts.items() if values.count(value) == 1}
    for value in values:
        if values.count(value) > 1:
            found.setdefault(language_of_letters(value), value)
    return tidy(found)


def values_at(element: _Element, tag: str) -> dict[Language, list[str]]:
    """The values of a line in each language."""
    lines = by_language(
        child for each in element.iterfind("individInfo") for child in with_language(each, tag)
    )
    return {
        code: [value for part in line.split(SEPARATOR) if (value := part.strip())]
        for code, line in lines.items()
    }


def with_language(description: _Element, tag: str) -> list[_Element]:
    """The elements of a description, which names the language for all of them."""
    found = description.findall(tag)
    for each in found:
        each.set("lang", description.get("lang", ""))
    return found


def value_of(values: dict[Language, list[str]], place: int) -> Text:
    """The value of one of several organisations; one value is that of all."""
    return {
        code: line[place] if len(line) > 1 else line[0]
        for code, line in values.items()
        if len(line) == 1 or place < len(line)
    }


def country_of(values: dict[Language, list[str]], place: int) -> str:
    return next(filter(None, map(code_of_name, value_of(values, place).values())), "")
