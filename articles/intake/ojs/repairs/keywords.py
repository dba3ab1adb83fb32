"""Several keywords typed as one, divided by commas or semicolons."""

from __future__ import annotations

import re

import msgspec

from articles.imports.keyword_lists import KEYWORDS_LABEL
from articles.imports.ojs.values import Version
from articles.preflight.keywords import split_term
from articles.records.languages import Language

from ..groups import Choice, PlanFinding

ABBREVIATED = re.compile(r"\.\w+\.$|\b\w{1,3}\.$")  # etc., др., U.S.


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
            if parts != [term]
        ]
    if choice != "split" or not findings:
        return version, findings
    record = msgspec.structs.replace(version.record, keywords=keywords)
    return msgspec.structs.replace(version, record=record), findings


def divide(term: str, *, is_alone: bool) -> list[str]:
    """The keywords in it; one comma divides only a term that is the whole list.

    The label before a list and the mark after it are no part of a keyword.
    """
    bare = KEYWORDS_LABEL.sub("", term).rstrip("; ") or term
    parts, is_list = split_term(bare)
    if len(parts) > 1 and (is_list or is_alone):
        return [*parts[:-1], without_full_stop(parts[-1])]
    return [bare]


def without_full_stop(term: str) -> str:
    """The last keyword of a list without the full stop of the list; `и др.` keeps its own."""
    return term if ABBREVIATED.search(term) else term.removesuffix(".")
