"""Markdown: **bold**, *italic*, links in brackets, `code`, # heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.subject import Passage, Subject
from articles.records.findings import Finding

from .reporting import MARKED_UP, Leftover, corrected, findings, typed_texts

MARKDOWN = re.compile(
    r"(?<![\w*])\*\*(?=\S)(?P<bold>[^*\n]{1,300})(?<=\S)\*\*(?![\w*])"
    r"|(?<!\w)__(?=\S)(?P<strong>[^_\n]{1,300})(?<=\S)__(?!\w)"
    r"|(?<![\w*).\]])\*(?=[\w«“(])(?P<italic>[^*\n]{1,300})(?<=[\w»”).!?])\*(?![\w*])"
    r"|(?<![\w/_])_(?=\w)(?P<emphasis>[^_\n]{1,300})(?<=\w)_(?![\w_])"
    r"|\[(?P<link>[^\[\]\n]{1,300})\]\(https?://[^()\s]{1,500}\)"
    r"|(?<![\w`])`(?P<code>[^`\n]{1,300})`(?![\w`])"
    r"|^(?P<heading>\#{1,6}\ )(?=\S)",
    re.MULTILINE,
)
TAGS = {"bold": "b", "strong": "b", "italic": "i", "emphasis": "i"}
SIGNS = frozenset("*_`[#")
MESSAGE = _("“%(sign)s” is Markdown, and its signs would be shown.")


def check_markdown(subject: Subject) -> Iterator[Finding]:
    """Markdown in any text but the full text, with the same in our markup or without signs."""
    for passage in typed_texts(subject):
        if not SIGNS.isdisjoint(passage.text):
            yield from findings(passage, pieces(passage), MESSAGE)


def pieces(passage: Passage) -> Iterator[Leftover]:
    for match in MARKDOWN.finditer(passage.text):
        kind = match.lastgroup or ""
        inner = "" if kind == "heading" else match[kind]
        tag = TAGS.get(kind) if passage.field in MARKED_UP else None
        correction = f"<{tag}>{inner}</{tag}>" if tag else inner
        yield Leftover(sign=match[0], start=match.start(), remedy=corrected(correction))
