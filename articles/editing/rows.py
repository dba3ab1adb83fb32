"""Conversion of a record to table rows: the columns of each table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from articles.models import (
    ArticleAffiliation,
    Authorship,
    Funding,
    Galley,
    Keyword,
    Reference,
    Relation,
)
from articles.models.parts import Part
from articles.records import record as values
from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name
from articles.records.plain_fields import FIELDS, Kind, PlainField

Columns = dict[str, Any]


def text_columns(column: str, text: Mapping[Language, str]) -> Columns:
    """A trilingual text as three columns; a missing language is ''."""
    return {f"{column}_{code}": text.get(code, "") for code in LANGUAGES}


def article_columns(record: values.Record) -> Columns:
    """The columns of the article itself. An empty DOI is NULL, since DOIs are unique."""
    columns: Columns = {}
    for field in FIELDS:
        columns |= plain_columns(field, field.value_in(record))
    return columns | {"doi": record.doi or None}


def plain_columns(field: PlainField, value: Any) -> Columns:
    match field.kind:
        case Kind.TRILINGUAL:
            return text_columns(field.key, value)
        case Kind.CODES | Kind.DATES:
            return {field.key: list(value)}
        case _:
            return {field.key: value}


def affiliation_columns(affiliation: values.Affiliation) -> Columns:
    return {
        **text_columns("name", affiliation.name),
        **text_columns("unit", affiliation.unit),
        **text_columns("city", affiliation.city),
        "country": affiliation.country,
        "ror": affiliation.ror,
        "organisation_id": affiliation.organisation_id,
    }


def authorship_columns(author: values.Authorship) -> Columns:
    columns: Columns = {
        "kind": author.kind,
        "orcid": author.orcid,
        "email": author.email,
        "corresponding": author.corresponding,
        "roles": list(author.roles),
        "marks": list(author.marks),
        "author_id": author.author_id,
    }
    for code in LANGUAGES:
        name = author.names.get(code, Name())
        columns |= {
            f"family_name_{code}": name.family,
            f"given_name_{code}": name.given,
            f"patronymic_{code}": name.patronymic,
            f"suffix_{code}": name.suffix,
        }
    for column in ("collective", "degree", "academic_title", "post", "bio"):
        columns |= text_columns(column, getattr(author, column))
    return columns


def reference_columns(reference: values.Reference) -> Columns:
    return {
        "text": reference.text,
        "romanized": reference.romanized,
        "type": reference.type,
        "doi": reference.doi,
        "url": reference.url,
    }


def funding_columns(funding: values.Funding) -> Columns:
    return {
        **text_columns("funder", funding.funder),
        "funder_id": funding.funder_id,
        "award": funding.award,
    }


def galley_columns(galley: values.Galley) -> Columns:
    return {
        "id": galley.id,
        "language": galley.language,
        "kind": galley.kind,
        "name": galley.name,
        "size": galley.size,
        "pages": galley.pages,
        "checksum": galley.checksum,
        "file": galley.path,
        "made_from": galley.made_from,
    }


def relation_columns(relation: values.Relation) -> Columns:
    return {"kind": relation.kind, "target_id": relation.article_id, "doi": relation.doi}


def keyword_columns(record: values.Record) -> Iterator[Columns]:
    for code, terms in record.keywords.items():
        for order, term in enumerate(terms, 1):
            yield {"language": code, "order": order, "term": term}


def with_order(columns: list[Columns]) -> list[Columns]:
    """Number the rows of a table in their order, from 1."""
    return [{"order": order, **row} for order, row in enumerate(columns, 1)]


def rows_of(record: values.Record) -> dict[type[Part], list[Columns]]:
    """The rows of all tables that belong to the article, by table, in order."""

    return {
        ArticleAffiliation: with_order(
            [affiliation_columns(affiliation) for affiliation in record.affiliations]
        ),
        Authorship: with_order([authorship_columns(author) for author in record.authors]),
        Keyword: list(keyword_columns(record)),
        Reference: with_order([reference_columns(reference) for reference in record.references]),
        Funding: with_order([funding_columns(award) for award in record.funding]),
        Galley: with_order([galley_columns(galley) for galley in record.galleys]),
        Relation: with_order([relation_columns(relation) for relation in record.relations]),
    }
