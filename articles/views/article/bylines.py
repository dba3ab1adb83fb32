"""The authors as printed: a few in cards, many in a line with their affiliations once."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.records.countries import country_name
from articles.records.languages import LANGUAGES, Text
from articles.records.names import full_name
from articles.records.record import Affiliation, Authorship, Record

CARDS = 6  # so many authors at most stand in cards, each with its affiliations
SHOWN = 10  # of more authors, those before the fold
OPEN_AFFILIATIONS = 6  # more are folded


class Byline(NamedTuple):
    name: Text
    author_id: int | None  # of the person's page, where the person is known
    position: Text  # degree, title and post
    marks: tuple[int, ...]  # numbers of the affiliations
    affiliations: list[Text]
    orcid: str
    is_corresponding: bool
    email: str  # of the corresponding author alone


class AuthorLine(NamedTuple):
    """Many authors: a line of names, folded after ten; each affiliation once, numbered."""

    collaborations: list[Byline]  # named first
    shown: list[Byline]
    folded: list[Byline]
    affiliations: list[Text]

    @property
    def has_open_affiliations(self) -> bool:
        return len(self.affiliations) <= OPEN_AFFILIATIONS

    @property
    def more(self) -> str:
        """`290 more authors`."""
        count = len(self.folded)
        return ngettext("%(count)d more author", "%(count)d more authors", count) % {"count": count}

    @property
    def corresponding(self) -> list[Byline]:
        return [author for author in (*self.shown, *self.folded) if author.is_corresponding]

    @property
    def with_position(self) -> list[Byline]:
        """Those with a degree or a post, for which the line has no room."""
        return [author for author in (*self.shown, *self.folded) if author.position]


class AuthorList(NamedTuple):
    cards: list[Byline]
    line: AuthorLine | None  # instead of the cards, where there are many authors


def author_list(record: Record) -> AuthorList:
    bylines = [byline(author, record) for author in record.authors]
    if len(bylines) <= CARDS:
        return AuthorList(bylines, None)
    return AuthorList([], author_line(bylines, record))


def author_line(bylines: list[Byline], record: Record) -> AuthorLine:
    """`bylines` are those of the record's authors."""
    authors = list(zip(bylines, record.authors, strict=True))
    groups = [byline for byline, author in authors if author.kind == "organisation"]
    people = [byline for byline, author in authors if author.kind == "person"]
    people, groups = (people, groups) if people else (groups, [])
    return AuthorLine(
        collaborations=groups,
        shown=people[:SHOWN],
        folded=people[SHOWN:],
        affiliations=[affiliation_line(affiliation) for affiliation in record.affiliations],
    )


def byline(author: Authorship, record: Record) -> Byline:
    names = {code: full_name(name, code) for code, name in author.names.items()}
    marks = tuple(mark for mark in author.marks if 0 < mark <= len(record.affiliations))
    return Byline(
        name=names or author.collective or dict.fromkeys(LANGUAGES, _("Name unknown")),
        author_id=author.author_id,
        position=position(author),
        marks=marks,
        affiliations=[affiliation_line(record.affiliations[mark - 1]) for mark in marks],
        orcid=author.orcid,
        is_corresponding=author.corresponding,
        email=author.email if author.corresponding else "",
    )


def position(author: Authorship) -> Text:
    """`Philosophy doctor, professor, head of chair`, in each language that has any of them."""
    texts = (author.degree, author.academic_title, author.post)
    lines = {code: ", ".join(text[code] for text in texts if code in text) for code in LANGUAGES}
    return {code: line[:1].upper() + line[1:] for code, line in lines.items() if line}


def affiliation_line(affiliation: Affiliation) -> Text:
    """Unit, name, city and country in each language that has the name."""
    lines = {}
    for code, name in affiliation.name.items():
        unit, city = affiliation.unit.get(code), affiliation.city.get(code)
        country = country_name(affiliation.country, code)
        lines[code] = ", ".join(filter(None, (unit, name, city, country)))
    return lines
