"""A found article in a list: its title and a passage, the words of the question marked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from django.utils.safestring import SafeString

from articles.queries.record_facts import issue_facts
from articles.records.html import Shown
from articles.records.hyphenation import soften
from articles.records.languages import LANGUAGES, Language, preferred
from articles.records.markup import runs
from articles.search.query import Found
from articles.search.snippets import Passage, Spans

from .entries import Entry, beneath, entry, heading, original
from .issue_link import issue_label


def found_entry(one: Found, reader: Language) -> Entry:
    summary, issue = one.listing.summary, one.listing.issue
    plainly = entry(summary, reader, issue_label(issue_facts(issue)) if issue else "")
    title = marked_title(one, reader)
    return Entry(
        heading=heading(summary, title, reader),
        beneath=SafeString(
            beneath(summary, title, marked_original(one, reader), reader, False)
            + passage(one.passage, reader)
        ),
        meta=plainly.meta,
    )


def marked_title(one: Found, reader: Language) -> Shown | None:
    summary = one.listing.summary
    code = preferred(summary.title, reader, summary.language)
    if code is None:
        return None
    return Shown(highlighted_title(one, code), "" if code == reader else code)


def marked_original(one: Found, reader: Language) -> Shown | None:
    """Beneath the reader's title, the article's own, for the word may stand there alone."""
    first = original(one.listing.summary, reader)
    code = one.listing.summary.language
    return Shown(highlighted_title(one, code), code) if first and one.title_spans else first


def highlighted_title(one: Found, code: Language) -> SafeString:
    return highlighted(one.listing.summary.title[code], one.title_spans.get(code, ()), code)


def passage(found: Passage | None, reader: Language) -> str:
    if found is None:
        return ""
    known = next((code for code in LANGUAGES if code == found.language), None)
    html = "".join(pieces(found.text, 0, found.spans, known or "en"))
    before, after = "…" if found.is_cut_before else "", "…" if found.is_cut_after else ""
    lang = f' lang="{known}"' if known and known != reader else ""
    return f'<p class="alt"{lang}>{before}{html}{after}</p>'


def highlighted(text: str, spans: Spans, language: Language) -> SafeString:
    """A title with its own marks and these: spans of its plain text."""
    html, at = [], 0
    for run in runs(text):
        inner = "".join(pieces(run.text, at, spans, language))
        at += len(run.text)
        opened = "".join(f"<{mark}>" for mark in run.marks)
        closed = "".join(f"</{mark}>" for mark in reversed(run.marks))
        html.append(f"{opened}{inner}{closed}")
    return SafeString("".join(html))


def pieces(text: str, at: int, spans: Spans, language: Language) -> Iterator[str]:
    """A stretch that stands at `at`, cut where a span begins or ends."""
    end, here = at + len(text), at
    for left, right in spans:
        left, right = max(left, here), min(right, end)
        if left < right:
            yield softly(text[here - at : left - at], language)
            yield f"<mark>{softly(text[left - at : right - at], language)}</mark>"
            here = right
    yield softly(text[here - at :], language)


def softly(text: str, language: Language) -> str:
    return escape(soften(text, language))
