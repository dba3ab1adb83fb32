"""The completeness panel: what the article has in each language, updated while it is typed.

Above it a bar of links to the parts of the form, each with the number of errors in it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.editing.checks import check_article
from articles.models import Article
from articles.preflight.matrix import Row, completeness
from articles.queries.record_facts import attach
from articles.records.diff import parse_path
from articles.records.findings import Finding, Level, blocking
from articles.records.languages import LANGUAGES
from articles.records.plain_fields import FORM_FIELDS
from articles.records.record import Record

from .form.article_form import ArticleForm, open_form
from .form.to_record import record_from_form
from .permissions import get_article_or_new, journal_for_new_article

if TYPE_CHECKING:
    from . import ArticleAdmin


# The parts of the form in their order, by the ids of their sections.
PARTS: dict[str, Promise] = {
    "title": _("Title"),
    "affiliations": _("Affiliations"),
    "authors": _("Authors"),
    "abstract": _("Abstract"),
    "keywords": _("Keywords"),
    "dates": _("Dates, DOI, pages"),
    "references": _("References"),
    "files": _("Files"),
    "statements": _("Statements and rights"),
    "funding": _("Funding"),
    "relations": _("Related articles"),
    "body": _("Full text"),
    "office": _("Internal (never published)"),
}
PART_OF_FIELD = {
    **{field.part or field.name: field.section for field in FORM_FIELDS},
    **{name: name for name in PARTS},
    "galleys": "files",
    "external_files": "files",
    "language": "title",
    "type": "title",
}


class FormPart(msgspec.Struct, frozen=True):
    """A link to a part of the form, with the number of errors that prevent publication."""

    id: str
    label: Promise
    errors: int


class Completeness(msgspec.Struct, frozen=True):
    parts: tuple[FormPart, ...]
    rows: tuple[Row, ...]
    languages: tuple[str, ...]
    blocks: int
    warns: int


def form_completeness(form: ArticleForm, errors: int = 0) -> Completeness:
    """The completeness of the form as it is; `errors` count as blocking findings."""
    if form.is_bound:
        form.full_clean()
        record = record_from_form(form)
    else:
        record = form.base or Record(language="kk")
    return record_completeness(
        attach(record, form.article or Article(journal=form.journal)), errors
    )


def record_completeness(record: Record, errors: int) -> Completeness:
    findings = check_article(record)
    rows = completeness(record, findings)
    return Completeness(
        parts=form_parts(findings),
        rows=rows,
        languages=tuple(cell.language for cell in rows[0].cells) if rows else LANGUAGES,
        blocks=errors + sum(finding.level is Level.BLOCKS for finding in findings),
        warns=sum(finding.level is Level.WARNS for finding in findings),
    )


def form_parts(findings: list[Finding]) -> tuple[FormPart, ...]:
    counts = Counter(
        PART_OF_FIELD.get(str(parse_path(finding.field)[0]).removesuffix("_id"))
        for finding in blocking(findings)
    )
    return tuple(FormPart(part, label, counts[part]) for part, label in PARTS.items())


def completeness_view(
    _admin: ArticleAdmin, request: HttpRequest, pk: int | None = None
) -> HttpResponse:
    """POST with the article form: the panel as HTML. Saves nothing."""
    article = get_article_or_new(request, pk)
    journal = article.journal if article else journal_for_new_article(request)
    context: dict[str, Any] = {"original": article}
    if journal:
        context["matrix"] = form_completeness(open_form(request, journal, article, request.POST))
    return render(request, "admin/articles/article/form_matrix.html", context)
