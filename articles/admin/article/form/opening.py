"""A sheet as an editor opens it: on the version begun from, with what is theirs to write."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from articles.admin.numbers import parse_number
from articles.models import Article, Journal, Revision
from articles.records.record import Record

from ..permissions import writer_of
from .article_form import Sheet


def opened(
    request: HttpRequest, journal: Journal, article: Article | None, data: Any = None
) -> Sheet:
    """On the version that the editor began from; a version that is unknown is the latest."""
    base = base_record(article, data) if article else None
    files = request.FILES if data is not None else None
    return Sheet(journal, article, base, data, files, writer_of(request, journal, article))


def base_record(article: Article, data: Any) -> Record:
    asked = str(data.get("base_version", "")) if data is not None else ""
    wanted = {article.version, parse_number(asked, article.version)}
    rows = Revision.objects.filter(article=article, version__in=wanted).order_by("version")
    return rows[0].record
