"""A mutated file for each number: the same number gives the same file."""

from __future__ import annotations

import random

from . import byte_mutations, pdf_mutations, text_mutations, word_mutations
from .seeds import ENCODINGS, a_seed, another_seed

NAMES = ("article.{}", "article", "a.docx", "a.pdf", "a.md", "a.txt", "мақала.{}", "../../{}")


def fuzz_case(number: int) -> tuple[str, bytes]:
    """Return the name and the bytes of a file."""
    chance = random.Random(number)
    form, data = a_seed(chance)
    name = (NAMES[0] if chance.random() < 0.8 else chance.choice(NAMES)).format(form)
    times = chance.choice((1, 1, 2, 3, 6))
    if form in ("txt", "md"):
        return name, text(form, data, times, chance)
    mutate = {"docx": word_mutations.mutate, "pdf": pdf_mutations.mutate}[form]
    for _ in range(times):
        data = mutate(data, another_seed(form, chance), chance)
    if chance.random() < 0.25:
        other = another_seed(chance.choice(("docx", "pdf", "txt", "md")), chance)
        data = byte_mutations.mutate(data, other, chance)
    return name, data


def text(form: str, data: bytes, times: int, chance: random.Random) -> bytes:
    shown = data.decode("utf-8", "replace")
    for _ in range(times):
        other = another_seed(form, chance).decode("utf-8", "replace")
        shown = text_mutations.mutate(shown, other, chance)
    encoding = "utf-8" if chance.random() < 0.6 else chance.choice(ENCODINGS)
    data = shown.encode(encoding, "replace")
    if chance.random() < 0.2:
        data = byte_mutations.mutate(data, another_seed(form, chance), chance)
    return data
