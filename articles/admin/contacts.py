"""The contacts of a journal, and the databases that index it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.models.roles import Action

from .ordered_lists import OrderedListMixin
from .permissions import JournalPermissionsMixin
from .trilingual import NamedForm, TrilingualAdmin, trio
from .uploaded_pictures import logo, made_picture


class ContactsAdmin(JournalPermissionsMixin, TrilingualAdmin):
    change_action = Action.MANAGE
    list_display = ("journal", "phones", "email")
    list_select_related = ("journal",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "journal",
                    trio("address"),
                    trio("hours"),
                    ("phones", "email"),
                    "map_url",
                ),
                "description": _(
                    "The page “Contacts” also shows the people of the editorial board who have "
                    "“What to write to this person about” filled in."
                ),
            },
        ),
    )


class IndexingDatabaseForm(NamedForm):
    named_by = "name"

    def clean_logo(self) -> Any:
        return made_picture(self, "logo", logo)


class IndexingDatabaseAdmin(OrderedListMixin, JournalPermissionsMixin, TrilingualAdmin):
    form = IndexingDatabaseForm
    change_action = Action.MANAGE
    list_display = ("__str__", "url", "journal", "order")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    search_fields = (*trio("name"), "url")
    fieldsets = ((None, {"fields": (("journal", "order"), trio("name"), ("url", "logo"))}),)
