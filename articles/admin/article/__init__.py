"""Articles in the admin: their list, the article form and the other pages of one article."""

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
from articles.search.editors_search import matching_articles

from ..crossref import crossref_page
from ..history.page import history_page
from ..notices import notice_page
from ..permissions import ArticlePermissionsMixin
from ..proofs import proof_page, proof_pdf_page
from ..trilingual import TrilingualAdmin
from . import (
    autocomplete,
    body_page,
    completeness_panel,
    conflict_page,
    draft_downloads,
    edit_page,
    epub_page,
    notes_page,
    papers_page,
    pasted_references,
    pdf_page,
    preflight_page,
    presence,
    publish_page,
    related_articles,
)
from .author_block.panel import author_block_view
from .bulk import pages as bulk_pages
from .changelist import columns, filters
from .changelist.finding_counts import finding_counts_view
from .thumbnail import thumbnail_view

Page = Callable[..., HttpResponseBase]

# Route, view and the last part of the URL's name: "admin:articles_article_…".
PAGES: tuple[tuple[str, Page, str], ...] = (
    ("add/", edit_page.edit_view, "add"),
    ("<int:pk>/change/", edit_page.edit_view, "change"),
    ("<int:pk>/body/", body_page.body_view, "body"),
    ("<int:pk>/conflict/", conflict_page.resolve_view, "conflict"),
    ("<int:pk>/live/", completeness_panel.completeness_view, "live"),
    ("live/", completeness_panel.completeness_view, "live_new"),
    ("people/", autocomplete.people_view, "people"),
    ("organisations/", autocomplete.organisations_view, "organisations"),
    ("related/", related_articles.related_articles_view, "related"),
    ("author-block/", author_block_view, "author_block"),
    ("split/", pasted_references.split_references_view, "split"),
    ("finding-counts/", finding_counts_view, "finding_counts"),
    ("preflight/", preflight_page.preflight_view, "preflight_new"),
    ("<int:pk>/preflight/", preflight_page.preflight_view, "preflight"),
    ("<int:pk>/publish/", publish_page.publish_view, "publish"),
    ("<int:pk>/files/<int:galley>/", draft_downloads.draft_file_view, "file"),
    ("<int:pk>/thumbnail.png", thumbnail_view, "thumbnail"),
    ("<int:pk>/export/<slug:kind>/", draft_downloads.draft_export_view, "export"),
    ("<int:pk>/crossref/", crossref_page, "crossref"),
    ("<int:pk>/proof/", proof_page, "proof"),
    ("<int:pk>/proof.pdf", proof_pdf_page, "proof_pdf"),
    ("<int:pk>/pdf/", pdf_page.pdf_view, "pdf"),
    ("<int:pk>/article.pdf", pdf_page.pdf_file_view, "pdf_file"),
    ("<int:pk>/epub/", epub_page.epub_view, "epub"),
    ("<int:pk>/article.epub", epub_page.epub_file_view, "epub_file"),
    ("<int:pk>/papers/", papers_page.papers_view, "papers"),
    ("<int:pk>/certificate.pdf", papers_page.certificate_view, "certificate"),
    ("<int:pk>/reprint.pdf", papers_page.reprint_view, "reprint"),
    ("<int:pk>/notice/", notice_page, "notice"),
    ("<int:pk>/history/", history_page, "history"),
    ("<int:pk>/notes/", notes_page.notes_page, "notes"),
    ("<int:pk>/presence/", presence.presence_view, "presence"),
    ("bulk/<slug:name>/", bulk_pages.bulk_view, "bulk"),
)


class ArticleAdmin(ArticlePermissionsMixin, TrilingualAdmin):
    list_display = (
        columns.title, columns.issue, columns.status, columns.languages, columns.findings,
        columns.saved,
    )  # fmt: skip
    list_filter = (
        filters.TurnFilter, "status", "journal", filters.IssueFilter, filters.MissingFilter,
        "type", "deposit_state",
    )  # fmt: skip
    list_select_related = ("journal", "issue__journal")
    list_per_page = columns.ROWS_PER_PAGE
    show_full_result_count = False  # one query less
    search_fields = ("title_kk",)  # only shows the search box: see get_search_results
    search_help_text = _("Words of titles, abstracts, keywords and references, names, DOI or ORCID")
    ordering = ("-saved_at",)
    actions = bulk_pages.ACTIONS

    class Media:
        css = {"all": ["articles/article_form.css"]}
        js = [
            Script("articles/article_form.js", defer=True),
            Script("articles/article_autocomplete.js", defer=True),
            Script("articles/article_files.js", defer=True),
            Script("articles/presence.js", defer=True),
        ]

    def get_changelist(self, request: HttpRequest, **named: Any) -> type[columns.ArticleList]:
        return columns.ArticleList

    def get_urls(self) -> list[URLPattern]:
        """Adds the pages of `PAGES`; they come first, so "add" and "change" replace Django's."""
        urls = [
            path(route, self.page(view), name=f"articles_article_{name}")
            for route, view, name in PAGES
        ]
        return [*urls, *super().get_urls()]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        """The search of the public site, over drafts too."""
        return matching_articles(queryset, search_term), False

    def page(self, view: Page) -> Page:
        """The view for signed-in editors only; it gets this admin as its first argument."""
        wrapped: Page = self.admin_site.admin_view(partial(view, self))
        return wrapped

    # The history of an article is its revisions: Django's own log is not written.

    def log_addition(self, *arguments: Any) -> None:  # type: ignore[override]
        pass

    def log_change(self, *arguments: Any) -> None:  # type: ignore[override]
        pass
