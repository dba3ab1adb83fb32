"""Invented people, organisations, titles and sentences, out of the words in words.json."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

LANGUAGES = ("kk", "ru", "en")
Words = dict[str, Any]


def load_words(name: str) -> Words:
    loaded: Words = json.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return loaded


WORDS = load_words("words.json")
# What the line classifier never learned from: other people, organisations, titles and sentences.
STRANGE_WORDS = WORDS | load_words("strange_words.json")
# Those of the examiner, who did not know the reader.
EXAMINED_WORDS = WORDS | load_words("examined_words.json")
# Those of a second examiner.
FINAL_WORDS = WORDS | load_words("final_words.json")
SHAPES = (
    "initials first", "spaced initials", "one initial", "surname first", "given first",
    "surname and given", "capital surname", "in full", "in full, given first",
)  # fmt: skip


def person(language: str, at: int, shape: str, words: Words = WORDS) -> str:
    """The name of one author; `at` keeps the people of a manuscript different."""
    own, given = surname(language, at, words), words["given"][language][at * 7 % 20]
    patronymic = words["patronymics"][language][at % 10]
    return {
        "initials first": f"{given[0]}.{patronymic[0]}. {own}",
        "spaced initials": f"{given[0]}. {patronymic[0]}. {own}",
        "one initial": f"{given[0]}. {own}",
        "surname first": f"{own} {given[0]}.{patronymic[0]}.",
        "given first": f"{given} {own}",
        "surname and given": f"{own} {given}",
        "capital surname": f"{given} {own.upper()}",
        "in full": f"{own} {given} {patronymic}",
        "in full, given first": f"{given} {patronymic} {own}",
    }[shape]


def surname(language: str, at: int, words: Words = WORDS) -> str:
    return str(words["surnames"][language][at % 20])


def organisation(chance: Random, language: str, has_address: bool) -> str:
    """An organisation, with its place and now and then with a street."""
    name = chance.choice(WORDS["organisations"][language])
    place = chance.choice(WORDS["places"][language])
    street = f", {chance.choice(WORDS['streets'][language])}" if has_address else ""
    if chance.random() < 0.15:
        return f"{name} ({place})"
    return f"{name}{street}, {place}" if chance.random() < 0.85 else name


def title(chance: Random, language: str, words: Words = WORDS) -> str:
    text: str = chance.choice(words["titles"][language])
    text = text.format(*chance.sample(words["nouns"][language], 2))
    return text[0].upper() + text[1:]


def sentences(chance: Random, language: str, count: int, words: Words = WORDS) -> str:
    """Running text."""
    if language == "tr":
        return " ".join(chance.choices(words["turkish"], k=count))
    texts = chance.choices(words["sentences"][language], k=count)
    noun = chance.choice(words["nouns"][language])
    return " ".join(text.format(noun, n=chance.randint(1, 9)) for text in texts)
