"""Links around an article: its neighbours in the issue, similar articles, and how to share it."""

from __future__ import annotations

from typing import Literal, NamedTuple
from urllib.parse import quote, urlencode

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.records.html import markup, soft_markup
from articles.records.identifiers import doi_url
from articles.records.languages import Language, preferred_language
from articles.records.pages import pages_of
from articles.records.record import Record
from articles.records.summary import Summary
from articles.records.urls import page_url

from .. import labels
from .titles import plain_title


class ArticleLink(NamedTuple):
    url: str
    title: SafeString
    language: Language | Literal[""]  # of the title; '' for the language of the page
    pages: str


class ShareLinks(NamedTuple):
    mail: str
    telegram: str


def article_link(summary: Summary, reader: Language) -> ArticleLink:
    language = preferred_language(summary.title, reader, summary.language)
    title = summary.title[language] if language else ""
    return ArticleLink(
        url=f"/{reader}/articles/{summary.id}/",
        title=soft_markup(title, language) if language else markup(_("Untitled")),
        language="" if language in (None, reader) else language,
        pages=labels.page_range(pages_of(summary).listed("–")) or summary.article_number,
    )


def share_links(record: Record, reader: Language) -> ShareLinks:
    """The DOI's address, which never changes; the page's, where there is no DOI."""
    title = plain_title(record, reader)
    address = doi_url(record.doi) if record.doi else page_url(record, reader)
    letter = {"subject": title, "body": f"{title}\n{address}"}
    return ShareLinks(
        mail=f"mailto:?{urlencode(letter, quote_via=quote)}",
        telegram=f"https://t.me/share/url?{urlencode({'url': address, 'text': title})}",
    )
