"""The pages and the news of a journal: their forms, and the editor of their text."""

from __future__ import annotations

from typing import Any, ClassVar

from django.forms import Script
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import News, Page

from ..trilingual import NamedForm, trio
from ..uploaded_pictures import figure, made_picture
from .texts import TextAdmin, TextForm


class PageForm(TextForm):
    class Meta:
        model = Page
        fields = ("journal", "slug", "order", *trio("title"), *trio("text"))


class PageAdmin(TextAdmin):
    form = PageForm
    text_title = _("Text of the page")
    list_display = ("__str__", "journal", "slug", "order")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    fieldsets = ((None, {"fields": (("journal", "slug", "order"), trio("title"), trio("text"))}),)


class NewsForm(NamedForm, TextForm):
    class Meta:
        model = News
        fields = (
            *("journal", "kind", "slug", "published_on", "expires_on", "is_pinned"),
            "picture",
            *trio("title"),
            *trio("text"),
        )

    def clean_picture(self) -> Any:
        return made_picture(self, "picture", figure)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if self.instance.pk and "journal" in self.fields:
            self.fields["journal"].disabled = True  # readers have its address


class NewsAdmin(TextAdmin):
    form = NewsForm
    text_title = _("Text of the news")
    list_display = ("__str__", "kind", "published_on", "expires_on", "is_pinned", "journal")
    list_filter = ("journal", "kind", "is_pinned")
    list_select_related = ("journal",)
    search_fields = ("slug", *trio("title"))
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("journal", "kind"),
                    trio("title"),
                    "slug",
                    ("published_on", "expires_on", "is_pinned"),
                    "picture",
                    trio("text"),
                )
            },
        ),
    )

    class Media:
        js: ClassVar = [Script("articles/slug.js", defer=True)]

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: News | None = None
    ) -> dict[str, Any]:
        """Fills the address from the title of what is new; an existing address never changes."""
        return {"slug": ("title_en",)} if obj is None else {}

    def get_view_on_site_url(self, obj: News | None = None) -> str | None:
        """None before its day: readers are answered that there is nothing."""
        return (self.public_address(obj) or None) if obj else None

    def public_address(self, row: Any) -> str:
        return super().public_address(row) if row.is_public else ""
