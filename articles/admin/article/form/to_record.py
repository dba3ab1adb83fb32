"""What an editor typed, as a record: the form and its rows read together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from articles.imports.references import find_doi, find_url
from articles.records import record as values
from articles.records.languages import LANGUAGES, Text, tidy
from articles.records.names import Name

from .article_form import Sheet

Row = Mapping[str, Any]
PLAIN = (
    "language", "type", "position", "body", "edn", "doi", "first_page", "last_page",
    "article_number", "received_on", "revised_on", "accepted_on", "published_on",
    "copyright_year", "licence", "licence_from", "irsti", "udc", "jel",
)  # fmt: skip
TEXTS = ("title", "abstract", "copyright_holder")
STATEMENTS = ("contributions", "conflicts", "data", "thanks")
INTERNAL = ("originality", "originality_system", "originality_on", "review_count", "reviewed_on")
DEFAULTS = {"language": "kk", "type": "research"}


def record_from(sheet: Sheet) -> values.Record:
    """Of a sheet that was read: a field that could not be read stays as it was.

    Of new files those that are kept: a record names only files that are there.
    """
    typed = sheet.form.cleaned_data
    rows = {name: standing(row_set) for name, row_set in sheet.rows.items()}
    base = sheet.base or values.Record(language=typed.get("language") or "kk")
    places = mark_places(sheet.rows["affiliations"])
    return msgspec.structs.replace(
        base,
        **own_fields(typed, base),
        keywords=keywords(typed, base),
        references=references(typed, base),
        affiliations=tuple(map(affiliation, rows["affiliations"])),
        authors=tuple(authorship(row, places) for row in rows["authorships"]),
        funding=tuple(map(funding, rows["fundings"])),
        relations=tuple(relation(row, base.relations) for row in rows["relations"]),
        galleys=tuple(galleys(sheet.rows["galleys"].standing(), base)),
    )


def standing(row_set: Any) -> list[Row]:
    return [form.cleaned_data for form in row_set.standing()]


def mark_places(affiliations: Any) -> dict[int, int | None]:
    """The number that an affiliation shows → its place in the record; None where it is deleted."""
    rows = affiliations.standing()
    gone: dict[int, int | None] = {
        form.cleaned_data["order"]: None
        for form in affiliations.forms
        if form not in rows and form.cleaned_data.get("order")
    }
    numbers = {form.cleaned_data.get("order") or place: place for place, form in enumerate(rows, 1)}
    return {**gone, **numbers}


def text_in(row: Row, field: str, before: Text | None = None) -> Text:
    """`before` is what stood where a language could not be read."""
    stood = before or {}
    return tidy({code: row.get(f"{field}_{code}", stood.get(code)) or "" for code in LANGUAGES})


def own_fields(typed: Row, base: values.Record) -> dict[str, Any]:
    """The fields of the article's own row."""
    internal = {name: typed.get(name, getattr(base.internal, name)) for name in INTERNAL}
    internal["originality_system"] = internal["originality_system"] or ""
    said = {name: text_in(typed, name, getattr(base.statements, name)) for name in STATEMENTS}
    return {
        **{name: typed.get(name, getattr(base, name)) for name in PLAIN},
        **{name: text_in(typed, name, getattr(base, name)) for name in TEXTS},
        "issue_id": key_of(typed, "issue", base.issue_id),
        "section_id": key_of(typed, "section", base.section_id),
        "statements": same_or(base.statements, values.Statements(**said)),
        "internal": same_or(base.internal, values.Internal(**internal)),
    }


def same_or(before: Any, typed: Any) -> Any:
    """What stood, where it says the same: an untouched default is left out of the JSON."""
    return before if before == typed else typed


def key_of(typed: Row, name: str, before: int | None) -> int | None:
    if name not in typed:
        return before
    return typed[name].pk if typed[name] else None


def keywords(typed: Row, base: values.Record) -> dict[Any, tuple[str, ...]]:
    lists = {code: typed.get(f"keywords_{code}", base.keywords.get(code, ())) for code in LANGUAGES}
    return {code: terms for code, terms in lists.items() if terms}


def references(typed: Row, base: values.Record) -> tuple[values.Reference, ...]:
    """Paired by number; an entry whose text stands keeps its type, DOI and address."""
    if "references_original" not in typed or "references_romanized" not in typed:
        return base.references
    known = {reference.text: reference for reference in base.references}
    originals, romanized = typed["references_original"], typed["references_romanized"]
    count = max(len(originals), len(romanized))
    pairs = zip(_filled(originals, count), _filled(romanized, count), strict=True)
    return tuple(
        msgspec.structs.replace(known.get(text) or fresh(text), text=text, romanized=second)
        for text, second in pairs
        if text or second
    )


def fresh(text: str) -> values.Reference:
    """Where a new entry leads, as it says itself."""
    return values.Reference(doi=find_doi(text)[:220], url=find_url(text))


def _filled(lines: tuple[str, ...], count: int) -> tuple[str, ...]:
    return lines + ("",) * (count - len(lines))


def affiliation(row: Row) -> values.Affiliation:
    return values.Affiliation(
        name=text_in(row, "name"),
        unit=text_in(row, "unit"),
        city=text_in(row, "city"),
        country=row.get("country", ""),
        ror=row.get("ror", ""),
        organisation_id=row.get("organisation"),
    )


def authorship(row: Row, places: Mapping[int, int | None]) -> values.Authorship:
    marks = (places.get(mark, mark) for mark in row.get("marks", ()))
    return values.Authorship(
        kind=row.get("kind") or "person",
        names=names(row),
        orcid=row.get("orcid", ""),
        email=row.get("email", ""),
        corresponding=row.get("corresponding", False),
        roles=tuple(row.get("roles", ())),
        marks=tuple(mark for mark in marks if mark is not None),
        author_id=row.get("author"),
        collective=text_in(row, "collective"),
        degree=text_in(row, "degree"),
        academic_title=text_in(row, "academic_title"),
        post=text_in(row, "post"),
        bio=text_in(row, "bio"),
    )


def names(row: Row) -> dict[Any, Name]:
    parts = ("family_name", "given_name", "patronymic")
    by_language = {
        code: Name(*(row.get(f"{part}_{code}") or "" for part in parts)) for code in LANGUAGES
    }
    return {code: name for code, name in by_language.items() if name != Name()}


def funding(row: Row) -> values.Funding:
    return values.Funding(
        funder=text_in(row, "funder"),
        funder_id=row.get("funder_id", ""),
        award=row.get("award", ""),
    )


def relation(row: Row, before: tuple[values.Relation, ...]) -> values.Relation:
    """The one that stands, where it leads to the same."""
    key, doi = row["target"]
    for one in before:
        is_same = one.article_id == key if key else one.doi == doi
        if one.kind == row["kind"] and is_same:
            return one
    return values.Relation(kind=row["kind"], article_id=key, doi=doi)


def galleys(rows: list[Any], base: values.Record) -> Iterator[values.Galley]:
    known = {one.id: one for one in base.galleys}
    for row in rows:
        typed = row.cleaned_data
        old = known.get(typed.get("id"))
        if row.kept_file and typed.get("language") and typed.get("kind"):
            new = row.kept_file.galley(language=typed["language"], kind=typed["kind"])
            yield msgspec.structs.replace(new, id=old.id if old else None)
        elif old:
            kind = {name: typed[name] for name in ("language", "kind") if typed.get(name)}
            yield msgspec.structs.replace(old, **kind)
