r"""LaTeX: $x^2$, \alpha, \textit{…}, accents, 10^3, CO_2, ~ for a space, -- for a dash."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from articles.preflight.messages import Message
from articles.preflight.subject import Passage, Subject
from articles.records.findings import Finding
from articles.records.markup import LOWERED, RAISED

from .reporting import MARKED_UP, Leftover, corrected, findings, typed_texts
from .tex_signs import ACCENTS, COMMANDS, SIGNS, TAGS

BRACED = r"\{(?:[^{}]|\{[^{}]{0,100}\}){0,300}\}"
KINDS = {  # in the order in which they are tried at each place
    "maths": r"\$\$?(?=[^\s$])[^$\n]{1,300}(?<=[^\s$])\$\$?"
    r"|\\\([^\n]{1,300}?\\\)|\\\[[^\n]{1,300}?\\\]",
    "sign": rf"\\(?:{'|'.join(sorted(SIGNS, key=len, reverse=True))})(?:\{{\}}|(?![A-Za-z{{]))",
    "command": rf"\\(?:[A-Za-z]{{1,30}}\*?{BRACED}|(?:{COMMANDS})(?![A-Za-z]))",
    "accent": r"\{?\\[\"'`^~=.](?:\{[A-Za-z]\}|[aceginosuyzACEGINOSUYZ](?![A-Za-z]*\\\"))\}?",
    "escaped": r"\\[&%$#_{}\"']",
    "raised": r"[^\W_]{1,12}\^(?:\{[^{}]{1,40}\}|[-+−]?\d{1,4}|[A-Za-z](?!\w))",
    "lowered": r"(?<![\w/.@-])[^\W\d_]{1,3}_(?:\{[^{}]{1,40}\}|\d{1,2}(?![\d_a-z]))",
    "tie": r"[^\W\d_]{2,20}~[^\W\d_]{1,20}|\w{0,20}[.№]~\w{1,20}",
    "dash": r"(?<=\w)-{2,3}(?=\w)|(?<=[\w»”).,;:] )-{2,3}(?= \S)",
    "quoted": r"``[^`\n]{1,300}''",
}
TEX = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items()))
# Variables, sums and comparisons without any command; not a sum of money: $5/$10
PLAIN_MATHS = re.compile(r"[A-Za-z](?:\s?[=<>+*/-]\s?[\w.,+*/ -]{1,20})?")
POWER = re.compile(r"(?P<sign>[\^_])(?:\{(?P<group>[^{}]{1,40})\}|(?P<one>[-+]?\w))")
INNER_SIGN = re.compile(r"\\([A-Za-z]+)\s?")
MARKERS = frozenset("\\$^_~`{")
MESSAGE = _("“%(sign)s” is LaTeX, and its signs would be shown.")
BY_HAND = _("Write it with plain signs, such as α, ×, x², or as a formula in the full text.")


def check_tex(subject: Subject) -> Iterator[Finding]:
    """LaTeX in any text but the full text, with the sign or the markup in its place."""
    for passage in typed_texts(subject):
        text = subject.without_links(passage)
        if not MARKERS.isdisjoint(text) or "--" in text:
            yield from findings(passage, pieces(passage, text), MESSAGE)


def pieces(passage: Passage, text: str) -> Iterator[Leftover]:
    for match in TEX.finditer(text):
        kind = match.lastgroup or ""
        if kind != "maths" or is_maths(match[0].strip("$")):
            correction = CORRECTIONS[kind](match[0], passage.field in MARKED_UP)
            remedy: Message = BY_HAND if correction is None else corrected(correction)
            yield Leftover(sign=match[0], start=match.start(), remedy=remedy)


def is_maths(inner: str) -> bool:
    return bool(re.search(r"[\\^_{}]", inner) or PLAIN_MATHS.fullmatch(inner))


def from_maths(text: str, has_markup: bool) -> str | None:
    r"""`$10^{-3}\alpha$` → `10<sup>-3</sup>α`; None for what plain signs cannot say."""
    inner = re.sub(r"^(?:\$\$?|\\[(\[])|(?:\$\$?|\\[)\]])$", "", text)
    inner = INNER_SIGN.sub(lambda command: SIGNS.get(command[1], command[0]), inner)
    return from_power(inner, has_markup)


def from_command(text: str, has_markup: bool) -> str | None:
    """The content of the command, with our tag for its look."""
    name, _brace, content = text[1:].rstrip("}").partition("{")
    if not content or set("\\{}") & set(content) or name not in TAGS:
        return None
    tag = TAGS[name] if has_markup else ""
    return f"<{tag}>{content}</{tag}>" if tag else content


def from_sign(text: str, _has_markup: bool) -> str | None:
    return SIGNS[text[1:].removesuffix("{}")]


def from_accent(text: str, _has_markup: bool) -> str | None:
    plain = re.sub(r"[{}\\]", "", text)  # the accent, then the letter
    return unicodedata.normalize("NFC", plain[1] + ACCENTS[plain[0]])


def from_power(text: str, has_markup: bool) -> str | None:
    """`10^3` → `10<sup>3</sup>`, or `10³` where there is no markup."""
    raised = POWER.sub(lambda power: moved(power, has_markup), text)
    return None if set("\\{}^_$") & set(raised) else raised


def moved(power: re.Match[str], has_markup: bool) -> str:
    """The figures above or below the line; unchanged where no plain sign exists."""
    content = power["group"] or power["one"]
    tag, signs = ("sup", RAISED) if power["sign"] == "^" else ("sub", LOWERED)
    if has_markup:
        return f"<{tag}>{content}</{tag}>"
    is_plain = all(sign in signs for sign in content)
    return "".join(signs[sign] for sign in content) if is_plain else power[0]


CORRECTIONS: dict[str, Callable[[str, bool], str | None]] = {
    "maths": from_maths,
    "command": from_command,
    "sign": from_sign,
    "accent": from_accent,
    "escaped": lambda text, _has_markup: text[1:],
    "raised": from_power,
    "lowered": from_power,
    "tie": lambda text, _has_markup: text.replace("~", " "),
    "dash": lambda text, _has_markup: "–" if text == "--" else "—",
    "quoted": lambda text, _has_markup: f"“{text[2:-2]}”",
}
