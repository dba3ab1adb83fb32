"""Issues, the sections that order them, and what is owed of them to receivers."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles.models import Issue

from .issue_preflight import issue_preflight_view
from .languages import TrilingualAdmin, trio
from .scope import Scoped


class SectionAdmin(Scoped, TrilingualAdmin):
    list_display = ("__str__", "journal", "order")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    search_fields = trio("title")
    fieldsets = ((None, {"fields": (("journal", "order"), trio("title"))}),)


class IssueAdmin(Scoped, TrilingualAdmin):
    change_form_template = "admin/articles/issue/form.html"
    list_display = ("named", "journal", "year", "published_on")
    list_filter = ("journal", "year")
    list_select_related = ("journal",)
    ordering = ("-year", "-published_on", "-pk")
    search_fields = ("year", "number", "through_number", *trio("title"), *trio("journal__name"))
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("journal", "year"),
                    ("volume", "number", "part", "through_number"),
                    trio("title"),
                    trio("description"),
                )
            },
        ),
        (_("Dates"), {"fields": (("planned_on", "signed_on", "published_on"), "print_run")}),
        (_("Files"), {"fields": (("cover", "pdf"),)}),
    )

    @admin.display(description=_("issue"))
    def named(self, issue: Issue) -> str:
        return issue.label

    def get_urls(self) -> list[URLPattern]:
        inspect = self.admin_site.admin_view(self.preflight_view)
        name = "articles_issue_preflight"
        return [path("<int:pk>/preflight/", inspect, name=name), *super().get_urls()]

    def preflight_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return issue_preflight_view(self, request, pk)


class DeliveryAdmin(Scoped, admin.ModelAdmin):
    way = "issue__journal"
    list_display = ("receiver", "issue", "due_on", "sent_on")
    list_filter = ("receiver",)
    list_select_related = ("issue__journal",)
    autocomplete_fields = ("issue",)
