"""A record's texts as HTML of a page: escaped, their marks as elements, links made links."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import Literal

from django.utils.safestring import SafeString

from .base import Value
from .hyphenation import soften
from .identifiers import doi_url
from .languages import LANGUAGES, Language, Text, preferred
from .markup import runs

_LANG: dict[str, SafeString] = {
    "": SafeString(""),
    **{code: SafeString(f' lang="{code}"') for code in LANGUAGES},
}

ADDRESS = re.compile(r"https?://[^\s<>«»“”\"]+[^\s<>«»“”\".,;:!?)\]]")


class Shown(Value, frozen=True):
    """What a page shows of a text: HTML, and the language where it is not the page's."""

    html: SafeString
    language: Language | Literal[""] = ""

    @property
    def lang(self) -> SafeString:
        """The attribute of the element that holds it."""
        return _LANG[self.language]

    def __html__(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.html

    def __getitem__(self, name: str) -> SafeString:
        """A template asks for a key before it asks for an attribute, and a refusal is slow."""
        found: SafeString = getattr(self, name)  # html, language or lang
        return found


def marked(text: str) -> SafeString:
    """Everything is text but `<i> <b> <sub> <sup>`."""
    if "<" not in text:
        return SafeString(escape(text))
    return SafeString("".join(_run(run.text, run.marks) for run in runs(text)))


def softened(text: str, language: Language) -> SafeString:
    """The same with soft hyphens in long Kazakh words: of titles and abstracts, on pages only."""
    return marked(soften(text, language))


@lru_cache(maxsize=4_096)
def title_html(title: str, language: Language) -> SafeString:
    """Titles stand in one list after another."""
    return softened(title, language)


def shown(texts: Text, reader: Language, own: Language, soft: bool = False) -> Shown | None:
    """The reader's language, else the article's own, else what there is."""
    code = preferred(texts, reader, own)
    if code is None:
        return None
    html = title_html(texts[code], code) if soft else marked(texts[code])
    return Shown(html, "" if code == reader else code)


def others(texts: Text, *without: Language | str) -> list[Language]:
    return [code for code in LANGUAGES if code in texts and code not in without]


def linked(text: str) -> SafeString:
    """Plain text whose web addresses are links."""
    if "://" not in text:
        return SafeString(escape(text))
    pieces, at = [], 0
    for found in ADDRESS.finditer(text):
        pieces += [escape(text[at : found.start()]), link(found[0])]
        at = found.end()
    return SafeString("".join([*pieces, escape(text[at:])]))


def link(address: str) -> str:
    safe = escape(address)
    return f'<a href="{safe}">{safe}</a>'


def doi_link(doi: str) -> SafeString:
    return SafeString(link(doi_url(doi)))


def _run(text: str, marks: tuple[str, ...]) -> str:
    opened = "".join(f"<{mark}>" for mark in marks)
    closed = "".join(f"</{mark}>" for mark in reversed(marks))
    return f"{opened}{escape(text)}{closed}"
