"""Atom feeds of the newest articles and news of a journal, in the language of the address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import partial
from operator import itemgetter
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles.exports.reference_managers import people
from articles.models import Article, Journal, News
from articles.page_cache import cached_page
from articles.queries.news import newest_news
from articles.queries.public_state import by_day, journal_state
from articles.queries.record_facts import text_of
from articles.queries.released_records import released_records
from articles.records.html import body_html
from articles.records.languages import LANGUAGES, Language, prefer
from articles.records.markup import flat
from articles.records.names import Name, initials_first
from articles.records.notices import with_marked_title
from articles.records.record import Record
from articles.records.urls import doi_url, page_url

ENTRIES = 30
AddEntry = Callable[[Atom1Feed, Language], None]


@require_safe
@cached_page(by_day(journal_state))
def journal_feed(request: HttpRequest, journal: str) -> HttpResponse:
    row = get_object_or_404(Journal, slug=journal)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed_of(row, reader_language()).write(response, "utf-8")
    return response


def reader_language() -> Language:
    return next((code for code in LANGUAGES if code == get_language()), LANGUAGES[0])


class ArticleFeed(Atom1Feed):
    """Atom with an `author` for each author, where Django has one for all of them."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        for name in item["author_names"]:
            handler.startElement("author", AttributesImpl({}))
            handler.addQuickElement("name", name)
            handler.endElement("author")
        summary = item["description"] or None  # none rather than an empty one
        super().add_item_elements(handler, {**item, "description": summary})


def feed_of(journal: Journal, language: Language) -> Atom1Feed:
    home = f"{settings.SITE_URL}/{language}/{journal.slug}/"
    name = prefer(text_of(journal, "name"), language)
    feed = ArticleFeed(
        title=name,
        author_name=name,  # of articles that have no author (RFC 4287, 4.1.1)
        link=home,
        feed_url=f"{home}feed/",
        description=prefer(text_of(journal, "tagline"), language),
        language=language,
        feed_copyright=journal.licence or None,
    )
    for add in newest_entries(journal):
        add(feed, language)
    return feed


def newest_entries(journal: Journal) -> list[AddEntry]:
    """What adds each of the newest articles and news to a feed, by their days."""
    articles = [
        (record.published_on or date.min, partial(add_article, record=record, changed_at=at))
        for record, at in latest(journal)
    ]
    news = [
        (row.published_on, partial(add_news, journal=journal, row=row))
        for row in newest_news(journal, ENTRIES)
    ]
    newest = sorted([*news, *articles], key=itemgetter(0), reverse=True)[:ENTRIES]
    return [add for _day, add in newest]


def latest(journal: Journal) -> list[tuple[Record, datetime]]:
    """The newest articles by date of publication, each with the moment of its release."""
    listings = journal.listings.readable().filter(published_on__lte=timezone.localdate())
    newest = listings.order_by("-published_on", "-pk")
    moments = dict(newest.values_list("pk", "changed_at")[:ENTRIES])
    articles = Article.objects.filter(pk__in=moments)
    records = {record.id: record for record in released_records(articles)}
    return [(records[key], moment) for key, moment in moments.items()]


def add_article(
    feed: Atom1Feed, language: Language, *, record: Record, changed_at: datetime
) -> None:
    record, day = with_marked_title(record), record.published_on
    abstract = flat(prefer(record.abstract, language, record.language))
    feed.add_item(
        title=flat(prefer(record.title, language, record.language)),
        link=page_url(record, language),
        unique_id=doi_url(record.doi) if record.doi else page_url(record, record.language),
        description=escape(abstract),  # a summary is HTML
        author_names=[
            initials_first(author) if isinstance(author, Name) else author
            for author in people(record, language)
        ],
        pubdate=datetime.combine(day, time(), UTC) if day else None,
        updateddate=changed_at,
        categories=[flat(term) for term in record.keywords.get(language, ())],
    )


def add_news(feed: Atom1Feed, language: Language, *, journal: Journal, row: News) -> None:
    texts = text_of(row, "text")
    home = f"{settings.SITE_URL}/{{}}/{journal.slug}/news/{row.slug}/"
    day = datetime.combine(row.published_on, time(), UTC)
    feed.add_item(
        title=flat(prefer(text_of(row, "title"), language)),
        link=home.format(language),
        unique_id=home.format(LANGUAGES[0]),
        description=body_html(prefer(texts, language)),
        author_names=(),
        pubdate=day,
        updateddate=max(row.changed_at, day),
        categories=(row.get_kind_display(),),
    )
