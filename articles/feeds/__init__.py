"""Atom feeds of the newest articles of a journal, in the language of the address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
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

from articles.models import Article, Journal
from articles.page_cache import cached_page
from articles.queries.public_state import journal_state
from articles.queries.record_facts import text_of
from articles.queries.released_records import released_records
from articles.records.languages import LANGUAGES, Language, prefer
from articles.records.markup import flat
from articles.records.names import initials_first
from articles.records.record import Record
from articles.records.urls import doi_url, page_url

ENTRIES = 30


@require_safe
@cached_page(journal_state)
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
    for record, changed_at in latest(journal):
        add_entry(feed, record, changed_at, language)
    return feed


def latest(journal: Journal) -> list[tuple[Record, datetime]]:
    """The newest articles by date of publication, each with the moment of its release."""
    rows = Article.objects.readable().filter(
        journal=journal, listing__published_on__lte=timezone.localdate()
    )
    newest = rows.order_by("-listing__published_on", "-pk")
    moments = dict(newest.values_list("pk", "listing__changed_at")[:ENTRIES])
    records = {record.id: record for record in released_records(rows.filter(pk__in=moments))}
    return [(records[key], moment) for key, moment in moments.items()]


def add_entry(feed: Atom1Feed, record: Record, changed_at: datetime, language: Language) -> None:
    day = record.published_on
    abstract = flat(prefer(record.abstract, language, record.language))
    feed.add_item(
        title=flat(prefer(record.title, language, record.language)),
        link=page_url(record, language),
        unique_id=doi_url(record.doi) if record.doi else page_url(record, record.language),
        description=escape(abstract),  # a summary is HTML
        author_names=list(filter(None, people(record, language))),
        pubdate=datetime.combine(day, time(), UTC) if day else None,
        updateddate=changed_at,
        categories=record.keywords.get(language, ()),
    )


def people(record: Record, language: Language) -> Iterator[str]:
    for author in record.authors:
        name = author.names.get(language) or author.names.get(record.language)
        yield initials_first(name) if name else prefer(author.collective, language, record.language)
