"""The list of articles with what preflight finds in each: one look for the whole page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.editing.inspecting import inspect_all
from articles.models import Article
from articles.records.findings import Finding, Level

ROWS = 25  # an article costs five to thirty milliseconds


class InspectedList(ChangeList):
    """Its rows carry `found`: the findings of each, eight queries for any number."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows: list[Any] = list(self.result_list)
        shown = Article.objects.filter(pk__in=[row.pk for row in rows])
        by_key = {one.record.id: one.findings for one in inspect_all(shown)}
        for row in rows:
            row.found = by_key.get(row.pk, [])
        self.result_list = rows


@admin.display(description=_("Check results"))
def findings(article: Any) -> Any:
    """How many block and how many warn, with the way to read them."""
    found: list[Finding] = getattr(article, "found", [])
    blocking = sum(one.level is Level.BLOCKS for one in found)
    warning = sum(one.level is Level.WARNS for one in found)
    if not (blocking or warning):
        return format_html('<span class="st ok">0</span>')
    level, count = ("bad", blocking) if blocking else ("warn", warning)
    address = reverse("admin:articles_article_preflight", args=[article.pk])
    return format_html('<a class="st {}" href="{}">{}</a>', level, address, count)
