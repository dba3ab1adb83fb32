"""Findings turned into errors of the inputs of the article form."""

from __future__ import annotations

import re

from articles.records.findings import Finding
from articles.records.languages import LANGUAGES

from .article_form import ArticleForm
from .base import BaseArticleForm
from .errors import ROW_SETS

NAME_PARTS = {
    "family": "family_name",
    "given": "given_name",
    "patronymic": "patronymic",
    "suffix": "suffix",
}
INPUTS = {("relations", "doi"): "target", ("galleys", "name"): "upload"}
FINDING_FIELD = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(.+))?")  # authors[2].names.kk.family


def add_findings(form: ArticleForm, findings: list[Finding]) -> None:
    """Adds each finding as an error of its input, unless the input has an error already."""
    inputs_with_errors = {(id(part), name) for part in form.forms() for name in part.errors}
    for finding in findings:
        part, name = input_of(form, finding)
        if (id(part), name) not in inputs_with_errors:
            part.add_error(name if name in part.fields else None, str(finding.message))


def input_of(form: ArticleForm, finding: Finding) -> tuple[BaseArticleForm, str]:
    """The form and the name of the input that holds the finding's field."""
    match = FINDING_FIELD.fullmatch(finding.field)
    field, number, part = match.groups() if match else (finding.field, None, None)
    if field in ROW_SETS and number:
        rows = form.row_sets[ROW_SETS[field]].active_rows()
        return rows[int(number) - 1], row_input(field, part or "", finding.language)
    if field in ROW_SETS or field == "references":
        return form.main, "references_original" if field == "references" else ""
    if field == "internal":
        return form.main, part or ""
    code = (part or "").partition("[")[0]
    language = code if code in LANGUAGES else finding.language
    translated = f"{field}_{language}"
    return form.main, translated if translated in form.main.fields else field


def row_input(field: str, part: str, language: str | None) -> str:
    """`names.kk.family` of an author → `family_name_kk`."""
    pieces = part.split(".")
    if pieces[0] == "names" and len(pieces) == 3:
        return f"{NAME_PARTS[pieces[2]]}_{pieces[1]}"
    if (field, part) in INPUTS:
        return INPUTS[field, part]
    return f"{part}_{language}" if language and field == "authors" else part
