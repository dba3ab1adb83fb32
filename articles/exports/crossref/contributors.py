"""Contributors of a Crossref deposit: one main name, alternative names, roles, affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.checks import named_languages
from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.records.countries import country_name
from articles.records.identifiers import orcid_url
from articles.records.languages import Language, prefer, preferred_language
from articles.records.names import Name, family_first, given_names
from articles.records.record import Affiliation, Authorship, Record

PLACE_LENGTH = (2, 255)  # the schema's, for places and departments


def contributors(record: Record) -> Xml:
    elements = (
        organisation(author, record, place)
        if author.kind == "organisation"
        else person(author, record, place)
        for place, author in enumerate(record.authors)
    )
    return block("contributors", elements)


def main_language(author: Authorship, record: Record) -> Language | None:
    """Return the language of the main name: by the journal's setting Latin or the article's own."""
    roman = not record.journal or record.journal.names_first == "roman"
    wanted: tuple[Language, ...] = ("en",) if roman else ()
    return preferred_language(named_languages(author), *wanted, record.language)


def person(author: Authorship, record: Record, place: int) -> Xml:
    code = main_language(author, record)
    if not code:
        return NOTHING
    name = author.names[code]
    return block(
        "person_name",
        [
            text_tag("given_name", given_names(name)),
            text_tag("surname", name.family),
            text_tag("suffix", name.suffix),
            *roles(author),
            affiliations(author, record),
            text_tag("ORCID", orcid_url(author.orcid) if author.orcid else ""),
            alternatives(author, record, code),
        ],
        _attributes(place, code),
    )


def organisation(author: Authorship, record: Record, place: int) -> Xml:
    code = preferred_language(author.collective, "en", record.language) or record.language
    collective = author.collective.get(code, "")
    return text_tag("organization", collective, _attributes(place, code))


def _attributes(place: int, code: Language) -> dict[str, str]:
    sequence = "additional" if place else "first"
    return {"sequence": sequence, "contributor_role": "author", "language": code}


def roles(author: Authorship) -> Iterator[Xml]:
    if author.corresponding:
        yield tag("role", NOTHING, {"vocab": "crossref", "type": "corresponding-author"})
    for role in author.roles:
        yield tag("role", NOTHING, {"vocab": "credit", "type": role})


def affiliations(author: Authorship, record: Record) -> Xml:
    """The affiliations, each once, not once for each language."""
    places = (mark for mark in author.marks if 1 <= mark <= len(record.affiliations))
    institutions = (institution(record.affiliations[mark - 1], record.language) for mark in places)
    return block("affiliations", institutions)


def institution(affiliation: Affiliation, language: Language) -> Xml:
    code = preferred_language(affiliation.name, "en", language) or "en"
    unit = prefer(affiliation.unit, code)
    return block(
        "institution",
        [
            text_tag("institution_name", affiliation.name.get(code, "")),
            text_tag("institution_id", affiliation.ror, {"type": "ror"}),
            _place_tag("institution_place", where(affiliation, code)),
            _place_tag("institution_department", unit),
        ]
        if affiliation.name.get(code, "").strip() or affiliation.ror
        else [],
    )


def where(affiliation: Affiliation, code: Language) -> str:
    """Return the place of an organisation: `Almaty, Kazakhstan`."""
    country = country_name(affiliation.country, code) if affiliation.country else ""
    return ", ".join(filter(None, (prefer(affiliation.city, code).strip(), country)))


def _place_tag(name: str, value: str) -> Xml:
    least, most = PLACE_LENGTH
    return text_tag(name, value) if least <= len(value.strip()) <= most else NOTHING


def alternatives(author: Authorship, record: Record, main: Language) -> Xml:
    """The name in the other languages, the article's first; equal spellings once."""
    given = [author.names[main]]
    elements: list[Xml] = []
    for code in dict.fromkeys((record.language, *named_languages(author))):
        name = author.names.get(code)
        if name and name.family.strip() and name not in given:
            given.append(name)
            elements += [structured_name(name, code), string_name(name, code)]
    return block("alt-name", elements)


def structured_name(name: Name, code: Language) -> Xml:
    parts = (
        text_tag("surname", name.family),
        text_tag("given_name", given_names(name)),
        text_tag("suffix", name.suffix),
    )
    return tag("name", Xml("".join(parts)), {"language": code})


def string_name(name: Name, code: Language) -> Xml:
    return tag("string-name", text(family_first(name)), {"language": code})
