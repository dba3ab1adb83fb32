"""Filters of the list of articles: issue, missing language, whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.numbers import parse_number
from articles.admin.permissions import editor_of
from articles.admin.trilingual import NATIVE
from articles.models import Article, Issue
from articles.models.roles import Action, journals_for
from articles.queries.editor_tasks import (
    Turn,
    missing_any_text,
    missing_text,
    waiting_for_turn,
    waiting_for_user,
)

MAX_ISSUES = 40


class IssueFilter(admin.SimpleListFilter):
    title = _("issue")
    parameter_name = "issue"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Article]
    ) -> Iterator[tuple[str, str]]:
        """The newest issues of the chosen journal, or of all journals that the editor sees."""
        issues = Issue.objects.select_related("journal").newest_first()
        journals = journals_for(editor_of(request), Action.VIEW)
        if journals is not None:
            issues = issues.filter(journal__in=journals)
        if journal := parse_number(request.GET.get("journal__id__exact")):
            issues = issues.filter(journal=journal)
        yield "none", str(_("none"))
        for issue in issues[:MAX_ISSUES]:
            yield str(issue.pk), str(issue)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value() or ""
        if value == "none":
            return queryset.filter(issue=None)
        return queryset.filter(issue=parse_number(value)) if value else queryset


class MissingFilter(admin.SimpleListFilter):
    title = _("missing language")
    parameter_name = "missing"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Article]
    ) -> list[tuple[str, Any]]:
        return [*NATIVE.items(), ("any", _("any")), ("none", _("none"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value()
        if value in NATIVE:
            return queryset.filter(missing_text(str(value)))
        if value == "any":
            return queryset.filter(missing_any_text())
        return queryset.exclude(missing_any_text()) if value == "none" else queryset


class TurnFilter(admin.SimpleListFilter):
    title = _("whose turn")
    parameter_name = "turn"

    def lookups(
        self, request: HttpRequest, model_admin: admin.ModelAdmin[Article]
    ) -> list[tuple[str, Any]]:
        return [("mine", _("my turn")), *Turn.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value()
        if value == "mine":
            return queryset.filter(waiting_for_user(editor_of(request)))
        return queryset.filter(waiting_for_turn(value)) if value in Turn.values else queryset
