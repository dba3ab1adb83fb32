"""Form → record: the article form's inputs and rows as one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from articles.imports.references import find_doi, find_url
from articles.models.people import NAME_PARTS
from articles.records import record as values
from articles.records.languages import LANGUAGES, Text, tidy
from articles.records.names import Name
from articles.records.plain_fields import FORM_FIELDS, Kind, PlainField

from .article_form import ArticleForm
from .row_sets import RowSet
from .rows import AffiliationRow, InlineRow
from .uploads import GalleyRow

Cleaned = Mapping[str, Any]  # of a form


def record_from_form(form: ArticleForm) -> values.Record:
    """The record as typed; inputs that could not be read keep the value of `form.base`.

    The form must be cleaned. New files are those that are stored: a record names only files that
    exist.
    """
    cleaned = form.main.cleaned_data
    base = form.base or values.Record(language=cleaned.get("language") or "kk")
    places = affiliation_places(form.affiliations)
    return msgspec.structs.replace(
        base,
        **plain_values(cleaned, base),
        keywords=keywords(cleaned, base),
        references=references(cleaned, base),
        affiliations=tuple(map(affiliation, cleaned_rows(form.affiliations))),
        authors=tuple(authorship(row, places) for row in cleaned_rows(form.authorships)),
        funding=tuple(map(funding, cleaned_rows(form.fundings))),
        relations=tuple(relation(row, base.relations) for row in cleaned_rows(form.relations)),
        galleys=tuple(galleys(form.galleys.active_rows(), base)),
    )


def cleaned_rows(row_set: RowSet[Any]) -> list[Cleaned]:
    return [row.cleaned_data for row in row_set.active_rows()]


def affiliation_places(affiliations: RowSet[AffiliationRow]) -> dict[int, int | None]:
    """The number that an affiliation shows → its place in the record; None where it is deleted."""
    rows: Sequence[InlineRow] = affiliations.active_rows()
    deleted: dict[int, int | None] = {
        row.cleaned_data["order"]: None
        for row in affiliations.forms
        if row not in rows and row.cleaned_data.get("order")
    }
    active = {row.cleaned_data.get("order") or place: place for place, row in enumerate(rows, 1)}
    return {**deleted, **active}


def text_in(cleaned: Cleaned, field: str, before: Text | None = None) -> Text:
    """The three inputs of a text; a language that could not be read is taken from `before`."""
    known = before or {}
    return tidy({code: cleaned.get(f"{field}_{code}", known.get(code)) or "" for code in LANGUAGES})


def plain_values(cleaned: Cleaned, base: values.Record) -> dict[str, Any]:
    """The plain fields by their names in the record, with its parts that hold such fields."""
    by_part: dict[str, dict[str, Any]] = {}
    for field in FORM_FIELDS:
        value = typed_value(field, cleaned, field.value_in(base))
        by_part.setdefault(field.part, {})[field.key] = value
    typed = by_part.pop("")
    for part, part_values in by_part.items():
        before = getattr(base, part)
        typed[part] = base_if_equal(before, msgspec.structs.replace(before, **part_values))
    return typed


def typed_value(field: PlainField, cleaned: Cleaned, before: Any) -> Any:
    match field.kind:
        case Kind.TRILINGUAL:
            return text_in(cleaned, field.name, before)
        case Kind.KEY:
            return chosen_key(cleaned, field.name, before)
        case _:
            return cleaned.get(field.name, before)


def base_if_equal(base: Any, typed: Any) -> Any:
    """The same object as before, where it is equal: an untouched default stays out of the JSON."""
    return base if base == typed else typed


def chosen_key(cleaned: Cleaned, name: str, before: int | None) -> int | None:
    if name not in cleaned:
        return before
    return cleaned[name].pk if cleaned[name] else None


def keywords(cleaned: Cleaned, base: values.Record) -> dict[Any, tuple[str, ...]]:
    lists = {
        code: cleaned.get(f"keywords_{code}", base.keywords.get(code, ())) for code in LANGUAGES
    }
    return {code: terms for code, terms in lists.items() if terms}


def references(cleaned: Cleaned, base: values.Record) -> tuple[values.Reference, ...]:
    """Pairs both lists by number; an entry with the same text keeps its type, DOI and URL."""
    if "references_original" not in cleaned or "references_romanized" not in cleaned:
        return base.references
    known = {reference.text: reference for reference in base.references}
    originals, romanized = cleaned["references_original"], cleaned["references_romanized"]
    count = max(len(originals), len(romanized))
    pairs = zip(padded(originals, count), padded(romanized, count), strict=True)
    return tuple(
        msgspec.structs.replace(known.get(text) or new_reference(text), text=text, romanized=second)
        for text, second in pairs
        if text or second
    )


def new_reference(text: str) -> values.Reference:
    """The reference with the DOI and the URL that its text holds."""
    return values.Reference(doi=find_doi(text)[:220], url=find_url(text))


def padded(lines: tuple[str, ...], count: int) -> tuple[str, ...]:
    return lines + ("",) * (count - len(lines))


def affiliation(cleaned: Cleaned) -> values.Affiliation:
    return values.Affiliation(
        name=text_in(cleaned, "name"),
        unit=text_in(cleaned, "unit"),
        city=text_in(cleaned, "city"),
        country=cleaned.get("country", ""),
        ror=cleaned.get("ror", ""),
        organisation_id=cleaned.get("organisation"),
    )


def authorship(cleaned: Cleaned, places: Mapping[int, int | None]) -> values.Authorship:
    """`places`: see `affiliation_places`; an unknown mark stays and is refused later."""
    marks = (places.get(mark, mark) for mark in cleaned.get("marks", ()))
    return values.Authorship(
        kind=cleaned.get("kind") or "person",
        names=names(cleaned),
        orcid=cleaned.get("orcid", ""),
        email=cleaned.get("email", ""),
        corresponding=cleaned.get("corresponding", False),
        roles=tuple(cleaned.get("roles", ())),
        marks=tuple(mark for mark in marks if mark is not None),
        author_id=cleaned.get("author"),
        collective=text_in(cleaned, "collective"),
        degree=text_in(cleaned, "degree"),
        academic_title=text_in(cleaned, "academic_title"),
        post=text_in(cleaned, "post"),
        bio=text_in(cleaned, "bio"),
    )


def names(cleaned: Cleaned) -> dict[Any, Name]:
    by_language = {
        code: Name(*(cleaned.get(f"{part}_{code}") or "" for part in NAME_PARTS))
        for code in LANGUAGES
    }
    return {code: name for code, name in by_language.items() if name != Name()}


def funding(cleaned: Cleaned) -> values.Funding:
    return values.Funding(
        funder=text_in(cleaned, "funder"),
        funder_id=cleaned.get("funder_id", ""),
        award=cleaned.get("award", ""),
    )


def relation(cleaned: Cleaned, before: Iterable[values.Relation]) -> values.Relation:
    """The relation of `before` with the same kind and target, or else a new one."""
    key, doi = cleaned["target"]
    for known in before:
        is_same = known.article_id == key if key else known.doi == doi
        if known.kind == cleaned["kind"] and is_same:
            return known
    return values.Relation(kind=cleaned["kind"], article_id=key, doi=doi)


def galleys(rows: Iterable[GalleyRow], base: values.Record) -> Iterator[values.Galley]:
    """Stored uploads, in the place of a known file or new; and known files."""
    known = {galley.id: galley for galley in base.galleys}
    for row in rows:
        cleaned = row.cleaned_data
        old = known.get(cleaned.get("id"))
        if row.stored_file and cleaned.get("language") and cleaned.get("kind"):
            new = row.stored_file.galley(language=cleaned["language"], kind=cleaned["kind"])
            yield msgspec.structs.replace(new, id=old.id if old else None)
        elif old:
            choices = {name: cleaned[name] for name in ("language", "kind") if cleaned.get(name)}
            yield msgspec.structs.replace(old, **choices)
