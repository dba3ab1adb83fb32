"""Columns of the list of articles: in which languages each stands."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.queries.editor_tasks import BRIEF
from articles.records.languages import LANGUAGES


@admin.display(description=_("Title"), ordering="title_kk")
def title(article: Article) -> Any:
    """With the journal and the DOI below, so that the list fits beside its filters."""
    below = " · ".join(filter(None, (str(article.journal), article.doi)))
    return format_html("{} <small>{}</small>", str(article), below)


@admin.display(description=_("Status"), ordering="status")
def status(article: Article) -> Any:
    """With what Crossref knows of it below."""
    if article.deposit_state == Article.DepositState.NONE:
        return article.get_status_display()
    below = f"Crossref: {article.get_deposit_state_display()}"
    return format_html("{} <small>{}</small>", article.get_status_display(), below)


@admin.display(description=_("Issue"), ordering="issue")
def issue(article: Article) -> str:
    return f"{article.issue.year}, {article.issue.label}" if article.issue else "–"


@admin.display(description=_("saved"), ordering="saved_at")
def saved(article: Article) -> str:
    return str(date_format(localtime(article.saved_at), "SHORT_DATETIME_FORMAT"))


@admin.display(description=_("Languages"))
def languages(article: Article) -> Any:
    """A language that lacks its title or abstract is marked."""
    marks = ((code, "ok" if has(article, code) else "bad") for code in LANGUAGES)
    chips = format_html_join("", '<span class="chip {1}">{0}</span>', marks)
    return format_html('<span class="chips">{}</span>', chips)


def has(article: Article, code: str) -> bool:
    title, abstract = (getattr(article, f"{name}_{code}") for name in ("title", "abstract"))
    return bool(title and (abstract or article.type in BRIEF))
