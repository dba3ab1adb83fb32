"""Issues, the sections that order them, and what is owed of them to receivers."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .languages import TrilingualAdmin, trio


class SectionAdmin(TrilingualAdmin):
    list_display = ("__str__", "journal", "order")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    search_fields = trio("title")
    fieldsets = ((None, {"fields": (("journal", "order"), trio("title"))}),)


class IssueAdmin(TrilingualAdmin):
    list_display = ("label", "journal", "year", "published_on")
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


class DeliveryAdmin(admin.ModelAdmin):
    list_display = ("receiver", "issue", "due_on", "sent_on")
    list_filter = ("receiver",)
    list_select_related = ("issue__journal",)
    autocomplete_fields = ("issue",)
