"""Completeness of what is typed, reckoned anew while it is typed; nothing is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.editing.inspecting import inspect
from articles.models import Article
from articles.preflight.matrix import Row, completeness
from articles.queries.record_facts import attach
from articles.records.findings import Level
from articles.records.languages import LANGUAGES
from articles.records.record import Record

from .access_checks import article_of, check_may_see, journal_of
from .form.article_form import Sheet
from .form.opening import opened
from .form.to_record import record_from

if TYPE_CHECKING:
    from . import ArticleAdmin


class Matrix(msgspec.Struct, frozen=True):
    rows: tuple[Row, ...]
    languages: tuple[str, ...]
    blocks: int
    warns: int


def matrix_of(sheet: Sheet, errors: int = 0) -> Matrix:
    """Of the sheet as typed, or as it stands; `errors` keep it from being saved at all."""
    if sheet.is_bound:
        sheet.read()
        record = record_from(sheet)
    else:
        record = sheet.base or Record(language="kk")
    return reckoned(attach(record, sheet.article or Article(journal=sheet.journal)), errors)


def reckoned(record: Record, errors: int) -> Matrix:
    findings = inspect(record)
    rows = completeness(record, findings)
    return Matrix(
        rows=rows,
        languages=tuple(cell.language for cell in rows[0].cells) if rows else LANGUAGES,
        blocks=errors + sum(finding.level is Level.BLOCKS for finding in findings),
        warns=sum(finding.level is Level.WARNS for finding in findings),
    )


def live_page(admin: ArticleAdmin, request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """POST with the article form: the matrix alone, as HTML."""
    article = article_of(pk) if pk else None
    check_may_see(admin, request, article)
    journal = article.journal if article else journal_of(request)
    context: dict[str, Any] = {"original": article}
    if journal:
        context["matrix"] = matrix_of(opened(request, journal, article, request.POST))
    return render(request, "admin/articles/article/form_matrix.html", context)
