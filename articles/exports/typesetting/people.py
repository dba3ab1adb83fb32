"""Authors, affiliations, contacts and biographies, as files of an article print them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import Runs, marked_up_runs, text_run
from articles.records.countries import country_name
from articles.records.languages import Language, prefer
from articles.records.names import full_name
from articles.records.record import Affiliation, Authorship, Record


class Person(msgspec.Struct, frozen=True):
    name: Runs
    marks: str  # `1, 2` and a star for the corresponding author
    qualifications: Runs  # degree, academic title, post


def people(record: Record, code: Language) -> Iterator[Person]:
    for author in record.authors:
        star = ("*",) if author.corresponding else ()
        texts = (author.degree, author.academic_title, author.post)
        qualifications = ", ".join(text[code] for text in texts if code in text)
        yield Person(
            name=marked_up_runs(name_of(author, code)),
            marks=", ".join((*map(str, author.marks), *star)),
            qualifications=marked_up_runs(qualifications),
        )


def name_of(author: Authorship, code: Language) -> str:
    """Return the name in a language, '' if it has none."""
    if author.kind == "organisation":
        return author.collective.get(code, "")
    return full_name(author.names[code], code) if code in author.names else ""


def affiliations(record: Record, code: Language) -> Iterator[Runs]:
    for affiliation in record.affiliations:
        yield marked_up_runs(line(affiliation, code)) if code in affiliation.name else ()


def line(affiliation: Affiliation, code: Language) -> str:
    country = country_name(affiliation.country, code)
    return ", ".join(
        filter(
            None,
            (
                affiliation.unit.get(code),
                affiliation.name[code],
                affiliation.city.get(code),
                country,
            ),
        )
    )


def contacts(record: Record) -> Iterator[Runs]:
    """The ORCID of each author, and the e-mail of the corresponding one."""
    for author in record.authors:
        names = {code: full_name(name, code) for code, name in author.names.items()}
        orcid = f"ORCID {author.orcid}" if author.orcid else ""
        role = labels.CORRESPONDING[record.language] if author.corresponding else ""
        email = author.email if author.corresponding else ""
        parts = [part for part in (orcid, role, email) if part]
        if parts:
            name = prefer(names or author.collective, record.language)
            yield (text_run(f"{name}: {', '.join(parts)}"),)


def biographies(record: Record) -> Iterator[Runs]:
    """The biographies in each language, each after the name if it does not begin with it."""
    for author in record.authors:
        for code, bio in author.bio.items():
            name = name_of(author, code)
            begins_with_name = any(bio.startswith(word) for word in name.split())
            heading = f"{name.rstrip('.')}. "
            start = () if begins_with_name or not name else (text_run(heading, "b"),)
            yield (*start, *marked_up_runs(bio))
