"""Mutations of a PDF: its numbers, names, references and operators changed."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
REFERENCE = re.compile(rb"(\d+) 0 R")
NAME = re.compile(rb"/[A-Za-z]+")
OPERATORS = (
    *b"BT ET Tj TJ Tf Td TD Tm T* Ts Tz q Q cm Do ' BI ID EI ( ) [ ] < > << >>".split(),
    b'"',
)
NUMBERS = (b"0", b"-1", b"1", b"2147483648", b"-99999999999", b"1e9", b"0.0000001", b"999999")


def mutate(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return chance.choice(MUTATIONS)(data, chance)


def content(data: bytes, chance: random.Random) -> bytes:
    """Mutate the operators of one stream, compressed as before, with its old length."""
    streams = list(STREAM.finditer(data))
    if not streams:
        return data
    stream = chance.choice(streams)
    try:
        made = zlib.compress(mutate_operators(zlib.decompress(stream[1]), chance))
    except zlib.error:
        made = mutate_operators(stream[1], chance)
    return data[: stream.start(1)] + made + data[stream.end(1) :]


def mutate_operators(plain: bytes, chance: random.Random) -> bytes:
    words = plain.split(b" ")
    for _ in range(chance.choice((1, 5, 60))):
        at = chance.randrange(len(words))
        put = chance.choice(
            (words[chance.randrange(len(words))], chance.choice(OPERATORS), chance.choice(NUMBERS))
        )
        turn = chance.randrange(4)
        words[at : at + (turn != 0)] = [[put], [put], [], [words[at]] * chance.choice((2, 300))][
            turn
        ]
        words = words or [b""]
    return b" ".join(words)


def one_of(
    pattern: re.Pattern[bytes], data: bytes, chance: random.Random
) -> re.Match[bytes] | None:
    """Return a match from a random place on, mostly outside streams."""
    start = chance.randrange(len(data) + 1)
    return pattern.search(data, start) or pattern.search(data)


def number(data: bytes, chance: random.Random) -> bytes:
    match = one_of(NUMBER, data, chance)
    return data[: match.start()] + chance.choice(NUMBERS) + data[match.end() :] if match else data


def reference(data: bytes, chance: random.Random) -> bytes:
    """Make an object refer to another, or to itself."""
    references = list(REFERENCE.finditer(data))
    if not references:
        return data
    one, other = chance.choice(references), chance.choice(references)
    return data[: one.start(1)] + other[1] + data[one.end(1) :]


def name(data: bytes, chance: random.Random) -> bytes:
    one, other = one_of(NAME, data, chance), one_of(NAME, data, chance)
    return data[: one.start()] + other[0] + data[one.end() :] if one and other else data


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    content, content, content, number, number, reference, reference, name,
)  # fmt: skip
