"""The contributors of an article at Crossref, and their affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.letters import language_of_letters
from articles.imports.person_names import person_name
from articles.imports.xml_texts import LANGUAGES, plain
from articles.records import identifiers
from articles.records.countries import code_of_name
from articles.records.languages import LANGUAGES as OURS
from articles.records.languages import Language, tidy
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship

People = tuple[tuple[Authorship, ...], tuple[Affiliation, ...]]


def people_of(article: _Element) -> People:
    """The authors in order, and their affiliations, each once."""
    affiliations: list[Affiliation] = []
    authors: list[Authorship] = []
    for element in article.iterfind("contributors/*"):
        if element.get("contributor_role", "author") == "author":
            own = list(affiliations_of(element))
            for each in own:
                if each not in affiliations:
                    affiliations.append(each)
            marks = tuple(affiliations.index(each) + 1 for each in own)
            authors.append(author(element, tuple(dict.fromkeys(marks))))
    return tuple(authors), tuple(affiliations)


def author(element: _Element, marks: tuple[int, ...]) -> Authorship:
    if element.tag == "organization":
        return Authorship(
            kind="organisation", collective={language_of(element, plain(element)): plain(element)}
        )
    orcid = plain(element.find("ORCID"))
    roles = element.findall("role")
    return Authorship(
        names=names(element),
        orcid=identifiers.orcid(orcid) if identifiers.is_orcid(orcid) else "",
        corresponding=any(each.get("type") == "corresponding-author" for each in roles),
        roles=tuple(each.get("type", "") for each in roles if each.get("vocab") == "credit"),
        marks=marks,
    )


def names(element: _Element) -> dict[Language, Name]:
    """The main name, and the names in other languages that stand beside it."""
    found: dict[Language, Name] = {}
    for each in (element, *element.iterfind("alt-name/name")):
        surname, given = plain(each.find("surname")), plain(each.find("given_name"))
        if surname or given:
            name = person_name(surname, given, plain(each.find("suffix")))
            found.setdefault(language_of(each, surname or given), name)
    return tidy_names(found)


def tidy_names(found: dict[Language, Name]) -> dict[Language, Name]:

    return {code: found[code] for code in OURS if code in found}


def language_of(element: _Element, text: str) -> Language:
    """The language that an element names, else the one that its letters show."""
    named = LANGUAGES.get((element.get("language") or "").lower())
    return named or language_of_letters(text)


def affiliations_of(element: _Element) -> Iterator[Affiliation]:
    for each in element.iterfind("affiliations/institution"):
        name = plain(each.find("institution_name"))
        rors = (plain(one) for one in each.iterfind("institution_id[@type='ror']"))
        code = language_of_letters(name)
        city, country = place_of(plain(each.find("institution_place")))
        yield Affiliation(
            name=tidy({code: name}),
            unit=tidy({code: plain(each.find("institution_department"))}),
            city=tidy({code: city}),
            country=country,
            ror=next((identifiers.ror(ror) for ror in rors if identifiers.is_ror(ror)), ""),
        )
    for each in element.iterfind("affiliation"):
        name = plain(each)
        yield Affiliation(name=tidy({language_of_letters(name): name}))


def place_of(place: str) -> tuple[str, str]:
    """City and code of the country: `Almaty, Kazakhstan`."""
    before, comma, last = place.rpartition(",")
    country = code_of_name(last.strip())
    return (before.strip() if comma else "", country) if country else (place, "")
