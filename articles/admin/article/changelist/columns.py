"""Columns of the list of articles. Their names are also the CSS classes of the table's cells."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.queries.editor_tasks import BRIEF
from articles.records.languages import LANGUAGES

TEMPLATES = "admin/articles/article/columns"
ROWS_PER_PAGE = 25


class ArticleList(ChangeList):
    """Leaves the full texts, of which no column shows anything, in the database."""

    def get_queryset(
        self, request: HttpRequest, *arguments: Any, **named: Any
    ) -> QuerySet[Article]:
        rows: QuerySet[Article] = super().get_queryset(request, *arguments, **named)
        return rows.defer("body")


@admin.display(description=_("Title"), ordering="title_kk")
def title(article: Article) -> SafeString:
    """The title with the journal and the DOI below, so that the table fits beside its filters."""
    below = " · ".join(filter(None, (str(article.journal), article.doi)))
    return two_lines(str(article), below, article.title_language)


@admin.display(description=_("Issue"), ordering="issue")
def issue(article: Article) -> str:
    return f"{article.issue.year}, {article.issue.label}" if article.issue else "–"


@admin.display(description=_("Status"), ordering="status")
def status(article: Article) -> str:
    """The status with the state at Crossref below."""
    if article.deposit_state == Article.DepositState.NONE:
        return article.get_status_display()
    below = f"Crossref: {article.get_deposit_state_display()}"
    return two_lines(article.get_status_display(), below)


def two_lines(text: str, below: str, language: str = "") -> SafeString:
    """`language` is that of the text, if it is not the interface's."""
    context = {"text": text, "below": below, "language": language}
    return render_to_string(f"{TEMPLATES}/two_lines.html", context)


@admin.display(description=_("Languages"))
def languages(article: Article) -> SafeString:
    """Marks each language in which the title or the abstract is missing."""
    marks = [(code, "ok" if is_complete(article, code) else "bad") for code in LANGUAGES]
    return render_to_string(f"{TEMPLATES}/languages.html", {"marks": marks})


def is_complete(article: Article, code: str) -> bool:
    """Title and abstract; articles of some types need no abstract."""
    title, abstract = (getattr(article, f"{name}_{code}") for name in ("title", "abstract"))
    return bool(title and (abstract or article.type in BRIEF))


@admin.display(description=_("Check results"))
def findings(article: Article) -> SafeString:
    """A link to the check of the article; `article_list.js` writes the number of findings on it."""
    return render_to_string(f"{TEMPLATES}/findings.html", {"article": article})


@admin.display(description=_("saved"), ordering="saved_at")
def saved(article: Article) -> str:
    return str(date_format(localtime(article.saved_at), "SHORT_DATETIME_FORMAT"))
