"""What an editor typed, as a record: the form and its rows read together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from articles.editing.files import store_galley
from articles.models import ArticleAffiliation, Authorship, Funding, Galley, Relation
from articles.records import record as values
from articles.records.languages import LANGUAGES, Text, tidy
from articles.records.names import Name

Row = Mapping[str, Any]


def record_from(form: Any, formsets: list[Any], base: values.Record | None) -> values.Record:
    """`base` gives what the form does not show, such as the status; None: a new article."""
    typed: Row = form.cleaned_data
    rows = {formset.model: rows_in_order(formset) for formset in formsets}
    base = base or values.Record(language=typed["language"])
    return msgspec.structs.replace(
        base,
        **own_fields(typed),
        keywords={code: terms for code in LANGUAGES if (terms := typed[f"keywords_{code}"])},
        references=references(typed, base),
        affiliations=tuple(affiliation(row) for row in rows[ArticleAffiliation]),
        authors=tuple(authorship(row) for row in rows[Authorship]),
        funding=tuple(funding(row) for row in rows[Funding]),
        relations=tuple(relation(row) for row in rows[Relation]),
        galleys=galleys(rows[Galley], base) if Galley in rows else base.galleys,
    )


def rows_in_order(formset: Any) -> list[Row]:
    """Rows that stay, by their number; new ones without a number at the end."""
    kept = [
        {**form.cleaned_data, "id": form.instance.pk}
        for form in formset.forms
        if form.cleaned_data
        and form not in formset.deleted_forms
        and (form.instance.pk or form.has_changed())
    ]
    return sorted(kept, key=lambda row: row.get("order") or 10_000)


def text_in(row: Row, field: str) -> Text:
    return tidy({code: row.get(f"{field}_{code}") or "" for code in LANGUAGES})


def own_fields(typed: Row) -> dict[str, Any]:
    """The fields of the article's own row."""
    plain = (
        "language type position body edn doi first_page last_page article_number received_on "
        "revised_on accepted_on published_on copyright_year licence licence_from irsti udc jel"
    )
    statements = ("contributions", "conflicts", "data", "thanks")
    return {
        **{name: typed[name] for name in plain.split()},
        **{name: text_in(typed, name) for name in ("title", "abstract", "copyright_holder")},
        "issue_id": typed["issue"].pk if typed["issue"] else None,
        "section_id": typed["section"].pk if typed["section"] else None,
        "statements": values.Statements(**{name: text_in(typed, name) for name in statements}),
        "internal": values.Internal(
            originality=typed["originality"],
            originality_system=typed["originality_system"],
            originality_on=typed["originality_on"],
            review_count=typed["review_count"],
            reviewed_on=typed["reviewed_on"],
        ),
    }


def references(typed: Row, base: values.Record) -> tuple[values.Reference, ...]:
    """Paired by number; an entry whose text stands keeps its type, DOI and address."""
    known = {reference.text: reference for reference in base.references}
    originals, romanized = typed["references_original"], typed["references_romanized"]
    count = max(len(originals), len(romanized))
    pairs = zip(_filled(originals, count), _filled(romanized, count), strict=True)
    return tuple(
        msgspec.structs.replace(known.get(text, values.Reference()), text=text, romanized=second)
        for text, second in pairs
        if text or second
    )


def _filled(lines: tuple[str, ...], count: int) -> tuple[str, ...]:
    return lines + ("",) * (count - len(lines))


def affiliation(row: Row) -> values.Affiliation:
    return values.Affiliation(
        name=text_in(row, "name"),
        unit=text_in(row, "unit"),
        city=text_in(row, "city"),
        country=row["country"].upper(),
        ror=row["ror"],
        organisation_id=row["organisation"].pk if row["organisation"] else None,
    )


def authorship(row: Row) -> values.Authorship:
    return values.Authorship(
        kind=row["kind"],
        names=names(row),
        orcid=row["orcid"],
        email=row["email"],
        corresponding=row["corresponding"],
        roles=tuple(row["roles"]),
        marks=row["marks"],
        author_id=row["author"].pk if row["author"] else None,
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
        funder=text_in(row, "funder"), funder_id=row["funder_id"], award=row["award"]
    )


def relation(row: Row) -> values.Relation:
    return values.Relation(
        kind=row["kind"],
        article_id=row["target"].pk if row["target"] else None,
        doi=row["doi"] or (row["target"].doi if row["target"] else "") or "",
    )


def galleys(rows: list[Row], base: values.Record) -> tuple[values.Galley, ...]:
    return tuple(galley(row, base) for row in rows)


def galley(row: Row, base: values.Record) -> values.Galley:
    """A new file is stored first: a record names only files that are there."""
    known = next((one for one in base.galleys if row["id"] and one.id == row["id"]), None)
    if upload := row.get("upload"):
        stored = store_galley(upload, language=row["language"], kind=row["kind"])
        return msgspec.structs.replace(stored, id=known.id if known else None)
    if known is None:
        raise ValueError("A galley without a file.")
    return msgspec.structs.replace(known, language=row["language"], kind=row["kind"])
