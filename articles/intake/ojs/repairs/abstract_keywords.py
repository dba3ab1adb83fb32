"""Keywords that stand as the last line of an abstract, where the field of keywords is empty."""

from __future__ import annotations

import msgspec

from articles.imports.keyword_lists import KEYWORDS_LABEL
from articles.imports.ojs.values import Version
from articles.records.languages import LANGUAGES, Language
from articles.records.markup import plain

from ..groups import Choice, PlanFinding
from .keywords import divide


def move_keywords(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    """The keywords go to their field, and the line leaves the abstract."""
    abstracts = dict(version.record.abstract)
    keywords = dict(version.record.keywords)
    findings: list[PlanFinding] = []
    for code, abstract in version.record.abstract.items():
        before, line = last_line(abstract)
        if code in keywords or not before or not KEYWORDS_LABEL.match(line):
            continue
        abstracts[code], keywords[code] = before, tuple(divide(line, is_alone=True))
        findings.append(found(code, line, keywords[code]))
    if choice != "move" or not findings:
        return version, findings
    ordered = {code: keywords[code] for code in LANGUAGES if code in keywords}
    record = msgspec.structs.replace(version.record, abstract=abstracts, keywords=ordered)
    return msgspec.structs.replace(version, record=record), findings


def last_line(abstract: str) -> tuple[str, str]:
    """The abstract without its last line, and that line without markup."""
    before, _break, line = abstract.rpartition("\n")
    return before, plain(line).strip()


def found(language: Language, line: str, terms: tuple[str, ...]) -> PlanFinding:
    return PlanFinding(
        group="keywords_in_abstract",
        field="abstract",
        language=language,
        text=line,
        proposal="; ".join(terms),
    )
