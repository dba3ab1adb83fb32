"""What the head of an article page tells crawlers and reference managers."""

from __future__ import annotations

from textwrap import shorten
from typing import NamedTuple

from django.utils.safestring import SafeString

from articles.exports import highwire, schema_org
from articles.records.html import script_json
from articles.records.languages import (
    CODES,
    LANGUAGES,
    Language,
    Text,
    prefer,
    preferred_language,
)
from articles.records.markup import flat
from articles.records.pictures import picture_url
from articles.records.record import Record

DESCRIPTION_LENGTH = 300  # characters; search engines show about half


class Description(NamedTuple):
    """The beginning of the abstract, for search engines and previews of links."""

    text: str
    language: Language


class HeadTags(NamedTuple):
    """The head tags, equal in all three languages, or a crawler would see three articles.

    Only the description and the locales are those of the page.
    """

    meta: list[tuple[str, str]]  # name, content
    json_ld: SafeString
    description: Description | None
    picture: str  # absolute address, or ''
    site_name: str
    locale: str  # of the page, as OpenGraph has it: `kk_KZ`
    other_locales: list[str]


def head_tags(record: Record, reader: Language, journal_name: Text) -> HeadTags:
    return HeadTags(
        meta=[*highwire.tags(record), *highwire.dublin_core(record)],
        json_ld=script_json(schema_org.script(record)),
        description=description(record.abstract, reader, record.language),
        picture=picture_url(record),
        site_name=flat(prefer(journal_name, reader)),
        locale=locale(reader),
        other_locales=[locale(code) for code in LANGUAGES if code != reader],
    )


def description(abstract: Text, *languages: Language) -> Description | None:
    """The abstract in the first of the languages that it has, without markup, cut at a word."""
    language = preferred_language(abstract, *languages)
    if language is None:
        return None
    plain = flat(abstract[language])
    # A word longer than all that is shown is cut: `shorten` would leave nothing of it.
    text = shorten(plain, DESCRIPTION_LENGTH, placeholder="…")
    return Description(text if text != "…" else plain[: DESCRIPTION_LENGTH - 1] + "…", language)


def locale(language: Language) -> str:
    return CODES[language].locale.replace("-", "_")
