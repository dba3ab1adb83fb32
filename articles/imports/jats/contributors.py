"""The authors of a JATS `contrib-group`, with their names in every language."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from articles.imports.exceptions import Unreadable
from articles.imports.jats.affiliations import Marks
from articles.imports.person_names import person_name
from articles.imports.xml_texts import by_language, language_of, plain
from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.jats import CREDIT
from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name
from articles.records.record import Authorship
from articles.records.scripts.alphabets import is_latin


def authors_of(meta: _Element, language: Language, marks: Marks) -> Iterator[Authorship]:
    """The authors in order; other contributors are left out."""
    contributors = (
        each for group in meta.iterfind("contrib-group") for each in group.iterfind("contrib")
    )
    authors = (each for each in contributors if each.get("contrib-type", "author") == "author")
    for place, contributor in enumerate(authors, 1):
        yield author(contributor, meta, language, marks, place)


def author(
    contributor: _Element, meta: _Element, language: Language, marks: Marks, place: int
) -> Authorship:
    """Return one author."""
    collective = by_language(contributor.iter("collab"))
    referenced_ids = [
        name for xref in contributor.iterfind("xref") for name in xref.get("rid", "").split()
    ]
    address = email(contributor, meta, referenced_ids)
    return Authorship(
        kind="organisation" if collective else "person",
        names=names(contributor, language),
        collective=collective,
        degree=by_language(contributor.iterfind("degrees")),
        academic_title=by_language(contributor.iterfind("role[@content-type='academic-title']")),
        post=by_language(contributor.iterfind("role[@content-type='post']")),
        bio=by_language(contributor.iterfind("bio")),
        orcid=orcid(contributor, place),
        email=address,
        corresponding=contributor.get("corresp") == "yes" or bool(address),
        roles=tuple(roles(contributor)),
        marks=tuple(dict.fromkeys(marks[rid] for rid in referenced_ids if rid in marks)),
    )


def names(contributor: _Element, language: Language) -> dict[Language, Name]:
    """Return the names by language."""
    names_by_language: dict[Language, Name] = {}
    for element in contributor.iter("name"):
        surname, given = plain(element.find("surname")), plain(element.find("given-names"))
        if surname or given:
            names_by_language.setdefault(
                language_of_name(element, surname or given, language),
                person_name(surname, given, plain(element.find("suffix"))),
            )
    return {code: names_by_language[code] for code in LANGUAGES if code in names_by_language}


def language_of_name(element: _Element, surname: str, language: Language) -> Language:
    """Return its `xml:lang` inside `name-alternatives`; otherwise decide by its letters."""
    declared = language_of(element)
    is_own = any(each.tag == "name-alternatives" for each in element.iterancestors())
    if declared and is_own:
        return declared
    return "en" if is_latin(surname[0]) else language if language != "en" else "ru"


def orcid(contributor: _Element, place: int) -> str:
    """Return the ORCID iD, or ''; raises Unreadable for an invalid one."""
    for element in contributor.iterfind("contrib-id"):
        if element.get("contrib-id-type") == "orcid":
            try:
                return identifiers.orcid(plain(element))
            except InvalidValue as refused:
                raise Unreadable(str(refused), field=f"authors[{place}].orcid") from refused
    return ""


def email(contributor: _Element, meta: _Element, referenced_ids: list[str]) -> str:
    """Return the author's own e-mail, or that of the correspondence note referred to."""
    notes = (
        each for each in meta.iterfind("author-notes/corresp") if each.get("id") in referenced_ids
    )
    emails = [*contributor.iter("email"), *(mail for note in notes for mail in note.iter("email"))]
    return plain(emails[0]) if emails else ""


def roles(contributor: _Element) -> Iterator[str]:
    """The CRediT roles, as their slugs."""
    for element in contributor.iterfind("role"):
        address = element.get("vocab-term-identifier", "")
        if address.startswith(CREDIT):
            yield address.removeprefix(CREDIT).strip("/")
