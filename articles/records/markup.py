"""Markup of titles and abstracts: `<i> <b> <sub> <sup>`; everything else is text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

import msgspec

MARKS = ("i", "b", "sub", "sup")
# The characters that have superscript, and subscript, forms in Unicode.
RAISED = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(
    zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
TAG = re.compile(r"<(/?)(i|b|sub|sup)>", re.IGNORECASE)


class Run(msgspec.Struct, frozen=True):
    """A stretch of text with its marks, outermost first."""

    text: str
    marks: tuple[str, ...] = ()


@lru_cache(maxsize=4_096)  # one page needs a title for its heading, meta tags and citations
def runs(text: str) -> tuple[Run, ...]:
    """Return the runs of a text; an unpaired tag is text, and so is `&amp;`."""
    paired = _paired(text)
    cut: list[Run] = []
    marks: list[str] = []
    start = 0
    for tag in TAG.finditer(text):
        if tag.start() not in paired:
            continue
        cut.append(Run(text[start : tag.start()], tuple(dict.fromkeys(marks))))
        start = tag.end()
        if tag[1]:
            marks.pop()
        else:
            marks.append(tag[2].lower())
    cut.append(Run(text[start:]))
    return _merged(cut)


def join(pieces: Iterable[Run]) -> str:
    """Return the text with markup that these runs make."""
    parts: list[str] = []
    open_marks: tuple[str, ...] = ()
    for run in [*pieces, Run("")]:
        shared = _shared(open_marks, run.marks)
        parts += [f"</{mark}>" for mark in reversed(open_marks[shared:])]
        parts += [f"<{mark}>" for mark in run.marks[shared:]]
        parts.append(run.text)
        open_marks = run.marks
    return "".join(parts)


def plain(text: str) -> str:
    """Return the text without markup."""
    return "".join(run.text for run in runs(text)) if "<" in text else text


def flat(text: str) -> str:
    """Return the text for receivers without markup: 10<sup>3</sup> becomes 10³, not 103.

    An index below the line changes no meaning and stays as it is: CO2.
    """
    return "".join(map(_flat, runs(text))) if "<" in text else text


def copied(text: str) -> str:
    """Return the text as a reader pastes it: 10<sup>3</sup> becomes 10³, CO<sub>2</sub> CO₂.

    An index of which a character has no such form in Unicode stays as it is.
    """
    return "".join(map(_copied, runs(text))) if "<" in text else text


def count_words(text: str) -> int:
    """Return the number of words: parts between spaces with a letter or a digit."""
    return sum(any(sign.isalnum() for sign in word) for word in plain(text).split())


def tidy_markup(text: str) -> str:
    """Return the text with tags in lower case, without empty and doubled ones."""
    return join(runs(text))


def _flat(run: Run) -> str:
    """Raised characters, if all of them exist in Unicode."""
    return _replaced(run.text, RAISED) if "sup" in run.marks else run.text


def _copied(run: Run) -> str:
    """Lowered characters too."""
    return _replaced(run.text, LOWERED) if "sub" in run.marks else _flat(run)


def _replaced(text: str, signs: dict[str, str]) -> str:
    """The text in these signs, if it has no other."""
    has_all = all(sign in signs for sign in text)
    return "".join(signs[sign] for sign in text) if has_all else text


def _paired(text: str) -> set[int]:
    """The places of tags that open and close properly."""
    paired: set[int] = set()
    opened: list[tuple[str, int]] = []
    waiting = Counter[str]()
    for tag in TAG.finditer(text):
        name = tag[2].lower()
        if not tag[1]:
            opened.append((name, tag.start()))
            waiting[name] += 1
        elif waiting[name]:
            while opened[-1][0] != name:
                waiting[opened.pop()[0]] -= 1
            waiting[name] -= 1
            paired |= {opened.pop()[1], tag.start()}
    return paired


def _merged(cut: list[Run]) -> tuple[Run, ...]:
    """The runs with neighbours of the same marks joined, without empty ones."""
    full = (run for run in cut if run.text)
    return tuple(
        Run("".join(run.text for run in group), marks)
        for marks, group in groupby(full, key=lambda run: run.marks)
    )


def _shared(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many outer marks two neighbouring runs share."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count
