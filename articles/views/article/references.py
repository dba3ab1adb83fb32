"""The reference list as printed and romanized, and how to cite the article itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.safestring import SafeString

from articles.citations import STYLES, Style, citation_language
from articles.records.full_text import Mention
from articles.records.html import markup, unbroken
from articles.records.identifiers import doi_url
from articles.records.languages import Language
from articles.records.markup import copied
from articles.records.record import Record, Reference
from articles.records.reference_languages import printed_language, romanized_language
from articles.records.urls import web_address


class Citation(NamedTuple):
    """The article cited in one style."""

    name: str
    label: str
    text: SafeString
    copied: str  # plain, for the button that copies it
    language: Language  # the article's, if it has no title in the reader's


class CitationList(NamedTuple):
    of_language: list[Citation]  # in the styles that readers of the page's language use
    others: list[Citation]


class ReferenceInList(NamedTuple):
    language: str
    text: str
    romanized: str  # '' where the text itself is all that there is
    romanized_language: str
    doi_url: str  # where the text does not print it
    url: str  # likewise, where there is no DOI to add
    mentions: list[Mention]  # in the full text


class ReferenceList(NamedTuple):
    items: list[ReferenceInList]
    has_romanized: bool  # a second list in Latin script


def citations(record: Record, reader: Language) -> CitationList:
    own = [style for style in STYLES.values() if reader in style.languages]
    others = [style for style in STYLES.values() if reader not in style.languages]
    return CitationList(
        [citation(record, style, reader) for style in own],
        [citation(record, style, reader) for style in others],
    )


def citation(record: Record, style: Style, reader: Language) -> Citation:
    text = style.write(record, reader)
    return Citation(
        name=style.name,
        label=style_label(style.label, reader),
        text=unbroken(markup(text)),
        copied=copied(text),
        language=citation_language(record, reader),
    )


def style_label(label: str, reader: Language) -> str:
    """The name of the standard in the alphabet of the page."""
    return label if reader == "en" else label.replace("GOST R", "ГОСТ Р").replace("GOST", "ГОСТ")


def reference_list(record: Record, mentions: Mapping[int, list[Mention]]) -> ReferenceList:
    items = [
        reference_in_list(reference, mentions.get(number, []))
        for number, reference in enumerate(record.references, 1)
    ]
    return ReferenceList(items, any(item.romanized for item in items))


def reference_in_list(reference: Reference, mentions: list[Mention]) -> ReferenceInList:
    printed = f"{reference.text} {reference.romanized}"
    address = doi_url(reference.doi) if reference.doi else ""
    has_doi_to_add = bool(address) and address.lower() not in printed.lower()
    web_url = web_address(reference.url)
    has_url_to_add = bool(web_url) and reference.url not in printed and not has_doi_to_add
    return ReferenceInList(
        language=printed_language(reference),
        text=reference.text or reference.romanized,
        romanized=reference.romanized if reference.text else "",
        romanized_language=romanized_language(reference),
        doi_url=address if has_doi_to_add else "",
        url=web_url if has_url_to_add else "",
        mentions=mentions,
    )
