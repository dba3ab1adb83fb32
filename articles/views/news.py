"""News and calls of a journal: the list, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.exports.schema_org import news_article
from articles.models import Journal, News
from articles.page_cache import cached_page
from articles.queries.news import news_around, news_on_page
from articles.queries.public_state import by_day, journal_state
from articles.queries.record_facts import text_of
from articles.records.body import flat_body
from articles.records.html import body_html, script_json
from articles.records.languages import Language, Text, prefer, preferred_language
from articles.records.markup import plain

from .article.head_tags import Description, description
from .issues import journal_or_404
from .language_names import no_translation_notice, reader_language
from .page_layout import Pagination, render_page
from .pictures import picture_address
from .request_parameters import page_number


class NewsItem(NamedTuple):
    """A piece of news in a list, or a link to it."""

    url: str
    title: Text
    is_call: bool
    published_on: date
    expires_on: date | None
    is_over: bool
    summary: Description | None  # the beginning of its text
    picture_url: str


@require_safe
@cached_page(by_day(journal_state))
def news_list(request: HttpRequest, journal: str) -> HttpResponse:
    journal_row, number = journal_or_404(journal), page_number(request)
    rows, has_more = news_on_page(journal_row, number)
    if number > 1 and not rows:
        raise Http404
    context = {
        "news": news_items(rows, journal, reader_language()),
        "pagination": Pagination(
            number,
            f"{request.path}?page={number - 1}" if number > 1 else "",
            f"{request.path}?page={number + 1}" if has_more else "",
        ),
    }
    return render_page(request, "news_list", context, journal_row)


@require_safe
@cached_page(by_day(journal_state))
def news_detail(request: HttpRequest, journal: str, slug: str) -> HttpResponse:
    """Title and text in the language of the page, else in the first that the text has."""
    journal_row, reader = journal_or_404(journal), reader_language()
    row = get_object_or_404(News.objects.public(), journal=journal_row, slug=slug)
    title, texts = text_of(row, "title"), text_of(row, "text")
    language = preferred_language(texts or title, reader) or reader
    context = {
        "item": news_item(row, journal, reader),
        "title": title,
        "plain_title": plain(prefer(title, reader, language)),
        "language": language,
        "text": body_html(texts.get(language, "")),
        "no_translation": no_translation_notice(reader) if language != reader else "",
        "picture": absolute_picture(row),
        "json_ld": json_ld(row, journal_row, language),
        **neighbours(row, journal, reader),
    }
    return render_page(request, "news", context, journal_row)


def neighbours(row: News, journal_slug: str, reader: Language) -> dict[str, NewsItem | None]:
    older, newer = news_around(row)
    return {
        "older": news_item(older, journal_slug, reader, with_summary=False) if older else None,
        "newer": news_item(newer, journal_slug, reader, with_summary=False) if newer else None,
    }


def absolute_picture(row: News) -> str:
    """The address of its picture; '' without one."""
    address = picture_address(row.picture.name)
    return f"{settings.SITE_URL}{address}" if address else ""


def json_ld(row: News, journal: Journal, language: Language) -> str:
    return script_json(
        news_article.script(
            address=f"{settings.SITE_URL}/{language}/{journal.slug}/news/{row.slug}/",
            language=language,
            title=text_of(row, "title"),
            text=text_of(row, "text"),
            published_on=row.published_on,
            changed_at=row.changed_at,
            journal_name=text_of(journal, "name"),
            picture=absolute_picture(row),
        )
    )


def news_items(rows: Iterable[News], journal_slug: str, reader: Language) -> list[NewsItem]:
    return [news_item(row, journal_slug, reader) for row in rows]


def news_item(
    row: News, journal_slug: str, reader: Language, *, with_summary: bool = True
) -> NewsItem:
    return NewsItem(
        url=reverse("news_detail", kwargs={"journal": journal_slug, "slug": row.slug}),
        title=text_of(row, "title"),
        is_call=row.kind == News.Kind.CALL,
        published_on=row.published_on,
        expires_on=row.expires_on,
        is_over=row.is_over(timezone.localdate()),
        summary=summary_of(row, reader) if with_summary else None,
        picture_url=picture_address(row.picture.name),
    )


def summary_of(row: News, reader: Language) -> Description | None:
    texts = text_of(row, "text")
    language = preferred_language(texts, reader)
    return description({language: flat_body(texts[language])}, language) if language else None
