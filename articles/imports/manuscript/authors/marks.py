"""Reference marks at names and organisations: `¹`, `1,2*`, `^a^`, before or after."""

from __future__ import annotations

import re

import msgspec

from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.lines.paragraph import Paragraph

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ", "0123456789abcde", strict=True))
LOWERED = str.maketrans(RAISED)
RAISED_RUN = re.compile(rf"[{''.join(RAISED)}](?:[\s,;*]*[{''.join(RAISED)}])*\*?")
# A digit directly after a name, or after one blank before the comma; in `A.N2.` before the stop.
NUMBERS = r"(?<!No\.)\s?(\d{1,2}(?:\s?,\s?\d{1,2}(?!\d))*)"
NEXT = r"(?=\s*\*?\s*(?:[,;*]|$|\s(?:and|и|және|мен)\s|\s?\(|\[?(?:ORCID|https?:)))"
AFTER_NAME = re.compile(rf"(?<=[^\W\d_]|»){NUMBERS}\.?{NEXT}|(?<=[^\W\d_][.)]){NUMBERS}{NEXT}")
AFTER_DOT = re.compile(r"(?<=[^\W\d_])(\d{1,2})\.(?=\s*[,;]|\s*$)")
LETTERS = re.compile(
    r"(?<=[^\W\d_]{2})\s([a-e](?:\s?,\s?[a-e](?!\w))*)(?=\s*,?\s*\*|\s*[,;]|\s*$|\sand\s)"
)
BRACKETED = re.compile(r"(?<=[^\W\d_]|\.)\s?[\[(](\d{1,2}(?:\s?,\s?\d{1,2})*)[\])]")
BEFORE_NAME = re.compile(
    r"(?:(?<=^)|(?<=[,;]\s))(\*?\d{1,2}(?:,\s?\d{1,2})*\*?)\s?(?=[^\W\d_a-zа-я])"
)
ONE_SIGN = re.compile(
    r"[\d\s,;*†✉⁎∗.)]+|(?:\d{1,2}|[a-zа-ес])(?:\s?[,;]?\s?(?:\d{1,2}|[*†✉⁎∗]|(?<=[,;\s])[a-zа-ес]))*"
)
SIGN = re.compile(r"\^([^^]*)\^")
AT_START = re.compile(
    r"^\^([^^]*)\^\s*|^[\[(]?(\d{1,2}(?:\s?,\s?\d{1,2})*)[\])]?[.)]?\s*(?=[^\W\d_]|[«\"“№])"
    r"|^([a-e])\s(?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ«][\w«])|^(\*{1,3})\s?(?=[^\W\d_a-zа-я]|«)(?!.*@)"
)


class Marks(msgspec.Struct, frozen=True):
    """The marks of one name: numbers or letters, and whether it has a star."""

    signs: tuple[str, ...] = ()
    star: bool = False


def with_marks(paragraph: Paragraph) -> str:
    """Return the text with every raised mark between two `^`."""
    text = paragraph.text
    raised = [(span.start, span.end) for span in paragraph.spans if span.style == "sup"]
    signs = [(start, end, text[start:end]) for start, end in raised]
    signs += [(place, place, number) for place, number in paragraph.notes]
    for start, end, sign in sorted(signs, reverse=True):
        bare = sign.strip()
        if 0 < len(bare) < 14 and ONE_SIGN.fullmatch(bare):
            text = f"{text[:start]}^{bare}^{text[end:]}"
    text = RAISED_RUN.sub(lambda run: f"^{run[0].translate(LOWERED)}^", text)
    return re.sub(r"\^\s?\^|\^\s*,\s*\^", ",", text)


def with_plain_marks(text: str) -> str:
    """Put bare digits between `^` too, in a line that is known to hold names."""
    if "^" in text:
        return text
    text = AFTER_DOT.sub(r".^\1^", text)
    text = LETTERS.sub(r"^\1^", text)
    text = AFTER_NAME.sub(lambda mark: f"^{mark[1] or mark[2]}^", text)
    mark = BRACKETED if any(sign in text for sign in "^[(") else BEFORE_NAME
    return mark.sub(r"^\1^", text)


def read_marks(text: str) -> tuple[str, Marks]:
    """Return a text without its marks, and those marks."""
    marked = " ".join(SIGN.findall(text))
    bare = SIGN.sub(" ", text)
    star = any(sign in marked + bare for sign in "*⁎∗✉")
    signs = re.findall(r"\d+|[a-zа-ес](?![^\W\d_])", marked) + re.findall(r"\*{2,}", bare)
    return re.sub(r"\s+", " ", re.sub(r"[*⁎∗✉†‡]", "", bare)).strip(), Marks(tuple(signs), star)


def leading_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return an affiliation without the mark before it, and that mark or marks."""
    if match := AT_START.match(text):
        printed = next(filter(None, match.groups()), "")
        signs = re.findall(r"\d+|[a-zа-ес](?![^\W\d_])|\*+", printed)
        return text[match.end() :].strip(), tuple(signs)
    return SIGN.sub("", text).strip(), ()


def is_correspondent(text: str) -> bool:
    """Whether a text says of the name before it: `corresponding author`."""
    text = text.strip()
    label = find_label(Paragraph(text=text))
    return label is not None and label.element == "correspondence" and label.end >= len(text)
