"""Findings of `validity`, each told at the input that it was typed into."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from articles.editing.permitted import NotYours
from articles.records.findings import Finding
from articles.records.languages import LANGUAGES

from ..wording import labels
from .article_form import Sheet

PATH = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(.+))?")
ROW_SETS = {
    "authors": "authorships",
    "affiliations": "affiliations",
    "funding": "fundings",
    "galleys": "galleys",
    "relations": "relations",
}
NAME_PARTS = {"family": "family_name", "given": "given_name", "patronymic": "patronymic"}
INPUTS = {("relations", "doi"): "target", ("galleys", "name"): "upload"}


def not_yours(refusal: NotYours) -> str:
    """What a role does not cover, in the words of the form."""
    fields = ", ".join(str(labels.place_of(change.path)) for change in refusal.changes[:5])
    return _("Your role does not allow you to change: %(fields)s. Nothing was saved.") % {
        "fields": fields or "–"
    }


def tell(sheet: Sheet, findings: list[Finding]) -> None:
    """Where something is wrong already, that comes first."""
    wrong = {(id(form), name) for form in sheet.forms() for name in form.errors}
    for finding in findings:
        form, name = place_of(sheet, finding)
        if (id(form), name) not in wrong:
            form.add_error(name if name in form.fields else None, str(finding.message))


def place_of(sheet: Sheet, finding: Finding) -> tuple[Any, str]:
    found = PATH.fullmatch(finding.field)
    field, number, part = found.groups() if found else (finding.field, None, None)
    if field in ROW_SETS and number:
        rows = sheet.rows[ROW_SETS[field]].standing()
        return rows[int(number) - 1], row_input(field, part or "", finding.language)
    if field in ROW_SETS or field == "references":
        return sheet.form, "references_original" if field == "references" else ""
    if field == "internal":
        return sheet.form, part or ""
    code = (part or "").partition("[")[0]
    language = code if code in LANGUAGES else finding.language
    return (
        sheet.form,
        f"{field}_{language}" if f"{field}_{language}" in sheet.form.fields else field,
    )


def row_input(field: str, part: str, language: str | None) -> str:
    pieces = part.split(".")
    if pieces[0] == "names" and len(pieces) == 3:
        return f"{NAME_PARTS[pieces[2]]}_{pieces[1]}"
    if (field, part) in INPUTS:
        return INPUTS[field, part]
    return f"{part}_{language}" if language and field == "authors" else part
