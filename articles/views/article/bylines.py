"""The byline: each author as printed, with what is printed beneath the name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.records.countries import country_name
from articles.records.languages import LANGUAGES, Text
from articles.records.names import full_name
from articles.records.record import Affiliation, Authorship, Record


class Byline(NamedTuple):
    name: Text
    author_id: int | None  # of the person's page, where the person is known
    lines: list[Text]  # degree, title and post; then each organisation
    orcid: str
    is_corresponding: bool
    email: str  # of the corresponding author alone


def bylines(record: Record) -> list[Byline]:
    return [byline(author, record) for author in record.authors]


def byline(author: Authorship, record: Record) -> Byline:
    names = {code: full_name(name, code) for code, name in author.names.items()}
    lines = [position(author), *affiliations(author, record)]
    return Byline(
        name=names or author.collective or dict.fromkeys(LANGUAGES, _("Name unknown")),
        author_id=author.author_id,
        lines=[line for line in lines if line],
        orcid=author.orcid,
        is_corresponding=author.corresponding,
        email=author.email if author.corresponding else "",
    )


def position(author: Authorship) -> Text:
    """`Philosophy doctor, professor, head of chair`, in each language that has any of them."""
    texts = (author.degree, author.academic_title, author.post)
    lines = {code: ", ".join(text[code] for text in texts if code in text) for code in LANGUAGES}
    return {code: line[:1].upper() + line[1:] for code, line in lines.items() if line}


def affiliations(author: Authorship, record: Record) -> Iterator[Text]:
    """The affiliations that the author's marks refer to."""
    for mark in author.marks:
        if 0 < mark <= len(record.affiliations):
            yield affiliation_line(record.affiliations[mark - 1])


def affiliation_line(affiliation: Affiliation) -> Text:
    """Unit, name, city and country in each language that has the name."""
    lines = {}
    for code, name in affiliation.name.items():
        unit, city = affiliation.unit.get(code), affiliation.city.get(code)
        country = country_name(affiliation.country, code)
        lines[code] = ", ".join(filter(None, (unit, name, city, country)))
    return lines
