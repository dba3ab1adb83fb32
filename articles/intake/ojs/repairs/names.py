"""Names that hold more than a name: an affiliation, a degree, or all parts in one field."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from articles.imports.manuscript.vocabulary import ORGANISATION
from articles.imports.ojs.values import Version
from articles.imports.person_names import person_name
from articles.records.languages import LANGUAGES, Language, Text, tidy
from articles.records.names import Name, full_name, parse_name
from articles.records.record import Affiliation, Authorship, Record

from ..groups import Choice, PlanFinding

WITH_AFFILIATION = re.compile(r"(?P<family>[^(,;]+?)\s*[(,;]\s*(?P<rest>[^()]+?)\s*\)?\s*")
# к.т.н. Асель · PhD Assel · профессор Асель
WITH_DEGREE = re.compile(
    r"(?P<degree>(?:[а-яәғқңөұүһі]{1,5}\.\s?){2,4}"
    r"|(?:Ph\.?\s?D\.?|Dr\.|Prof\.|[Пп]рофессор|[Дд]оцент|[Аа]кадемик|[Дд]-р)\s*,?\s)"
    r"\s*(?P<rest>[^\W\d_].*)"
)
TITLES = re.compile(r"проф|prof|доцент|docent|академик|academician", re.IGNORECASE)
COLLECTIVE = re.compile(
    r"коллеги|редакци|групп|комитет|авторск|алқа|ұжым|editor|board|group|committee|consortium|team",
    re.IGNORECASE,
)

Names = dict[Language, Name]


class Change(msgspec.Struct, frozen=True):
    """An author as repaired, with what was found in its names by language."""

    author: Authorship
    printed: Text
    proposals: Text
    affiliation: Text = {}


def move_affiliations(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    return each_author(version, "affiliation_in_name", "family", choice == "move", off_affiliation)


def move_degrees(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    return each_author(version, "degree_in_name", "given", choice == "move", off_degree)


def split_names(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    return each_author(version, "whole_name", "family", choice == "split", in_parts)


def each_author(
    version: Version,
    group: str,
    part: str,
    is_wanted: bool,
    change: Callable[[Authorship], Change | None],
) -> tuple[Version, list[PlanFinding]]:
    findings: list[PlanFinding] = []
    record = version.record
    for number, author in enumerate(version.record.authors, 1):
        found = change(author)
        if found is None:
            continue
        findings += [
            PlanFinding(
                group=group,
                field=f"authors[{number}].names.{code}.{part}",
                language=code,
                text=found.printed[code],
                proposal=found.proposals[code],
            )
            for code in found.printed
        ]
        if is_wanted:
            country = version.countries[number - 1] if version.countries else ""
            record = with_author(record, number - 1, found, country)
    return msgspec.structs.replace(version, record=record), findings


def with_author(record: Record, at: int, found: Change, country: str) -> Record:
    """The record with the author; an affiliation from its name only if it had none."""
    author, affiliations = found.author, record.affiliations
    if found.affiliation and not author.marks:
        affiliation = Affiliation(name=found.affiliation, country=country)
        if affiliation not in affiliations:
            affiliations = (*affiliations, affiliation)
        author = msgspec.structs.replace(author, marks=(affiliations.index(affiliation) + 1,))
    authors = (*record.authors[:at], author, *record.authors[at + 1 :])
    return msgspec.structs.replace(record, authors=authors, affiliations=affiliations)


def off_affiliation(author: Authorship) -> Change | None:
    """`Жаксыбеков (Алатауский институт)`, `Nurlanova, Saryarka University`."""
    names, printed, affiliation = dict(author.names), {}, {}
    for code, name in author.names.items():
        match = WITH_AFFILIATION.fullmatch(name.family)
        if match and ORGANISATION.are_in(match["rest"]):
            names[code] = msgspec.structs.replace(name, family=match["family"])
            printed[code], affiliation[code] = name.family, match["rest"]
    return changed(author, names, printed, affiliation=tidy(affiliation))


def off_degree(author: Authorship) -> Change | None:
    names, printed = dict(author.names), {}
    degrees: Text = dict(author.degree)
    titles: Text = dict(author.academic_title)
    for code, name in author.names.items():
        given = f"{name.given} {name.patronymic}".strip()
        if match := WITH_DEGREE.fullmatch(given):
            names[code] = person_name(name.family, match["rest"], name.suffix)
            printed[code] = given
            kind = titles if TITLES.search(match["degree"]) else degrees
            kind[code] = match["degree"].strip(" ,")
    found = changed(author, names, printed)
    if found is None:
        return None
    qualified = msgspec.structs.replace(
        found.author, degree=tidy(degrees), academic_title=tidy(titles)
    )
    return msgspec.structs.replace(found, author=qualified)


def in_parts(author: Authorship) -> Change | None:
    """All words in one field and none in the other, or the only name in both.

    The name of an organisation or a board stays whole.
    """
    names, printed = dict(author.names), {}
    for code, name in author.names.items():
        if name.given == name.family != "":
            names[code], printed[code] = Name(name.family), full_name(name, code)
        elif not name.given and not is_of_many(name.family):
            parts = parse_name(name.family, code)
            if parts.given:
                names[code], printed[code] = parts, name.family
    return changed(author, names, printed)


def is_of_many(name: str) -> bool:
    return bool(ORGANISATION.are_in(name) or COLLECTIVE.search(name))


def changed(
    author: Authorship, names: Names, printed: Text, affiliation: Text | None = None
) -> Change | None:
    if not printed:
        return None
    ordered = {code: names[code] for code in LANGUAGES if code in names}
    proposals = {code: full_name(names[code], code) for code in printed}
    repaired = msgspec.structs.replace(author, names=ordered)
    return Change(repaired, printed, proposals, affiliation or {})
