"""Both reference lists, as printed and romanized, and how to cite the article itself."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString

from articles.citations import STYLES
from articles.records.html import doi_link, linked, marked
from articles.records.identifiers import doi_url
from articles.records.languages import Language
from articles.records.record import Record, Reference
from articles.records.value import Value

KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
FIRST_LETTER = re.compile(r"[^\W\d_]")


class Ref(Value, frozen=True):
    html: SafeString
    language: str
    roman: SafeString | None
    more: SafeString  # a DOI or an address that the text lacks


class Citation(Value, frozen=True):
    name: str
    label: str
    html: SafeString


def citations(record: Record, reader: Language) -> list[Citation]:
    return [
        Citation(style.name, style.label, marked(style.write(record, reader)))
        for style in STYLES.values()
    ]


def references(record: Record) -> list[Ref]:
    return [reference(one) for one in record.references]


def reference(one: Reference) -> Ref:
    language = language_of(one.text or one.romanized)
    return Ref(
        html=linked(one.text or one.romanized),
        language=language,
        roman=linked(one.romanized) if one.romanized and one.text else None,
        more=missing_link(one),
    )


def language_of(text: str) -> str:
    """By its first letter and the letters that only Kazakh has; quick, as lists are long."""
    first = FIRST_LETTER.search(text)
    if first is None or not "Ѐ" <= first[0] <= "ӿ":
        return "en"
    return "kk" if KAZAKH.search(text) else "ru"


def missing_link(one: Reference) -> SafeString:
    """A DOI or an address that the text itself does not print."""
    said = f"{one.text} {one.romanized}"
    if one.doi and doi_url(one.doi).lower() not in said.lower():
        return doi_link(one.doi)
    is_web = one.url.startswith(("https://", "http://"))
    return linked(one.url) if is_web and one.url not in said else SafeString("")
