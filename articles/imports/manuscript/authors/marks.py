"""The small signs at names and organisations: `¹`, `1,2*`, `^a^`, before or behind."""

from __future__ import annotations

import re

import msgspec

from articles.imports.manuscript.lines.paragraph import Paragraph

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ", "0123456789abcde", strict=True))
RAISED_RUN = re.compile(rf"[{''.join(RAISED)}](?:[\s,;*]*[{''.join(RAISED)}])*\*?")
# A digit glued to a name, or after one blank before the comma; `A.N2.` has it before the full stop.
AFTER_NAME = re.compile(
    r"(?<=[^\W\d_])\s?(\d{1,2}(?:\s?,\s?\d{1,2}(?!\d))*)\.?(?=\s*\*?\s*(?:[,;*]|$|\s(?:and|и|және|мен)\s))"
    r"|(?<=[^\W\d_][.)])\s?(\d{1,2}(?:\s?,\s?\d{1,2}(?!\d))*)(?=\s*\*?\s*(?:[,;*]|$|\s(?:and|и|және|мен)\s))"
)
AFTER_DOT = re.compile(r"(?<=[^\W\d_])(\d{1,2})\.(?=\s*[,;]|\s*$)")
BRACKETED = re.compile(r"(?<=[^\W\d_.])\s?[\[(](\d{1,2}(?:\s?,\s?\d{1,2})*)[\])]")
BEFORE_NAME = re.compile(
    r"(?:(?<=^)|(?<=[,;]\s))(\*?\d{1,2}(?:,\s?\d{1,2})*\*?)\s?(?=[^\W\d_a-zа-я])"
)
ONE_SIGN = re.compile(
    r"[\d\s,;*†✉⁎∗.)]+|(?:\d{1,2}|[a-zа-е])(?:\s?[,;]?\s?(?:\d{1,2}|[*†✉⁎∗]|(?<=[,;\s])[a-zа-е]))*"
)
SIGN = re.compile(r"\^([^^]*)\^")
AT_START = re.compile(
    r"^\^([^^]*)\^\s*|^[\[(]?(\d{1,2}(?:\s?,\s?\d{1,2})*)[\])]?[.)]?\s*(?=[^\W\d_]|[«\"“№])"
)


class Marks(msgspec.Struct, frozen=True):
    """The signs of one name or organisation."""

    signs: tuple[str, ...] = ()
    star: bool = False


def with_marks(paragraph: Paragraph) -> str:
    """The text with every raised sign between two `^`."""
    text = paragraph.text
    raised = [span for span in paragraph.spans if span.style == "sup"]
    for span in sorted(raised, key=lambda each: each.start, reverse=True):
        inside = text[span.start : span.end]
        if _is_sign(inside):
            text = f"{text[: span.start]}^{inside.strip()}^{text[span.end :]}"
    text = RAISED_RUN.sub(lambda found: f"^{_lowered(found[0])}^", text)
    return re.sub(r"\^\s?\^|\^\s*,\s*\^", ",", text)


def with_plain_marks(text: str) -> str:
    """The same for bare digits, in a line that is known to hold names."""
    if "^" in text:
        return text
    text = AFTER_DOT.sub(r".^\1^", text)
    text = AFTER_NAME.sub(lambda found: f"^{found[1] or found[2]}^", text)
    return (
        BRACKETED.sub(r"^\1^", text)
        if "^" in text or "[" in text or "(" in text
        else (BEFORE_NAME.sub(r"^\1^", text))
    )


def _is_sign(text: str) -> bool:
    bare = text.strip()
    return 0 < len(bare) < 14 and ONE_SIGN.fullmatch(bare) is not None


def _lowered(text: str) -> str:
    return "".join(RAISED.get(char, char) for char in text)


def read_marks(text: str) -> tuple[str, Marks]:
    """A text without its signs, and those signs."""
    found = " ".join(SIGN.findall(text))
    bare = SIGN.sub(" ", text)
    star = any(sign in found + bare for sign in "*⁎∗✉")
    signs = re.findall(r"\d+|[a-zа-е](?![^\W\d_])", found)
    return re.sub(r"\s+", " ", re.sub(r"[*⁎∗✉†‡]", "", bare)).strip(), Marks(tuple(signs), star)


def leading_marks(text: str) -> tuple[str, tuple[str, ...]]:
    """An organisation's text without the number before it, and that number or numbers."""
    if found := AT_START.match(text):
        signs = re.findall(r"\d+|[a-zа-е](?![^\W\d_])", found[1] or found[2] or "")
        return text[found.end() :].strip(), tuple(signs)
    return SIGN.sub("", text).strip(), ()
