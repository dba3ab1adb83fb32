"""Form errors: the list above the article form, and findings turned into errors of its inputs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.admin.trilingual import language_of
from articles.editing.permissions import ChangeNotPermitted
from articles.records.field_labels import ROW_LABELS
from articles.records.findings import Finding
from articles.records.languages import LANGUAGES

from ..wording.labels import field_label, with_language
from .base import BaseArticleForm

if TYPE_CHECKING:
    from .article_form import ArticleForm

# The record's lists and the row sets that they are typed into.
ROW_SETS = {
    "authors": "authorships",
    "affiliations": "affiliations",
    "funding": "fundings",
    "galleys": "galleys",
    "relations": "relations",
}
LABELS = {prefix: ROW_LABELS[field] for field, prefix in ROW_SETS.items()}
NAME_PARTS = {
    "family": "family_name",
    "given": "given_name",
    "patronymic": "patronymic",
    "suffix": "suffix",
}
INPUTS = {("relations", "doi"): "target", ("galleys", "name"): "upload"}
FINDING_FIELD = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(.+))?")  # authors[2].names.kk.family


class FormError(msgspec.Struct, frozen=True):
    """One line of the list above the form."""

    label: str
    anchor: str  # an id on the page
    message: str


def form_errors(form: BaseArticleForm, prefix: str = "") -> Iterator[FormError]:
    """Errors of the form's inputs and of the form as a whole; `prefix` of a row: its row set's."""
    for name, messages in form.errors.items():
        field = form[name] if name in form.fields else None
        label = " – ".join(filter(None, (row_label(form, prefix), input_label(field))))
        for message in messages:
            yield FormError(label, anchor(form, field, prefix), str(message))


def row_label(row: BaseArticleForm, prefix: str) -> str:
    """`Author 2`, by the number that the row shows."""
    if not prefix:
        return ""
    place = int(str(row.prefix).rpartition("-")[2]) + 1
    return str(LABELS[prefix]) % {"number": row.cleaned_data.get("order") or place}


def input_label(field: forms.BoundField | None) -> str:
    """`Title (Русский)`; '' for hidden inputs and for a file, which its row stands for."""
    if field is None or field.is_hidden or field.name == "upload":
        return ""
    return with_language(capfirst(str(field.label)), language_of(field.name))


def anchor(form: BaseArticleForm, field: forms.BoundField | None, prefix: str) -> str:
    """The id of the input, or of the row of a hidden one."""
    if field is not None and not field.is_hidden:
        return str(field.id_for_label)
    return str(form.prefix) if prefix else ""


def not_permitted_message(refusal: ChangeNotPermitted) -> str:
    """The changes that the editor's role does not cover, by their labels in the form."""
    fields = ", ".join(str(field_label(change.path)) for change in refusal.changes[:5])
    return _("Your role does not allow you to change: %(fields)s. Nothing was saved.") % {
        "fields": fields or "–"
    }


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
