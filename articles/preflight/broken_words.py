"""Words that a line break has split or joined: separate endings, stray hyphens, lost spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.scripts import Word

from .messages import fill, spot_in
from .subject import Passage, Subject

SMALL = "а-яёәғқңөұүһі"
LARGE = "А-ЯЁӘҒҚҢӨҰҮҺІ"

# Kazakh endings that are not words themselves, as тағы, тегі, тың, тар, дер and ген are.
ENDINGS = (
    "дағы|дегі|ндағы|ндегі|ның|нің|дың|дің|лар|лер|лары|лері|лардың|лердің|ларға|лерге|ларда|лерде|"
    "ларды|лерді|лармен|лермен|ларын|лерін|ларының|лерінің|ларына|леріне|лық|лік|лығы|лігі|лықты|"
    "лікті|сының|сінің|сында|сінде|ған|ғаны|ғанын"
)
LONE_ENDING = re.compile(rf"(?<=[{SMALL}{LARGE}]{{2}})\s(?:{ENDINGS})(?![\w-])")
TORN_ENDING = re.compile(rf"(?<=[{SMALL}]{{3}})-(?:{ENDINGS})(?![\w-])")
HYPHEN_LEFT = re.compile(
    rf"(?<=[^\W\d_]{{2}})-\s(?!(?:и|или|либо|а|но|да|және|мен|бен|пен|не|немесе|әрі|and|or|to)\b)"
    rf"[{SMALL}a-z]{{2,}}"
)
HEAD = re.compile(r"[\w-]+$")
TORN_HEAD = re.compile(rf"[{SMALL}]*[аәеёиоөуұүыіэюя][{SMALL}]*")  # no кг-ның, no ҚР-дың
SPACE_LOST = re.compile(rf"\b[{SMALL}]{{3,}}[.!?][{LARGE}][{SMALL}]{{2,}}")
GLUED = re.compile(rf"\b[{SMALL}]{{3,}}[{LARGE}][{SMALL}]{{2,}}")

KAZAKH = (HYPHEN_LEFT, LONE_ENDING, TORN_ENDING)
LONGEST = 60  # letters of a word

SPLIT = _("“%(words)s”: a word may be split.")


def check_split_words(subject: Subject) -> Iterator[Finding]:
    """An ending written apart from its word, or after a hyphen left from a line break."""
    for passage in subject.texts:
        text = subject.without_links(passage)
        for pattern in KAZAKH if passage.language == "kk" else (HYPHEN_LEFT,):
            for match in pattern.finditer(text):
                head = HEAD.search(text, max(0, match.start() - LONGEST), match.start())
                if head and (pattern is not TORN_ENDING or TORN_HEAD.fullmatch(head[0])):
                    yield _finding(Level.WARNS, passage, head.start(), match.end())


def check_halves(subject: Subject) -> Iterator[Finding]:
    """Two words that the article elsewhere writes as one and never uses apart."""
    for code in ("kk", "ru"):
        passages = list(subject.texts_in(code))
        counts = Counter(
            word.text.lower() for passage in passages for word in subject.words(passage)
        )
        for passage in passages:
            yield from _halves(passage, subject.words(passage), counts)


def check_glued_words(subject: Subject) -> Iterator[Finding]:
    """No space after a full stop, or a capital letter inside a word."""
    for passage in subject.texts:
        for pattern in (SPACE_LOST, GLUED):
            for match in pattern.finditer(subject.without_links(passage)):
                yield Finding(
                    Level.NOTES,
                    passage.field,
                    passage.language,
                    fill(_("“%(words)s”: a space may be missing."), words=match[0]),
                    rule="language",
                    spot=spot_in(passage.text, match.start(), match.end()),
                )


def _halves(passage: Passage, words: list[Word], counts: Counter[str]) -> Iterator[Finding]:
    for first, second in pairwise(words):
        left, right = first.text.lower(), second.text.lower()
        if counts[left + right] < 2 or min(len(left), len(right)) < 3 or left == right:
            continue
        is_near = passage.text[first.end : second.start].isspace()
        if is_near and counts[left] + counts[right] == 2:
            yield _finding(Level.NOTES, passage, first.start, second.end)


def _finding(level: Level, passage: Passage, start: int, end: int) -> Finding:
    return Finding(
        level,
        passage.field,
        passage.language,
        fill(SPLIT, words=" ".join(passage.text[start:end].split())),
        _("Join the halves if they are one word."),
        rule="language",
        spot=spot_in(passage.text, start, end),
    )
