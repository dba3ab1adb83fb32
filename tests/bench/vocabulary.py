"""Invented texts with the word frequencies of real ones: a few words everywhere, most rare.

Function words and some words of the sciences are real, so that real queries find something. The
thousands of others are invented, and inflected as Kazakh, Russian and English words are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

import pymorphy3

from articles.records.languages import Language
from articles.search.function_words import ENGLISH, KAZAKH, RUSSIAN
from articles.search.kazakh.harmony import harmonies
from articles.search.kazakh.phonology import realise

INVENTED = {"kk": 9_000, "ru": 9_000, "en": 12_000}  # words; each in several forms
SENTENCES, SENTENCE_WORDS = 20_000, 18
FLATTENED, STEEPNESS = (
    2.7,
    1.07,
)  # Zipf-Mandelbrot: 1 / (rank + 2.7) ** 1.07

SCIENCE: dict[Language, str] = {
    "kk": """
        қазақстан мемлекет тіл білім зерттеу дипломатия саясат тарих экономика мәдениет ғылым
        технология халық қоғам даму дала өсімдік су аймақ көлік медицина әдебиет құқық кітап
        шекара мұрағат сауда өнер орман климат энергия мектеп университет интернет ғасыр отбасы
        денсаулық ауыл қала топырақ көші түйе өзен нарық заң дін философия педагогика химия
        физика математика биология""",
    "ru": """
        казахстан государство язык образование исследование дипломатия политика история экономика
        культура наука технология народ общество развитие степь растение вода регион транспорт
        медицина литература право книга граница архив торговля искусство лес климат энергия школа
        университет интернет век семья здоровье село город почва миграция верблюд река рынок закон
        религия философия педагогика химия физика математика биология""",
    "en": """
        kazakhstan state language education research diplomacy policy history economy culture
        science technology people society development steppe plant water region transport medicine
        literature law book border archive trade art forest climate energy school university
        internet century family health village city soil migration camel river market statute
        religion philosophy pedagogy chemistry physics mathematics biology""",
}
ONSETS: dict[Language, tuple[str, ...]] = {
    "kk": ("б", "т", "қ", "к", "м", "н", "с", "ш", "ж", "д", "з", "л", "р"),
    "ru": tuple("б в г д з к л м н п р с т ф х ч ш ст пр тр кр гр".split()),  # noqa: SIM905
    "en": tuple("b c d f g l m n p r s t v st pr tr cr gr sh th".split()),  # noqa: SIM905
}
VOWELS: dict[Language, tuple[tuple[str, ...], ...]] = {
    "kk": (tuple("аоұы"), tuple("әөүіе")),
    "ru": (tuple("аоуеия"),),
    "en": (tuple("aeiou"),),
}
ENDS: dict[Language, tuple[str, ...]] = {
    "kk": ("л", "р", "н", "с", "т", "қ", "м", "з"),
    "ru": ("н", "т", "л", "р", "ж", "в", "ст"),
    "en": ("n", "t", "l", "r", "d", "nt", "st", "m"),
}
KAZAKH_CHAINS = (
    (), ("QIң",), ("DA",), ("NI",), ("GA",), ("BAн",), ("Mен",), ("LAр",), ("LAр", "QIң"),
    ("LAр", "DA"), ("LAр", "NI"), ("(с)I",), ("LAр", "(с)I"),
)  # fmt: skip
RUSSIAN_ENDS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
ENGLISH_ENDS = ("", "s", "ed", "ing", "al", "ation", "ally")


@cache
def vocabulary(language: Language) -> tuple[list[str], list[float]]:
    """Word forms, the most frequent first, and their cumulative weights."""
    chance = random.Random(f"{language} words")
    common = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}[language].split()
    science = [form for word in SCIENCE[language].split() for form in forms(word, language)]
    chance.shuffle(science)
    invented = [form for word in words(language, chance) for form in forms(word, language)]
    chance.shuffle(invented)
    ranked = list(dict.fromkeys([*common, *mixed(science, invented)]))
    weights = accumulate(1 / (place + FLATTENED) ** STEEPNESS for place in range(len(ranked)))
    return ranked, list(weights)


def mixed(science: list[str], invented: list[str]) -> Iterator[str]:
    """Words of science spread among the most frequent of the invented ones, every third word."""
    science_forms = iter(science)
    for place, form in enumerate(invented):
        if place < 2 * len(science) and place % 2 == 0:
            yield next(science_forms)
        yield form


def words(language: Language, chance: random.Random) -> list[str]:
    return list(dict.fromkeys(word(language, chance) for _ in range(INVENTED[language])))


def word(language: Language, chance: random.Random) -> str:
    """An invented word of two to four syllables; the vowels of a Kazakh word are in harmony."""
    vowels = chance.choice(VOWELS[language])
    syllables = chance.choices((2, 3, 4), (5, 4, 1))[0]
    letters = "".join(
        chance.choice(ONSETS[language]) + chance.choice(vowels) for _ in range(syllables)
    )
    return letters + chance.choice(ENDS[language])


def forms(word: str, language: Language) -> list[str]:
    if language == "kk":
        return [kazakh(word, chain) for chain in KAZAKH_CHAINS]
    if language == "en":
        return [word + end for end in ENGLISH_ENDS[: 2 if word in SCIENCE["en"].split() else None]]
    if word in SCIENCE["ru"].split():
        return list(dict.fromkeys(form.word for form in dictionary().parse(word)[0].lexeme))
    return [word + end for end in RUSSIAN_ENDS]


@cache
def dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def kazakh(word: str, chain: tuple[str, ...]) -> str:
    for suffix in chain:
        word += realise(suffix, word[-1], harmonies(word)[0])
    return word


@cache
def sentences(language: Language) -> list[str]:
    """The sentences that texts are made of."""
    chance = random.Random(f"{language} sentences")
    ranked, weights = vocabulary(language)
    drawn = chance.choices(ranked, cum_weights=weights, k=SENTENCES * SENTENCE_WORDS)
    return [
        " ".join(drawn[start : start + SENTENCE_WORDS]).capitalize() + "."
        for start in range(0, len(drawn), SENTENCE_WORDS)
    ]
