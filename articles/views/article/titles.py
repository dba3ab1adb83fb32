"""The titles of an article: in the heading, beneath it, and whether one is missing."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.records.html import soft_markup
from articles.records.languages import Language, prefer, preferred_language
from articles.records.markup import flat
from articles.records.notices import with_marked_title
from articles.records.record import Record

from ..language_names import in_language, language_name, no_translation_notice
from ..page_layout import LanguageLink


class Titles(NamedTuple):
    plain: str  # without markup, marked if retracted; "Untitled" for an article without a title
    others: list[OtherTitle]
    versions: list[LanguageLink]  # the page in the other languages that have a title
    notice: TranslationNotice | None


class OtherTitle(NamedTuple):
    language: Language
    label: str  # `In Kazakh`
    title: SafeString


class TranslationNotice(NamedTuple):
    """That the article has no title in the language of the page."""

    heading: str
    title_language: str
    versions: list[LanguageLink]  # pages in the languages that it has


def titles(record: Record, reader: Language, versions: list[LanguageLink]) -> Titles:
    """`versions`: the page in each of the three languages."""
    return Titles(
        plain_title(record, reader),
        other_titles(record, reader),
        [link for link in versions if link.code in record.title and not link.is_current],
        translation_notice(record, reader, versions),
    )


def plain_title(record: Record, reader: Language) -> str:
    """The title without markup, with its mark of a retraction: in previews it stands alone."""
    marked = with_marked_title(record)
    return flat(prefer(marked.title, reader, record.language)) or _("Untitled")


def other_titles(record: Record, reader: Language) -> list[OtherTitle]:
    heading_language = preferred_language(record.title, reader, record.language)
    return [
        OtherTitle(code, in_language(code), soft_markup(title, code))
        for code, title in record.title.items()
        if code != heading_language
    ]


def translation_notice(
    record: Record, reader: Language, versions: list[LanguageLink]
) -> TranslationNotice | None:
    language = preferred_language(record.title, reader, record.language)
    if language is None or language == reader:
        return None
    return TranslationNotice(
        heading=no_translation_notice(reader),
        title_language=language_name(language),
        versions=[version for version in versions if version.code in record.title],
    )
