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
from .unbroken import UNBROKEN

ADDRESS = re.compile(r"https?://[^\s<>«»“”\"]+[^\s<>«»“”\".,;:!?)\]]")
EMPTY = SafeString("")
# Letters of scripts that are written from right to left.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
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
    """The same as a title or an abstract is read: on pages only.

    With soft hyphens in long Kazakh words, and `unbroken`.
    """
    return text if isinstance(text, SafeString) else unbroken(markup(hyphenate(text, language)))


def unbroken(text: str) -> SafeString:
    """HTML, or plain text, with `<span class="nb">` around what a line must not cut.

    A span changes nothing of the text itself: it is found and copied as it is stored.
    """
    html = text if isinstance(text, SafeString) else escape(text)
    return SafeString(UNBROKEN.sub(_whole, html))


def text_html(texts: Text, reader: Language, own: Language, soft: bool = False) -> SafeString:
    """A text in the reader's language, else in `own`, the article's, else in the first it has.

    In a `<span lang dir>` where it is not in the reader's language, in a `<bdi>` where it holds
    letters from right to left; '' for a text in no language.
    """
    code = preferred_language(texts, reader, own)
    if code is None:
        return EMPTY
    html = soft_markup(texts[code], code) if soft else markup(texts[code])
    if code != reader:
        return SafeString(f"<span{text_attributes(code, reader)}>{html}</span>")
    return SafeString(f"<bdi>{html}</bdi>") if RIGHT_TO_LEFT.search(html) else html


def text_attributes(code: Language, reader: Language) -> SafeString:
    """` lang="kk" dir="auto"` for the start tag around a text; no `lang` in the reader's language.

    A text may be in any script: its own letters decide in which direction it is written.
    """
    lang = "" if code == reader else f' lang="{escape(code)}"'
    return SafeString(f'{lang} dir="auto"')


def text_list(texts: Iterable[Text], reader: Language, own: Language) -> SafeString:
    """Several texts with commas between them, each as `text_html` gives it."""
    items = (text_html(text, reader, own) for text in texts)
    return SafeString(", ".join(filter(None, items)))


def highlighted(text: str, spans: Spans, language: Language) -> SafeString:
    """A title with its markup, `unbroken`, and `<mark>` around spans that count its plain text."""
    html, start = [], 0
    for run in runs(text):
        html.append(_run("".join(_pieces(run.text, start, spans, language)), run.marks))
        start += len(run.text)
    return unbroken(SafeString("".join(html)))


def highlighted_plain(text: str, spans: Spans, language: Language) -> SafeString:
    """Plain text with `<mark>` around the spans, `unbroken`."""
    return unbroken(SafeString("".join(_pieces(text, 0, spans, language))))


def linked(text: str) -> SafeString:
    """Plain text, `unbroken`, whose web addresses are links: `<a href>` to http and https alone."""
    if "://" not in text:
        return unbroken(text)
    pieces, end = [], 0
    for address in ADDRESS.finditer(text):
        pieces += [unbroken(text[end : address.start()]), _link(address[0])]
        end = address.end()
    return SafeString("".join([*pieces, unbroken(text[end:])]))


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


def _whole(part: re.Match[str]) -> str:
    return part[0] if part["tag"] else f'<span class="nb">{part[0]}</span>'


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
