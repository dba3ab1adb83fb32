"""HTML entities, which every page and receiver would show as letters: &laquo; &nbsp; &#1103;"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from django.utils.translation import gettext_lazy as _

from articles.preflight.messages import Message
from articles.preflight.subject import Subject
from articles.records.findings import Finding

from .reporting import DELETE, WITH_A_SPACE, Leftover, corrected, findings, typed_texts

# Also escaped twice (&amp;laquo;), and the usual ones without their semicolon (&nbsp).
ENTITY = re.compile(
    r"&(?:amp;){0,5}(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31})|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"
    r"|&(?:nbsp|laquo|raquo|quot|ndash|mdash|hellip|shy|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6})(?![\w;=])"
)
MESSAGE = _("“%(sign)s” is an HTML entity and would be shown as these letters.")


def check_entities(subject: Subject) -> Iterator[Finding]:
    """HTML entities in any text, with the sign that they stand for."""
    full_text = (passage for passage in subject.texts if passage.field == "body")
    for passage in (*typed_texts(subject), *full_text):
        if "&" in passage.text:
            yield from findings(passage, entities(passage.text), MESSAGE)


def entities(text: str) -> Iterator[Leftover]:
    """The entities of a text; `&D;`, which is none, is left alone."""
    for match in ENTITY.finditer(text):
        if not match["name"] or f"{match['name']};" in html5:
            yield Leftover(sign=match[0], start=match.start(), remedy=remedy(decoded(match[0])))


def decoded(entity: str) -> str:
    """The sign, also of an entity that was escaped several times."""
    sign = unescape(entity)
    return sign if sign == entity else decoded(sign)


def remedy(sign: str) -> Message:
    if sign.isspace():
        return WITH_A_SPACE
    is_invisible = all(unicodedata.category(character) in ("Cc", "Cf") for character in sign)
    return DELETE if is_invisible else corrected(sign)
