"""Issues, the sections that order them, and what is owed of them to receivers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.contrib import admin
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles.models import Issue

from ..crossref import issue_dois_page
from ..permissions import Scoped
from ..published_facts import TouchesPublic
from ..trilingual import TrilingualAdmin, trio
from .makeup import makeup_page
from .preflight import issue_preflight_view
from .publishing import publish_issue_page

Page = Callable[..., HttpResponse]


class SectionAdmin(TouchesPublic, Scoped, TrilingualAdmin):
    touches = "section"
    list_display = ("__str__", "journal", "order")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    search_fields = trio("title")
    fieldsets = ((None, {"fields": (("journal", "order"), trio("title"))}),)


class IssueAdmin(TouchesPublic, Scoped, TrilingualAdmin):
    touches = "issue"
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
        name = "articles_issue_{}".format
        return [
            path("<int:pk>/preflight/", self.page(issue_preflight_view), name=name("preflight")),
            path("<int:pk>/makeup/", self.page(makeup_page), name=name("makeup")),
            path("<int:pk>/dois/", self.page(issue_dois_page), name=name("dois")),
            path("<int:pk>/publish/", self.page(publish_issue_page), name=name("publish")),
            *super().get_urls(),
        ]

    def page(self, view: Page) -> Page:
        """For signed-in editors alone; the view is given the admin first."""
        wrapped: Page = self.admin_site.admin_view(partial(view, self))
        return wrapped


class DeliveryAdmin(Scoped, admin.ModelAdmin):
    way = "issue__journal"
    list_display = ("receiver", "issue", "due_on", "sent_on")
    list_filter = ("receiver",)
    list_select_related = ("issue__journal",)
    autocomplete_fields = ("issue",)
