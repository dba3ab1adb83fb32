"""The editorial board in the admin: groups, their members, and lists that are pasted."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles.models import BoardGroup, BoardMember, Journal
from articles.models.roles import Action

from ..country_field import CountryField
from ..ordered_lists import OrderedListMixin
from ..permissions import JournalPermissionsMixin
from ..trilingual import NamedForm, TrilingualAdmin, trio
from ..uploaded_pictures import made_picture, portrait
from .pasting import paste_page


class BoardGroupAdmin(OrderedListMixin, JournalPermissionsMixin, TrilingualAdmin):
    form = NamedForm
    change_action = Action.MANAGE
    change_form_template = "admin/articles/board/group.html"
    list_display = ("__str__", "member_total", "journal", "order")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    search_fields = trio("title")
    fieldsets = ((None, {"fields": (("journal", "order"), trio("title"), trio("note"))}),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[BoardGroup]:
        rows: QuerySet[BoardGroup] = super().get_queryset(request)
        return rows.annotate(member_total=Count("members"))

    @staticmethod
    @admin.display(description=_("members"))
    def member_total(group: Any) -> int:
        total: int = group.member_total
        return total

    def get_urls(self) -> list[URLPattern]:
        """Adds the page on which a list of people is pasted into a group."""
        view = self.admin_site.admin_view(partial(paste_page, self))
        name = "articles_boardgroup_paste"
        return [path("<int:pk>/paste/", view, name=name), *super().get_urls()]


class BoardMemberForm(forms.ModelForm):
    country = CountryField()

    def clean_picture(self) -> Any:
        return made_picture(self, "picture", portrait)


class BoardMemberAdmin(OrderedListMixin, JournalPermissionsMixin, TrilingualAdmin):
    form = BoardMemberForm
    journal_lookup = "group__journal"
    change_action = Action.MANAGE
    change_form_template = "admin/articles/board/member.html"
    list_display = ("__str__", "group", "journal", "order", "orcid")
    list_filter = ("group__journal",)  # not by group: another journal's groups are not shown
    list_select_related = ("group__journal", "person")
    list_per_page = 300
    search_fields = (*trio("name"), *trio("affiliation"), "orcid")
    autocomplete_fields = ("person",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("group", "order", "person"),
                    trio("name"),
                    trio("degree"),
                    trio("post"),
                    trio("affiliation"),
                    trio("city"),
                    ("country", "orcid", "email"),
                    "picture",
                    trio("duties"),
                )
            },
        ),
    )

    @staticmethod
    @admin.display(description=_("journal"), ordering="group__journal")
    def journal(member: BoardMember) -> Journal:
        return member.group.journal
