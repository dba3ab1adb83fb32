"""Several keywords typed as one, divided by commas or semicolons."""

from __future__ import annotations

import msgspec

from articles.imports.ojs.values import Version
from articles.preflight.keywords import split_term
from articles.records.languages import Language

from ..groups import Choice, PlanFinding


def split_keywords(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    keywords: dict[Language, tuple[str, ...]] = {}
    findings: list[PlanFinding] = []
    for code, terms in version.record.keywords.items():
        divided = [divide(term, is_alone=len(terms) == 1) for term in terms]
        keywords[code] = tuple(dict.fromkeys(part for parts in divided for part in parts))
        findings += [
            PlanFinding(
                group="joined_keywords",
                field="keywords",
                language=code,
                text=term,
                proposal="; ".join(parts),
            )
            for term, parts in zip(terms, divided, strict=True)
            if len(parts) > 1
        ]
    if choice != "split" or not findings:
        return version, findings
    record = msgspec.structs.replace(version.record, keywords=keywords)
    return msgspec.structs.replace(version, record=record), findings


def divide(term: str, *, is_alone: bool) -> list[str]:
    """The keywords in it; one comma divides only a term that is the whole list."""
    parts, is_list = split_term(term)
    return parts if len(parts) > 1 and (is_list or is_alone) else [term]
