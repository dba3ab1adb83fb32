"""The numbers of findings in the list of articles, asked for by script once the list is shown.

Preflight of an article costs as much as fifty empty pages: with it, a list of 25 would take ten
times its budget (`article_list` of `make bench`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, JsonResponse

from articles.editing.checks import check_articles
from articles.records.findings import Finding, Level

from ...numbers import parse_number
from ..autocomplete import check_may_search

if TYPE_CHECKING:
    from .. import ArticleAdmin

MOST = 25  # articles of one request: a page of the list


def finding_counts_view(admin: ArticleAdmin, request: HttpRequest) -> JsonResponse:
    """The count of each article in `id`, of those that the editor sees; eight queries."""
    check_may_search(admin, request)
    keys = [parse_number(value) for value in request.GET.getlist("id")[:MOST]]
    checked_articles = check_articles(admin.get_queryset(request).filter(pk__in=keys))
    counts = {checked.record.id: finding_count(checked.findings) for checked in checked_articles}
    return JsonResponse({"counts": counts})


def finding_count(findings: list[Finding]) -> dict[str, str | int]:
    """The number of blocking findings, or else of warnings, and its CSS class."""
    blocking = sum(finding.level is Level.BLOCKS for finding in findings)
    warning = sum(finding.level is Level.WARNS for finding in findings)
    if blocking:
        return {"mark": "bad", "count": blocking}
    return {"mark": "warn" if warning else "ok", "count": warning}
