"""Mutations of a text: lines shuffled, doubled, labelled, enlarged, with odd characters."""

from __future__ import annotations

import random
from collections.abc import Callable

from articles.imports.manuscript.labels.phrases import LABELS

LABEL_WORDS = [word for group in LABELS.values() for words in group.values() for word in words]
ODD = (
    "\0", "\x01", "\x0b", "\x0c", "\x1b", "\x85", "\u2028", "\u2029", "\u00ad", "\u200b",
    "\u202e", "\u0301", "\ufeff", "\ufffd", "\uffff", "\ue010", "\ue0101\ue011", "\ud7ff", "𐍈",
    "👩‍🔬", "ﬁ", "ß", "İ", "ǆ", "ə", "Ə", "ӊ", "І", "Ⅷ", "²", "¹⁻³", "①", "٣", "१", "½", "ª",
    "ʰ", "一", "あ", "א", "ع", "ʻ", "’", "«", "»", "“", "–", "—", "‑", "−", "…", "№", "§", "†",
    "‡", "✉", "⁎", "™", "\t", "\u3000", "\u2003", "\u00a0",
)  # fmt: skip
TOKENS = (
    "А.", "Ж.Қ.", "Zh.", "Ахметов", "Akhmetov", "1", "1,2", "¹", "^1^", "*", "**", "_", "\\*",
    "@", "a@b.kz", "e-mail:", "10.5555/", "https://doi.org/", "http://", "0000-0000-0000-000X",
    "№ ", "–", "-", "С. 1-2", "2021", "16.02.2021", "ақпан", "Received", "(", ")", "[", "]",
    "[1]", "<", ">", "<sup>", "</sup>", "&amp;", "&#0;", "|", "#", "//", ";", ",", ", ", ".",
    ". ", ":", " ", "университеті", "г. Алматы", "PhD", "қызы", "және", "and", "%s", "%(a)s",
    "{}", "`",
)  # fmt: skip

Lines = list[str]


def shuffle(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    start, end = block(lines, chance)
    middle = lines[start:end]
    chance.shuffle(middle)
    return lines[:start] + middle + lines[end:]


def move(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    start, end = block(lines, chance)
    rest = lines[:start] + lines[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + lines[start:end] + rest[at:]


def double(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    start, end = block(lines, chance)
    times = min(chance.choice((2, 3, 40)), 3000 // max(1, end - start) + 1)
    return lines[:start] + lines[start:end] * times + lines[end:]


def drop(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    start, end = block(lines, chance)
    return lines[:start] + lines[end:]


def borrow(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    start, end = block(other, chance)
    at = chance.randrange(len(lines) + 1)
    return lines[:at] + other[start:end] + lines[at:]


def label(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    """Put a label where there is none, or a second one."""
    at = chance.randrange(len(lines) + 1)
    word = chance.choice(LABEL_WORDS)
    word = chance.choice((word, word.upper(), word.capitalize(), f"**{word}**", f"# {word}"))
    sign = chance.choice((".", ":", " –", "", "", " 1", "/", "..."))
    if lines and chance.random() < 0.5:
        at = min(at, len(lines) - 1)
        return [*lines[:at], f"{word}{sign} {lines[at]}", *lines[at + 1 :]]
    return [*lines[:at], f"{word}{sign}", *lines[at:]]


def scatter(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    """Put odd characters anywhere."""
    made = list(lines)
    for _ in range(chance.choice((1, 5, 60))):
        if made:
            at = chance.randrange(len(made))
            place = chance.randrange(len(made[at]) + 1)
            put = chance.choice(ODD) * chance.choice((1, 1, 1, 50))
            made[at] = made[at][:place] + put + made[at][place:]
    return made


def grow(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    """Make one line of the same few pieces, repeated."""
    pieces = [chance.choice(TOKENS) for _ in range(chance.randrange(1, 4))]
    long = chance.choice(("", " ")).join(pieces) * chance.choice((10, 300, 6000))
    at = chance.randrange(len(lines) + 1)
    if lines and chance.random() < 0.5:
        at = min(at, len(lines) - 1)
        return [*lines[:at], lines[at] + long, *lines[at + 1 :]]
    return [*lines[:at], long, *lines[at:]]


def mix(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    """Add lines of the pieces of bylines, contacts and references, in no order."""
    made = [
        chance.choice(("", " ", ", ")).join(
            chance.choice(TOKENS + ODD) for _ in range(chance.randrange(1, 25))
        )
        for _ in range(chance.choice((1, 8, 80)))
    ]
    at = chance.randrange(len(lines) + 1)
    return lines[:at] + made + lines[at:]


def join(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    start, end = block(lines, chance)
    sign = chance.choice(("", " ", "  ", "\t", ", ", "; ", " / ", "|"))
    return [*lines[:start], sign.join(lines[start:end]), *lines[end:]]


def break_up(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    start, end = block(lines, chance)
    sign = chance.choice((" ", ". ", ", "))
    return [
        *lines[:start],
        *(part for line in lines[start:end] for part in line.split(sign)),
        *lines[end:],
    ]


def set_case(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    start, end = block(lines, chance)
    turn = chance.choice((str.upper, str.lower, str.swapcase, str.title, lambda line: line[::-1]))
    return [*lines[:start], *map(turn, lines[start:end]), *lines[end:]]


def block(lines: Lines, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(lines) + 1)
    return start, min(len(lines), start + chance.choice((1, 2, 6, 30, len(lines))))


MUTATIONS: tuple[Callable[[Lines, Lines, random.Random], Lines], ...] = (
    shuffle, move, double, drop, borrow, label, label, scatter, grow, mix, join, break_up, set_case,
)  # fmt: skip


def mutate(text: str, other: str, chance: random.Random) -> str:
    """Mutate a text; at most 1,000,000 characters of it."""
    made = chance.choice(MUTATIONS)(text.split("\n"), other.split("\n"), chance)
    return "\n".join(made)[:1_000_000]
