"""Articles in the admin: the list, and the pages of the desk on which one is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.search.drafts import found_among

from ..crossref import crossref_page
from ..history.page import history_page
from ..notices import notice_page
from ..permissions import ArticleScope
from ..proofs import pdf_page, proof_page
from ..trilingual import TrilingualAdmin
from . import (
    bulk,
    change,
    columns,
    conflict,
    drafts,
    filters,
    kept,
    live,
    paste,
    preflight,
    publishing,
    related,
    suggest,
)
from .inspected import ROWS, InspectedList, findings

Page = Callable[..., HttpResponseBase]


class ArticleAdmin(ArticleScope, TrilingualAdmin):
    list_display = (
        columns.title, columns.issue, columns.status, columns.languages, findings, columns.saved,
    )  # fmt: skip
    list_filter = (
        filters.TurnFilter, "status", "journal", filters.IssueFilter, filters.MissingFilter,
        "type", "deposit_state",
    )  # fmt: skip
    list_select_related = ("journal", "issue__journal")
    list_per_page = ROWS
    search_fields = ("title_kk",)  # shows the field; get_search_results looks
    search_help_text = _("Words of titles, abstracts, keywords and references, names, DOI or ORCID")
    ordering = ("-saved_at",)
    actions = bulk.ACTIONS

    class Media:
        css = {"all": ["articles/desk.css"]}
        js = [Script("articles/desk.js", defer=True), Script("articles/keep.js", defer=True)]

    def get_changelist(self, request: HttpRequest, **named: Any) -> type[InspectedList]:
        return InspectedList

    def get_urls(self) -> list[URLPattern]:
        """The desk's own pages stand before the stock ones, which they replace."""
        name = "articles_article_{}".format
        return [
            path("add/", kept.kept(self.page(change.change_page)), name=name("add")),
            path("<int:pk>/change/", kept.kept(self.page(change.change_page)), name=name("change")),
            path("<int:pk>/conflict/", self.page(conflict.resolve_page), name=name("conflict")),
            path("<int:pk>/live/", self.page(live.live_page), name=name("live")),
            path("live/", self.page(live.live_page), name=name("live_new")),
            path("people/", self.page(suggest.people_page), name=name("people")),
            path(
                "organisations/",
                self.page(suggest.organisations_page),
                name=name("organisations"),
            ),
            path("related/", self.page(related.related_page), name=name("related")),
            path("split/", self.page(paste.split_page), name=name("split")),
            path("preflight/", self.page(preflight.preflight_view), name=name("preflight_new")),
            path(
                "<int:pk>/preflight/", self.page(preflight.preflight_view), name=name("preflight")
            ),
            path("<int:pk>/publish/", self.page(publishing.publish_view), name=name("publish")),
            path("<int:pk>/files/<int:galley>/", self.page(drafts.draft_file), name=name("file")),
            path(
                "<int:pk>/export/<slug:kind>/", self.page(drafts.draft_export), name=name("export")
            ),
            path("<int:pk>/crossref/", self.page(crossref_page), name=name("crossref")),
            path("<int:pk>/proof/", self.page(proof_page), name=name("proof")),
            path("<int:pk>/proof.pdf", self.page(pdf_page), name=name("proof_pdf")),
            path("<int:pk>/notice/", self.page(notice_page), name=name("notice")),
            path("<int:pk>/history/", self.page(history_page), name=name("history")),
            *super().get_urls(),
        ]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        """As readers search, over drafts too."""
        return found_among(queryset, search_term), False

    def page(self, view: Page) -> Page:
        """For signed-in editors alone; the view is given the admin first."""
        wrapped: Page = self.admin_site.admin_view(partial(view, self))
        return wrapped

    # Revisions are the history; nothing is written beside them.

    def log_addition(self, *arguments: Any) -> None:  # type: ignore[override]
        pass

    def log_change(self, *arguments: Any) -> None:  # type: ignore[override]
        pass
