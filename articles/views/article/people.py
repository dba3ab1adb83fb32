"""The byline: each author as printed, with what is printed beneath the name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from articles.records.html import Shown, marked, shown
from articles.records.identifiers import orcid_url
from articles.records.languages import Language, preferred
from articles.records.names import full
from articles.records.record import Affiliation, Authorship, Record

from ..part import Part
from .countries import country


class Byline(Part, frozen=True):
    name: Shown
    url: str
    places: list[Shown]
    orcid: str
    orcid_url: str
    corresponding: bool
    email: str


def bylines(record: Record, reader: Language) -> list[Byline]:
    return [byline(author, record, reader) for author in record.authors]


def byline(author: Authorship, record: Record, reader: Language) -> Byline:
    names = {code: full(name, code) for code, name in author.names.items()}
    name = shown(names or author.collective, reader, record.language)
    return Byline(
        name=name or Shown(marked(_("Name unknown"))),
        url=f"/{reader}/authors/{author.author_id}/" if author.author_id else "",
        places=list(places(author, record, reader)),
        orcid=author.orcid,
        orcid_url=orcid_url(author.orcid) if author.orcid else "",
        corresponding=author.corresponding,
        email=author.email if author.corresponding else "",
    )


def places(author: Authorship, record: Record, reader: Language) -> list[Shown]:
    """Degree, title and post as one line, then each organisation."""
    lines = [standing(author, reader, record.language)]
    for mark in author.marks:
        if 0 < mark <= len(record.affiliations):
            lines.append(affiliation(record.affiliations[mark - 1], reader, record.language))
    return [line for line in lines if line]


def standing(author: Authorship, reader: Language, own: Language) -> Shown | None:
    """All in one language: the reader's, if anything is said in it."""
    said = (author.degree, author.academic_title, author.post)
    code = preferred([code for text in said for code in text], reader, own)
    if code is None:
        return None
    words = ", ".join(text[code] for text in said if code in text)
    return Shown(marked(words[:1].upper() + words[1:]), "" if code == reader else code)


def affiliation(one: Affiliation, reader: Language, own: Language) -> Shown | None:
    code = preferred(one.name, reader, own)
    if code is None:
        return None
    parts = (one.unit.get(code), one.name[code], one.city.get(code), country(one.country, code))
    return Shown(marked(", ".join(filter(None, parts))), "" if code == reader else code)
