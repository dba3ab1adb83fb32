"""What cleaning takes out of a full text: each kind of it, by name and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from html import unescape
from typing import NamedTuple

import msgspec
from django.utils.translation import gettext_lazy as _

from .body import OWN_PICTURE, with_formulas_as_text
from .body_paragraphs import ATTRIBUTES

TAG = rf"<(/?)([A-Za-z][A-Za-z0-9:-]*)(?=[\s/>])({ATTRIBUTES})>"
TOKEN = re.compile(rf"<!--.*?-->|{TAG}", re.DOTALL)
BARE_TAG = re.compile(TAG)
ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
COMMENT = "!-- --"
CODE_TAGS = {"script", "style", "title", COMMENT}  # they go with their content
EXCERPT = 40  # characters


class LossKind(StrEnum):
    TAG = "tag"
    CODE = "code"
    ATTRIBUTE = "attribute"
    PICTURE = "picture"
    WORDS = "words"
    ORDER = "order"  # tags that are not closed, or closed elsewhere
    # Of pasted text only:
    STYLE = "style"
    COMMENT = "comment"
    NOTE = "note"
    FORMULA = "formula"
    EMPTY = "empty"


MESSAGES = {
    LossKind.TAG: _("The element <%(name)s> has no place here (%(count)d×); its text stays."),
    LossKind.CODE: _("<%(name)s> has no place here (%(count)d×), nor what is in it."),
    LossKind.ATTRIBUTE: _("The attribute %(name)s has no place here (%(count)d×)."),
    LossKind.PICTURE: _(
        "The picture “%(name)s” is not a file of this text. Add it under Files, then insert it."
    ),
    LossKind.WORDS: _(
        "Words would be lost here: “%(name)s”. For the sign “<” in a text, type &lt; instead."
    ),
    LossKind.ORDER: _("Tags are not closed, or not in their order, from here: “%(name)s”."),
    LossKind.STYLE: _("Styles of another program: %(count)d."),
    LossKind.COMMENT: _("Comments in the margin: %(count)d."),
    LossKind.NOTE: _("The mark of a note whose text was not copied: %(name)s."),
    LossKind.FORMULA: _("Unreadable formulas: %(count)d. The sign ￼ marks their places."),
    LossKind.EMPTY: _("Empty paragraphs: %(count)d."),
}  # fmt: skip


class Loss(msgspec.Struct, frozen=True):
    """Something that cleaning takes out, named for the editor, and how often."""

    kind: LossKind
    name: str = ""
    count: int = 1

    @property
    def message(self) -> str:
        return str(MESSAGES[self.kind]) % {"name": self.name, "count": self.count}


class Part(NamedTuple):
    """A tag, or the text between two tags."""

    tag: str = ""  # `/p` closes
    attributes: tuple[tuple[str, str], ...] = ()
    text: str = ""


def losses(typed: str, cleaned: str) -> list[Loss]:
    """What the cleaned text lacks; nothing if only the notation differs (`&` became `&amp;`)."""
    before, after = list(_parts(typed)), list(_parts(cleaned))
    if before == after:
        return []
    found = [*_tags(before, after), *_attributes(before, after)]
    names = {loss.name for loss in found}
    lost_words = _first_difference(_text(before), _text(after))
    if lost_words and not names & CODE_TAGS:
        found.append(Loss(LossKind.WORDS, lost_words))
    return found or [Loss(LossKind.ORDER, _place_of_disorder(before, after))]


def tokens(html: str) -> Iterator[re.Match[str]]:
    """The tags and the comments; behind the last end of a comment none is looked for."""
    last = html.rfind("-->") + 3 if "-->" in html else 0
    yield from TOKEN.finditer(html, 0, last)
    yield from BARE_TAG.finditer(html, last)


def _parts(html: str) -> Iterator[Part]:
    """The tags, comments and texts in their order; formulas count as their text."""
    html = with_formulas_as_text(html)
    end = 0
    for token in tokens(html):
        yield from _text_part(html[end : token.start()])
        end = token.end()
        if token[2]:
            yield Part(token[1] + token[2].lower(), tuple(sorted(_values(token[3]))))
        else:
            yield Part(COMMENT)
    yield from _text_part(html[end:])


def _text_part(text: str) -> Iterator[Part]:
    if words := " ".join(unescape(text).split()):
        yield Part(text=words)


def _values(attributes: str) -> Iterator[tuple[str, str]]:
    for attribute in ATTRIBUTE.finditer(attributes):
        yield attribute[1].lower(), unescape((attribute[2] or "").strip("\"'"))


def _tags(before: list[Part], after: list[Part]) -> Iterator[Loss]:
    for name, count in (_names(before) - _names(after)).items():
        yield Loss(LossKind.CODE if name in CODE_TAGS else LossKind.TAG, name, count)


def _names(parts: list[Part]) -> Counter[str]:
    return Counter(part.tag for part in parts if part.tag and not part.tag.startswith("/"))


def _attributes(before: list[Part], after: list[Part]) -> Iterator[Loss]:
    """Attributes of those elements that stay; the address of a picture as a picture."""
    known = _names(after)
    counts: Counter[str] = Counter()
    for (tag, name, value), count in (_all_values(before) - _all_values(after)).items():
        if tag == "img" and name == "src" and not OWN_PICTURE.fullmatch(value):
            yield Loss(LossKind.PICTURE, value)
        elif tag in known:
            counts[name] += count
    for name, count in counts.items():
        yield Loss(LossKind.ATTRIBUTE, name, count)


def _all_values(parts: list[Part]) -> Counter[tuple[str, str, str]]:
    return Counter((part.tag, *attribute) for part in parts for attribute in part.attributes)


def _text(parts: list[Part]) -> str:
    return " ".join(part.text for part in parts if part.text)


def _first_difference(before: str, after: str) -> str:
    """The words from the first place where letters differ; '' if only white space does."""
    if "".join(before.split()) == "".join(after.split()):
        return ""
    same = next(
        (
            place
            for place, (one, other) in enumerate(zip(before, after, strict=False))
            if one != other
        ),
        min(len(before), len(after)),
    )
    return before[max(0, same - 5) : same + EXCERPT].strip()


def _place_of_disorder(before: list[Part], after: list[Part]) -> str:
    """The text behind the first tag that is not where it was."""
    pairs = enumerate(zip(before, after, strict=False))
    place = next((place for place, (one, other) in pairs if one != other), len(after))
    words = next((part.text for part in before[max(0, place - 1) :] if part.text), "")
    return words[:EXCERPT]
