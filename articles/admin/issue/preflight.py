"""The preflight page of an issue: what blocks each of its articles from publication."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
from django.contrib.admin import ModelAdmin
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.editing.checks import CheckedArticle, check_articles
from articles.models.roles import Action, articles_within
from articles.records.findings import Level
from articles.records.languages import Language, prefer
from articles.records.markup import flat
from articles.records.pages import pages_of

from ..article.findings_panel import LEVEL_CLASSES, LEVEL_LABELS, finding_text
from ..pages import get_issue, render_page
from ..permissions import editor_of


class ArticleLine(msgspec.Struct, frozen=True):
    """An article of the issue with a count of its findings."""

    pk: int | None
    title: str
    language: Language
    pages: str
    counts: tuple[tuple[str, object, int], ...]  # CSS class, label and number of each level
    blocks: tuple[str, ...]  # the blocking findings, as text


def issue_preflight_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    issue = get_issue(request, pk, Action.VIEW)
    articles = issue.articles.filter(articles_within(editor_of(request), Action.VIEW)).order_by(
        F("position").asc(nulls_last=True), "pk"
    )
    lines = [article_line(inspected) for inspected in check_articles(articles)]
    return render_page(
        admin,
        request,
        "admin/articles/issue/preflight.html",
        _("Pre-publication check"),
        issue=issue,
        lines=lines,
        blocked=sum(bool(line.blocks) for line in lines),
    )


def article_line(inspected: CheckedArticle) -> ArticleLine:
    record = inspected.record
    counts = Counter(finding.level for finding in inspected.findings)
    return ArticleLine(
        pk=record.id,
        title=flat(prefer(record.title, record.language)) or f"№ {record.id}",
        language=record.language,
        pages=pages_of(record).listed("–"),
        counts=tuple(
            (LEVEL_CLASSES[level], LEVEL_LABELS[level], counts[level])
            for level in Level
            if counts[level]
        ),
        blocks=tuple(
            finding_text(finding) for finding in inspected.findings if finding.is_blocking()
        ),
    )
