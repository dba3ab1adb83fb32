"""One author for РИНЦ: codes, and a description in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from articles.exports.xml import NOTHING, Xml, block, text_tag
from articles.records.countries import country_name
from articles.records.languages import CODES, LANGUAGES, Language, Text, prefer
from articles.records.record import Affiliation, Authorship, Record

SPIN = re.compile(r"\d{4}-\d{4}", re.ASCII)
CODE_ELEMENTS = (("researcherid", "researcher"), ("spin", "spin"), ("scopusid", "scopus"))


def author(record: Record, place: int) -> Xml:
    person = record.authors[place - 1]
    parts = (
        text_tag("correspondent", "1" if person.corresponding else "0"),
        block("authorCodes", _codes(person)),
        *(_description(record, person, code) for code in LANGUAGES),
    )
    return block("author", parts, {"num": str(place)})


def surname(person: Authorship, language: Language) -> str:
    """Return the surname, mandatory for РИНЦ: also a single name or an organisation's."""
    if person.kind == "organisation":
        return person.collective.get(language, "").strip()
    name = person.names.get(language)
    return (name.family.strip() or name.given.strip()) if name else ""


def _codes(person: Authorship) -> Iterator[Xml]:
    for element, code in CODE_ELEMENTS:
        value = person.codes.get(code, "")
        yield text_tag(element, value) if code != "spin" or SPIN.fullmatch(value) else NOTHING
    yield text_tag("orcid", person.orcid)


def _description(record: Record, person: Authorship, code: Language) -> Xml:
    if not surname(person, code):
        return NOTHING
    places = [
        record.affiliations[mark - 1]
        for mark in person.marks
        if 0 < mark <= len(record.affiliations)
    ]
    parts = (
        text_tag("surname", surname(person, code)),
        text_tag("initials", _given(person, code)),
        text_tag("orgName", _together((place.name for place in places), code)),
        text_tag("town", _together((place.city for place in places), code)),
        text_tag("country", _countries(places, code)),
        # Only the corresponding author's address is public.
        text_tag("email", person.email if person.corresponding else ""),
        text_tag("otherInfo", _other(person, places, code)),
    )
    return block("individInfo", parts, {"lang": CODES[code].elibrary})


def _given(person: Authorship, code: Language) -> str:
    """Given names in full, as eLIBRARY requires although the element is called initials.

    There is no element for a suffix, which follows them.
    """
    name = person.names.get(code)
    if person.kind == "organisation" or not name or not name.family.strip():
        return ""
    return " ".join(filter(None, (name.given, name.patronymic, name.suffix)))


def _together(texts: Iterable[Text], code: Language) -> str:
    """Several organisations or towns on one line, separated by semicolons.

    One without a name in this language is given in another, so that none is lost.
    """
    return _line(prefer(text, code) for text in texts)


def _countries(places: list[Affiliation], code: Language) -> str:
    return _line(country_name(place.country, code) for place in places)


def _other(person: Authorship, places: list[Affiliation], code: Language) -> str:
    """Departments, degree, academic title and post, which have no element of their own."""
    texts = (*(place.unit for place in places), person.degree, person.academic_title, person.post)
    return _line(text.get(code, "") for text in texts)


def _line(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, (value.strip() for value in values))))
