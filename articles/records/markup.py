"""The only markup of titles and abstracts: `<i> <b> <sub> <sup>`; every other sign is text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

import msgspec

MARKS = ("i", "b", "sub", "sup")
# The signs that Unicode has raised forms of.
RAISED = dict(zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ", strict=True))
TAG = re.compile(r"<(/?)(i|b|sub|sup)>", re.IGNORECASE)


class Run(msgspec.Struct, frozen=True):
    """A stretch of text and the marks on it, outermost first."""

    text: str
    marks: tuple[str, ...] = ()


@lru_cache(maxsize=4_096)  # a title is cut for the page, its tags, its citations
def runs(text: str) -> tuple[Run, ...]:
    """The text cut where its marks change; a tag without its partner is text, and so is `&amp;`."""
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
    """The text that these runs were cut from."""
    written: list[str] = []
    open_marks: tuple[str, ...] = ()
    for run in [*pieces, Run("")]:
        shared = _shared(open_marks, run.marks)
        written += [f"</{mark}>" for mark in reversed(open_marks[shared:])]
        written += [f"<{mark}>" for mark in run.marks[shared:]]
        written.append(run.text)
        open_marks = run.marks
    return "".join(written)


def plain(text: str) -> str:
    """The text without its marks."""
    return "".join(run.text for run in runs(text)) if "<" in text else text


def flat(text: str) -> str:
    """The text for receivers without markup: 10<sup>3</sup> is 10³, for 103 would be untrue.

    An index below the line changes no meaning and stays as it is typed: CO2.
    """
    return "".join(map(_flat, runs(text))) if "<" in text else text


def words_in(text: str) -> int:
    """How many words an abstract has: what stands between spaces and holds a letter or a digit."""
    return sum(any(sign.isalnum() for sign in word) for word in plain(text).split())


def tidy_markup(text: str) -> str:
    """The same text with its tags in lower case and without empty or doubled ones."""
    return join(runs(text))


def _flat(run: Run) -> str:
    """Raised, where every sign of it has a raised form."""
    raised = "sup" in run.marks and all(sign in RAISED for sign in run.text)
    return "".join(RAISED[sign] for sign in run.text) if raised else run.text


def _paired(text: str) -> set[int]:
    """Where the tags stand that open and close properly; one left open within another does not."""
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
    """Neighbours with the same marks as one run, and none empty."""
    full = (run for run in cut if run.text)
    return tuple(
        Run("".join(run.text for run in group), marks)
        for marks, group in groupby(full, key=lambda run: run.marks)
    )


def _shared(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many outer marks go on from one run to the next."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        count += 1
    return count
