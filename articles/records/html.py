"""A record's texts as safe HTML.

No other module of the public pages writes elements in Python.

Each function escapes the text that it is given, or has it cleaned (`body_html`), and adds only
the elements that its docstring names. So a template may write the result as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from django.utils.safestring import SafeString

from .body import clean_body, with_image_urls
from .hyphenation import hyphenate
from .languages import Language, Text, preferred_language
from .markup import runs

ADDRESS = re.compile(r"https?://[^\s<>«»“”\"]+[^\s<>«»“”\".,;:!?)\]]")
EMPTY = SafeString("")
Spans = tuple[tuple[int, int], ...]  # where a piece of plain text begins and ends


def markup(text: str) -> SafeString:
    """A title or an abstract: all of it is text but its `<i> <b> <sub> <sup>`.

    What is HTML already, such as a highlighted title, stays as it is.
    """
    if isinstance(text, SafeString):
        return text
    if "<" not in text:
        return SafeString(escape(text))
    return SafeString("".join(_run(escape(run.text), run.marks) for run in runs(text)))


def soft_markup(text: str, language: Language) -> SafeString:
    """The same with soft hyphens in long Kazakh words: for titles and abstracts, on pages only."""
    return text if isinstance(text, SafeString) else markup(hyphenate(text, language))


def text_html(texts: Text, reader: Language, own: Language, soft: bool = False) -> SafeString:
    """A text in the reader's language, else in `own`, the article's, else in the first it has.

    In a `<span lang>` where it is not in the reader's language; '' for a text in no language.
    """
    code = preferred_language(texts, reader, own)
    if code is None:
        return EMPTY
    html = soft_markup(texts[code], code) if soft else markup(texts[code])
    return html if code == reader else SafeString(f"<span{lang_attribute(code)}>{html}</span>")


def lang_attribute(code: Language) -> SafeString:
    """` lang="kk"`, with the space before it, for a start tag."""
    return SafeString(f' lang="{escape(code)}"')


def text_list(texts: Iterable[Text], reader: Language, own: Language) -> SafeString:
    """Several texts with commas between them, each as `text_html` gives it."""
    items = (text_html(text, reader, own) for text in texts)
    return SafeString(", ".join(filter(None, items)))


def highlighted(text: str, spans: Spans, language: Language) -> SafeString:
    """A title with its own markup and `<mark>` around the spans, which count its plain text."""
    html, start = [], 0
    for run in runs(text):
        html.append(_run("".join(_pieces(run.text, start, spans, language)), run.marks))
        start += len(run.text)
    return SafeString("".join(html))


def highlighted_plain(text: str, spans: Spans, language: Language) -> SafeString:
    """Plain text with `<mark>` around the spans."""
    return SafeString("".join(_pieces(text, 0, spans, language)))


def linked(text: str) -> SafeString:
    """Plain text whose web addresses are links: `<a href>` to http and https alone."""
    if "://" not in text:
        return SafeString(escape(text))
    pieces, end = [], 0
    for address in ADDRESS.finditer(text):
        pieces += [escape(text[end : address.start()]), _link(address[0])]
        end = address.end()
    return SafeString("".join([*pieces, escape(text[end:])]))


def body_html(body: str, picture_addresses: Mapping[str, str] | None = None) -> SafeString:
    """A full text or a journal's page: the subset of HTML that `clean_body` lets through.

    `picture_addresses`: where the picture of each file name is found.
    """
    return SafeString(with_image_urls(clean_body(body), picture_addresses or {}))


def script_json(json: str) -> SafeString:
    """JSON inside a `<script>`: no sign of it can end the element."""
    escaped = json.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026")
    return SafeString(escaped)


def _run(html: str, marks: tuple[str, ...]) -> str:
    start_tags = "".join(f"<{mark}>" for mark in marks)
    end_tags = "".join(f"</{mark}>" for mark in reversed(marks))
    return f"{start_tags}{html}{end_tags}"


def _link(address: str) -> str:
    safe = escape(address)
    return f'<a href="{safe}">{safe}</a>'


def _pieces(text: str, start: int, spans: Spans, language: Language) -> Iterator[str]:
    """The HTML of a stretch that begins at `start`, cut where a span begins or ends."""
    end, at = start + len(text), start
    for left, right in spans:
        left, right = max(left, at), min(right, end)
        if left < right:
            yield escape(hyphenate(text[at - start : left - start], language))
            yield f"<mark>{escape(hyphenate(text[left - start : right - start], language))}</mark>"
            at = right
    yield escape(hyphenate(text[at - start :], language))
