"""A sheet as an editor opens it: on the version begun from, with what is theirs to write."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from articles.models import Article, Journal, Revision
from articles.models.roles import Action, languages_of, may
from articles.records.record import Record

from .sheet import Sheet


def opened(
    request: HttpRequest, journal: Journal, article: Article | None, data: Any = None
) -> Sheet:
    """On the version that the editor began from; a version that is unknown is the latest."""
    base = base_record(article, data) if article else None
    files = request.FILES if data is not None else None
    own = own_languages(request, article)
    return Sheet(journal, article, base, data, files, own, owner_of(request, journal, article))


def owner_of(request: HttpRequest, journal: Journal, article: Article | None) -> str:
    """Of files chosen in a form: this editor, for this article alone."""
    about = f"article {article.pk}" if article else f"new in {journal.pk}"
    return f"editor {request.user.pk}, {about}"


def base_record(article: Article, data: Any) -> Record:
    asked = str(data.get("base_version", "")) if data is not None else ""
    wanted = {article.version, int(asked) if asked.isdigit() else article.version}
    rows = Revision.objects.filter(article=article, version__in=wanted).order_by("version")
    return rows[0].record


def own_languages(request: HttpRequest, article: Article | None) -> set[str] | None:
    """None for who may edit everything; a translator's languages for a translator."""
    user: Any = request.user
    if article is None or may(user, Action.EDIT, article):
        return None
    return languages_of(user, article.journal_id)
