"""The titles, the abstracts with their keywords of all three languages, and the full text."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.records.body import clean_body, with_addresses
from articles.records.html import others, softened, title_html
from articles.records.languages import LANGUAGES, Language, preferred
from articles.records.record import Record
from articles.records.urls import galley_url

from ..part import Part
from ..words import NAMES, before_title

KEYWORDS_HEADING: dict[Language, str] = {
    "kk": "Түйін сөздер", "ru": "Ключевые слова", "en": "Keywords",
}  # fmt: skip


class Abstract(Part, frozen=True):
    """One language of the article: its abstract and keywords, or the lack of both."""

    code: Language
    name: str
    html: SafeString | None
    keywords: SafeString  # items of a list, each leading to the other articles that have it
    keywords_heading: str
    is_there: bool
    is_first: bool

    def choice(self, none: str, reader: Language) -> str:
        """The button that shows it; a language that is not there cannot be chosen."""
        state = " checked" if self.is_first else "" if self.is_there else " disabled"
        lack = "" if self.is_there else f'<span lang="{reader}">: {none}</span>'
        radio = f'<input type="radio" name="al" value="{self.code}"{state}>'
        return f'<label lang="{self.code}">{radio}{self.name}{lack}</label>'

    def __html__(self) -> str:
        text = f'<p class="abst">{self.html}</p>' if self.html else ""
        words = f"<h4>{escape(self.keywords_heading)}</h4>"
        if self.keywords:
            text += f'<div class="kw">{words}<ul class="plain">{self.keywords}</ul></div>'
        return f'<div class="tri__body" lang="{self.code}"><h3>{self.name}</h3>{text}</div>\n'


def title_lines(record: Record, reader: Language) -> list[tuple[str, str, SafeString]]:
    """The other titles, each behind the name of its language."""
    top = preferred(record.title, reader, record.language)
    return [
        (code, before_title(code), title_html(record.title[code], code))
        for code in others(record.title, top or "")
    ]


def abstracts(record: Record, reader: Language, kk_heading: str) -> list[Abstract]:
    """One a language, in their order; none where the article has neither abstract nor keywords."""
    there = [code for code in LANGUAGES if code in record.abstract or record.keywords.get(code)]
    with_abstract = [code for code in there if code in record.abstract] or there
    first = preferred(with_abstract, reader, record.language)
    headings = {**KEYWORDS_HEADING, "kk": kk_heading or KEYWORDS_HEADING["kk"]}
    return [
        abstract(record, reader, code, headings[code], code in there, code == first)
        for code in (LANGUAGES if there else ())
    ]


def abstract(
    record: Record, reader: Language, code: Language, heading: str, is_there: bool, is_first: bool
) -> Abstract:
    text = record.abstract.get(code, "")
    paragraphs = [softened(part, code) for part in text.split("\n") if part.strip()]
    return Abstract(
        code=code,
        name=NAMES[code],
        html=SafeString("<br>".join(paragraphs)) if paragraphs else None,
        keywords=SafeString("".join(keyword(one, reader) for one in record.keywords.get(code, ()))),
        keywords_heading=heading,
        is_there=is_there,
        is_first=is_first,
    )


def keyword(term: str, reader: Language) -> str:
    return f'<li><a href="/{reader}/keywords/?term={quote(term)}">{escape(term)}</a></li>'


def choices(found: list[Abstract], reader: Language) -> SafeString:
    none = _("none")
    return SafeString("".join(one.choice(none, reader) for one in found))


def bodies(found: list[Abstract]) -> SafeString:
    return SafeString("".join(one.__html__() for one in found if one.is_there))


def body(record: Record) -> SafeString | str:
    """The full text, its pictures at the addresses of their files."""
    if not record.body:
        return ""
    pictures = {
        one.name: galley_url(record, one).removeprefix(record.site)
        for one in record.galleys
        if one.kind == "image"
    }
    return SafeString(with_addresses(clean_body(record.body), pictures))
