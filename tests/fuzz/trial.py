"""One spoilt file from one number: the same number gives the same file."""

from __future__ import annotations

import random

from . import spoilt_bytes, spoilt_pdf, spoilt_text, spoilt_word
from .seeds import ENCODINGS, a_seed, of_form

NAMES = ("article.{}", "article", "a.docx", "a.pdf", "a.md", "a.txt", "мақала.{}", "../../{}")


def trial(number: int) -> tuple[str, bytes]:
    """The name and the bytes."""
    chance = random.Random(number)
    form, data = a_seed(chance)
    name = (NAMES[0] if chance.random() < 0.8 else chance.choice(NAMES)).format(form)
    times = chance.choice((1, 1, 2, 3, 6))
    if form in ("txt", "md"):
        return name, text(form, data, times, chance)
    spoil = {"docx": spoilt_word.spoil, "pdf": spoilt_pdf.spoil}[form]
    for _ in range(times):
        data = spoil(data, of_form(form, chance), chance)
    if chance.random() < 0.25:
        other = of_form(chance.choice(("docx", "pdf", "txt", "md")), chance)
        data = spoilt_bytes.spoil(data, other, chance)
    return name, data


def text(form: str, data: bytes, times: int, chance: random.Random) -> bytes:
    shown = data.decode("utf-8", "replace")
    for _ in range(times):
        other = of_form(form, chance).decode("utf-8", "replace")
        shown = spoilt_text.spoil(shown, other, chance)
    encoding = "utf-8" if chance.random() < 0.6 else chance.choice(ENCODINGS)
    data = shown.encode(encoding, "replace")
    if chance.random() < 0.2:
        data = spoilt_bytes.spoil(data, of_form(form, chance), chance)
    return data
