"""Entries for reference managers: one for each article, in the language that is asked for.

A manager keeps one title and one form of each name, and counts each entry as a work of its own.
So an article is one entry; `all` gives one for each language in which it has a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports.characters import check_characters
from articles.exports.checks import check_form_of_doi
from articles.exports.format import EntryLanguage
from articles.records.findings import Finding, Level
from articles.records.identifiers import doi_url
from articles.records.imprint import year_of
from articles.records.languages import Language, Text, prefer, preferred_language
from articles.records.markup import plain
from articles.records.names import Name
from articles.records.record import Record
from articles.records.romanization import romanize

NO_LETTER = re.compile("[^a-z0-9]+")


def entry_languages(record: Record, asked: EntryLanguage = "") -> list[Language]:
    """Return the language of the entry, or all languages with a title for `all`, own first.

    An article without a title in the language that is asked for is given in its own, or in the
    first that has a title. Empty only for an article without any title.
    """
    titled = [code for code, title in record.title.items() if plain(title).strip()]
    if asked == "all":
        return sorted(titled, key=lambda code: code != record.language)
    chosen = preferred_language(titled, asked or record.language, record.language)
    return [chosen] if chosen else []


def entry_key(record: Record, language: Language) -> str:
    """Return `yesserkepova2024-17-kk`: plain Latin letters, the same every time."""
    year, number = year_of(record) or "", f"-{record.id}" if record.id else ""
    return f"{_family_key(record) or 'article'}{year}{number}-{language}"


def people(record: Record, language: Language) -> list[Name | str]:
    """Return the byline in a language: a Name for a person, a text for an organisation."""
    byline: list[Name | str] = []
    for author in record.authors:
        if author.kind == "organisation":
            byline.append(prefer(author.collective, language, record.language))
        elif code := preferred_language(_named(author.names), language, record.language):
            byline.append(author.names[code])
    return [author for author in byline if author]


def journal_text(record: Record, name: str, language: Language) -> str:
    """Return the journal's `name`, `publisher` or `city` in this language or the article's."""
    text: Text = getattr(record.journal, name) if record.journal else {}
    return prefer(text, language, record.language)


def issns(record: Record) -> list[str]:
    """Return the ISSNs that the journal has, print first."""
    journal = record.journal
    return [issn for issn in (journal.issn_print, journal.issn_online) if issn] if journal else []


def doi_address(record: Record) -> str:
    """Return the DOI as an address, or ''."""
    return doi_url(record.doi) if record.doi else ""


def check_entries(record: Record) -> Iterator[Finding]:
    """Find what an entry needs: a title in any language; a DOI, if there is one, that is one."""
    yield from check_characters(record)
    yield from check_form_of_doi(record, "entries")
    if not entry_languages(record):
        yield Finding(
            Level.BLOCKS,
            "title",
            None,
            _("The article has no title in any language."),
            _("Enter the title in the language of the article."),
            rule="entries",
            check="check_entries",
        )


def _family_key(record: Record) -> str:
    for person in people(record, "en")[:1]:
        family = person if isinstance(person, str) else person.family
        latin = romanize(romanize(family, "kk", "passport"), "ru", "passport")
        return NO_LETTER.sub("", latin.lower())[:40]
    return ""


def _named(names: dict[Language, Name]) -> list[Language]:
    return [code for code, name in names.items() if name.family or name.given]
