"""An issue at a glance: what keeps each of its articles from print."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.editing.inspecting import Inspected, inspect_all
from articles.models import Issue
from articles.records.findings import Level
from articles.records.languages import Language, prefer
from articles.records.markup import flat

from ..article.finding_places import label_of
from ..article.findings_panel import LEVELS, MARKS

if TYPE_CHECKING:
    from . import IssueAdmin


class Line(msgspec.Struct, frozen=True):
    """One article of the issue."""

    pk: int | None
    title: str
    language: Language
    pages: str
    counts: tuple[tuple[str, object, int], ...]  # class, label, how many
    blocks: tuple[str, ...]  # what blocks, in words


def issue_preflight_view(admin: IssueAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    issue: Issue = get_object_or_404(Issue.objects.select_related("journal"), pk=pk)
    if not admin.has_view_permission(request, issue):
        raise PermissionDenied
    articles = issue.articles.order_by(F("position").asc(nulls_last=True), "pk")
    lines = [line_of(inspected) for inspected in inspect_all(articles)]
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Ready for print?"),
        "opts": admin.opts,
        "media": admin.media,
        "issue": issue,
        "lines": lines,
        "blocked": sum(bool(line.blocks) for line in lines),
    }
    return TemplateResponse(request, "admin/articles/issue/preflight.html", context)


def line_of(inspected: Inspected) -> Line:
    record = inspected.record
    counts = Counter(finding.level for finding in inspected.findings)
    return Line(
        pk=record.id,
        title=flat(prefer(record.title, record.language)) or f"№ {record.id}",
        language=record.language,
        pages="–".join(filter(None, (record.first_page, record.last_page))),
        counts=tuple(
            (MARKS[level], LEVELS[level], counts[level]) for level in Level if counts[level]
        ),
        blocks=tuple(
            f"{label_of(finding)}: {finding.message}"
            for finding in inspected.findings
            if finding.is_blocking()
        ),
    )
