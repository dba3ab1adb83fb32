"""Tags that are no markup here: only <i> <b> <sub> <sup> are, and only in titles and abstracts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.messages import Message
from articles.preflight.subject import Passage, Subject
from articles.records.findings import Finding
from articles.records.markup import MARKS

from .reporting import DELETE, MARKED_UP, WITH_A_SPACE, Leftover, corrected, findings, typed_texts

TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,30}(?::[A-Za-z-]{1,30})?)"
    r"(?P<attributes>\s[^<>]{0,500}=[^<>]{0,500}|)\s?(?P<empty>/?)>"
    r"|<!--[^<>]{0,500}-->|<!\[CDATA\[|<\?[a-z]{1,10}\b[^<>]{0,200}\?>"
)
# Elements of HTML, JATS and MathML; other words in < > may be the author's.
TABLE = """
i b u s p a q em strong sub sup span font br div img small big tt code pre ul ol li table tr td
th h1 h2 h3 h4 h5 h6 center strike del ins mark cite abbr var kbd blockquote hr script style
iframe svg title sec italic bold underline monospace sc xref ext-link inline-formula
disp-formula named-content styled-content fn math mi mo mn mrow msup msub mfrac mtext
"""
NAMES = frozenset(TABLE.split())
AVERAGES = ("u", "s", "p", "a", "q")  # <p> may be a mean value, unless </p> follows
OURS = {"em": "i", "italic": "i", "strong": "b", "bold": "b", **{name: name for name in MARKS}}
BREAKS = ("br", "p", "div", "li", "tr", "td")
MESSAGE = _("“%(sign)s” is not read as markup here and would be shown as these signs.")
PAIR = _("Add the tag that belongs to it, or delete this one.")


def check_tags(subject: Subject) -> Iterator[Finding]:
    """Foreign tags, unpaired ones, and any tag in a text that has no markup."""
    for passage in typed_texts(subject):
        if "<" in passage.text:
            yield from findings(passage, tags(passage), MESSAGE)


def tags(passage: Passage) -> Iterator[Leftover]:
    """The tags of a text; a passage has lost its paired <i> <b> <sub> <sup> already."""
    for match in TAG.finditer(passage.text):
        if is_tag(match, passage.text):
            remedy = remedy_of(match, passage.field in MARKED_UP)
            yield Leftover(sign=match[0], start=match.start(), remedy=remedy)


def is_tag(match: re.Match[str], text: str) -> bool:
    name = match["name"]
    if name is None or match["closing"] or match["empty"] or match["attributes"] or ":" in name:
        return True
    return name.lower() in NAMES and (name not in AVERAGES or f"</{name}>" in text)


def remedy_of(match: re.Match[str], has_markup: bool) -> Message:
    name = (match["name"] or "").lower()
    if not has_markup or name not in OURS:
        return WITH_A_SPACE if name in BREAKS and not match["closing"] else DELETE
    ours = f"<{match['closing']}{OURS[name]}>"
    return PAIR if match[0].lower() == ours else corrected(ours)
