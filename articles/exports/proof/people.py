"""The byline of a proof in one language, the organisations, and how each author is reached."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.exports.proof import labels
from articles.exports.proof.blocks import Runs, marked
from articles.exports.proof.blocks import words as run_of
from articles.records.countries import country_name
from articles.records.languages import Language, prefer
from articles.records.names import full
from articles.records.record import Affiliation, Authorship, Record


class Person(msgspec.Struct, frozen=True):
    name: Runs
    marks: str  # `1, 2` and a star for the corresponding author
    standing: Runs  # degree, academic title, post


def people(record: Record, code: Language) -> Iterator[Person]:
    for author in record.authors:
        star = ("*",) if author.corresponding else ()
        said = (author.degree, author.academic_title, author.post)
        standing = ", ".join(text[code] for text in said if code in text)
        yield Person(
            name=marked(name_of(author, code)),
            marks=", ".join((*map(str, author.marks), *star)),
            standing=marked(standing),
        )


def name_of(author: Authorship, code: Language) -> str:
    """'' where this language has none, which the page then shows."""
    if author.kind == "organisation":
        return author.collective.get(code, "")
    return full(author.names[code], code) if code in author.names else ""


def affiliations(record: Record, code: Language) -> Iterator[Runs]:
    for one in record.affiliations:
        yield marked(line(one, code)) if code in one.name else ()


def line(one: Affiliation, code: Language) -> str:
    country = country_name(one.country, code)
    return ", ".join(
        filter(None, (one.unit.get(code), one.name[code], one.city.get(code), country))
    )


def contacts(record: Record) -> Iterator[Runs]:
    """ORCID of each author, the address of the corresponding one."""
    for author in record.authors:
        names = {code: full(name, code) for code, name in author.names.items()}
        orcid = f"ORCID {author.orcid}" if author.orcid else ""
        role = labels.in_all(labels.CORRESPONDING) if author.corresponding else ""
        email = author.email if author.corresponding else ""
        said = [one for one in (orcid, role, email) if one]
        if said:
            name = prefer(names or author.collective, record.language)
            yield (run_of(f"{name}: {', '.join(said)}"),)
