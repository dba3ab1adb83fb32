"""A piece of a journal's news as schema.org's NewsArticle."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from articles.exports.schema_org.values import named_thing, without_empty
from articles.records.body import flat_body
from articles.records.languages import Language, Text, prefer
from articles.records.markup import flat

CONTEXT = "https://schema.org"


def script(
    *,
    address: str,
    language: Language,
    title: Text,
    text: Text,
    published_on: date,
    changed_at: datetime,
    journal_name: Text,
    picture: str = "",
) -> str:
    """Return the JSON; `address` is that of the page in the language that the text is in.

    `picture` is an absolute address, or ''.
    """
    values = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": flat(prefer(title, language)),
        "inLanguage": language,
        "datePublished": published_on.isoformat(),
        "dateModified": changed_at.isoformat(timespec="seconds"),
        "articleBody": flat_body(text.get(language, "")),
        "image": picture,
        "publisher": named_thing("Periodical", journal_name),
    }
    return msgspec.json.encode(without_empty(values)).decode()
