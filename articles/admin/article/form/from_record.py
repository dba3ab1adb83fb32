"""Record → form: the initial values of the article form."""

from __future__ import annotations

from typing import Any

from articles.editing import rows
from articles.records.languages import LANGUAGES
from articles.records.record import Record

from ..related_articles import target_text

Columns = dict[str, Any]


def initial_values(record: Record, version: int) -> Columns:
    """The initial values of `MainForm`; `version` is the one that the editor begins from."""
    columns = rows.article_columns(record)
    return {
        **columns,
        "issue": columns.pop("issue_id"),
        "section": columns.pop("section_id"),
        "doi": record.doi,
        **{f"keywords_{code}": record.keywords.get(code, ()) for code in LANGUAGES},
        "references_original": [reference.text for reference in record.references],
        "references_romanized": without_empty_end(
            [reference.romanized for reference in record.references]
        ),
        "base_version": version,
    }


def without_empty_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines.pop()
    return lines


def initial_rows(record: Record) -> dict[str, list[Columns]]:
    """The initial rows of each row set, by its prefix."""
    return {
        "affiliations": rows.with_order(
            [
                {"organisation": part.organisation_id, **rows.affiliation_columns(part)}
                for part in record.affiliations
            ]
        ),
        "authorships": rows.with_order(
            [{"author": part.author_id, **rows.authorship_columns(part)} for part in record.authors]
        ),
        "fundings": rows.with_order([rows.funding_columns(part) for part in record.funding]),
        "galleys": rows.with_order([rows.galley_columns(part) for part in record.galleys]),
        "relations": rows.with_order(
            [
                {
                    "kind": part.kind,
                    "target": target_text(part.article_id, part.doi),
                    "key": part.article_id,
                }
                for part in record.relations
            ]
        ),
    }
