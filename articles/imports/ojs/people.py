"""Authors of an article and their affiliations, in the shapes of OJS 3.1 to 3.5.

Each author has affiliations of its own; those that several authors share become one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from articles.imports.letters import language_of_letters
from articles.imports.person_names import person_name
from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.countries import code_of_name, country_code
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship

from .elements import Element
from .locales import Locales
from .numbers import whole_number
from .texts import plain_line, plain_lines
from .values import Remark

NAMES = ("givenname", "familyname", "firstname", "middlename", "lastname")
LETTER = re.compile(r"[^\W\d_]")
READ = (
    *NAMES, "id", "affiliation", "rorAffiliation", "country", "email", "url", "orcid", "biography",
)  # fmt: skip


class People(msgspec.Struct, frozen=True):
    """The byline of an article. `groups` and `countries` are those of each author."""

    authors: tuple[Authorship, ...]
    affiliations: tuple[Affiliation, ...]
    groups: tuple[str, ...]
    countries: tuple[str, ...]
    remarks: tuple[Remark, ...]


def people_of(version: Element, language: Language, locales: Locales) -> People:
    reader = PeopleReader(language, locales)
    elements = sorted(
        version.all("authors", "author"), key=lambda each: whole_number(each.get("seq")) or 0
    )
    contact = version.get("primary_contact_id")
    authors = [reader.author(each, place, contact) for place, each in enumerate(elements, 1)]
    return People(
        authors=tuple(authors),
        affiliations=tuple(reader.affiliations),
        groups=tuple(each.get("user_group_ref") for each in elements),
        countries=tuple(reader.countries),
        remarks=tuple(reader.remarks),
    )


class PeopleReader:
    """Collects the affiliations of all authors, and what cannot be used."""

    def __init__(self, language: Language, locales: Locales) -> None:
        self.language = language
        self.locales = locales
        self.affiliations: list[Affiliation] = []
        self.countries: list[str] = []
        self.remarks: list[Remark] = []

    def author(self, element: Element, place: int, contact: str) -> Authorship:
        is_contact = element.get("primary_contact") in ("true", "1")
        self.remarks += unread_parts(element, place)
        return Authorship(
            names=self.names(element),
            bio=self.texts(element, "biography", plain_lines),
            orcid=self.identifier(element, place, "orcid", identifiers.orcid),
            email=element.text_at("email"),
            corresponding=is_contact or bool(contact and contact == element.get("id")),
            marks=tuple(self.marks(element, place)),
        )

    def texts(self, element: Element, name: str, read: Callable[[str], str] = plain_line) -> Text:
        return self.locales.texts(element.all(name), self.language, read)

    def names(self, element: Element) -> dict[Language, Name]:
        """Before OJS 3.1.1 the parts were `firstname`, `middlename` and `lastname`."""
        family = self.name_texts(element, "familyname") or self.name_texts(element, "lastname")
        given = self.name_texts(element, "givenname") or self.first_names(element)
        codes = (code for code in LANGUAGES if family.get(code) or given.get(code))
        return {code: name_of(family.get(code, ""), given.get(code, "")) for code in codes}

    def first_names(self, element: Element) -> Text:
        middle = self.name_texts(element, "middlename")
        return {
            code: " ".join(filter(None, (first, middle.get(code))))
            for code, first in self.name_texts(element, "firstname").items()
        }

    def name_texts(self, element: Element, name: str) -> Text:
        """A part of the name; without a locale, as in OJS 2, its letters tell its language."""
        own = language_of_name(element, self.language)
        return self.locales.texts(element.all(name), own, plain_line)

    def marks(self, element: Element, place: int) -> Iterator[int]:
        country = self.country(element, place)
        self.countries.append(country)
        if page := element.text_at("url"):
            self.remarks.append(Remark(kind="no_place", field=f"authors[{place}].url", text=page))
        for affiliation in self.affiliations_of(element, place):
            placed = msgspec.structs.replace(affiliation, country=country)
            if placed not in self.affiliations:
                self.affiliations.append(placed)
            yield self.affiliations.index(placed) + 1

    def affiliations_of(self, element: Element, place: int) -> Iterator[Affiliation]:
        """Before OJS 3.5 one, a text in each language; since then several with names and RORs."""
        plain = [each for each in element.all("affiliation") if not each.first("name")]
        if name := self.locales.texts(plain, self.language, plain_line):
            yield Affiliation(name=name)
        for each in element.children:
            if each.name not in ("affiliation", "rorAffiliation") or not each.first("name"):
                continue
            name = self.locales.texts(each.all("name"), self.language, plain_line)
            if name:
                yield Affiliation(
                    name=name, ror=self.identifier(each, place, "ror", identifiers.ror)
                )
        self.remarks += nameless_affiliations(element, place)

    def country(self, element: Element, place: int) -> str:
        return self.identifier(element, place, "country", country_of)

    def identifier(
        self, element: Element, place: int, name: str, normalise: Callable[[str], str]
    ) -> str:
        """The identifier in its standard form; '' and a remark for an invalid one."""
        value = element.text_at(name)
        try:
            return normalise(value) if value else ""
        except InvalidValue:
            self.remarks.append(
                Remark(kind="invalid_value", field=f"authors[{place}].{name}", text=value)
            )
            return ""


def unread_parts(element: Element, place: int) -> Iterator[Remark]:
    """What later versions of OJS and other programs say of an author, and is not read here."""
    for each in element.children:
        if each.name not in READ and each.text:
            text = plain_line(each.text)[:200]
            yield Remark(kind="no_place", field=f"authors[{place}].{each.name}", text=text)


def nameless_affiliations(element: Element, place: int) -> Iterator[Remark]:
    """A ROR alone: the name of the organisation is not in the export."""
    for each in element.all("rorAffiliation"):
        if ror := not each.first("name") and each.text_at("ror"):
            yield Remark(kind="no_place", field=f"authors[{place}].ror", text=ror)


def language_of_name(element: Element, own: Language) -> Language:
    """The language of a name without a locale: English in Latin letters, else the article's."""
    parts = [each.text for each in element.children if each.name in NAMES and each.text]
    written = language_of_letters(" ".join(parts))
    if written == "en" or own == "en":
        return written
    return own


def country_of(value: str) -> str:
    """The code of a country; files of other programs may have its name."""
    return code_of_name(value) or country_code(value)


def name_of(family: str, given: str) -> Name:
    """The name as OJS has it: who has no family name there has a single name.

    OJS demands a given name: a point or a dash stands where there is none.
    """
    family, given = (part if LETTER.search(part) else "" for part in (family, given))
    return person_name(family, given) if family else Name(given)
