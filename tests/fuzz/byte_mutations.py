"""Mutations of any file: bytes flipped, cut, repeated, moved, or mixed with another file."""

from __future__ import annotations

import random
from collections.abc import Callable

MAGIC_BYTES = (
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\x1b",
    b"\xed\xa0\x80",
)


def flip(data: bytes, other: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, len(data) // 200))):
        if made:
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def cut(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = piece(data, chance)
    return chance.choice((data[:start], data[end:], data[:start] + data[end:]))


def splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return data[: piece(data, chance)[0]] + other[piece(other, chance)[0] :]


def repeat(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = piece(data, chance)
    times = min(chance.choice((2, 5, 200)), 300_000 // max(1, end - start) + 1)
    return data[:start] + data[start:end] * times + data[end:]


def swap(data: bytes, other: bytes, chance: random.Random) -> bytes:
    start, end = piece(data, chance)
    at = chance.randrange(len(data) + 1)
    rest = data[:start] + data[end:]
    return rest[:at] + data[start:end] + rest[at:]


def insert(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    put = chance.choice((*MAGIC_BYTES, chance.randbytes(chance.randrange(1, 60))))
    return data[:at] + put + data[at:]


def piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 16, 300, 5000)))


MUTATIONS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (
    flip, cut, splice, repeat, swap, insert,
)  # fmt: skip


def mutate(data: bytes, other: bytes, chance: random.Random) -> bytes:
    return chance.choice(MUTATIONS)(data, other, chance)
