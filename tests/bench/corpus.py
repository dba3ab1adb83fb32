"""Invented articles in three languages, up to a hundred thousand; one in ten has a full text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import msgspec

from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship, Record, Reference
from tests.bench.vocabulary import sentences, vocabulary, word

AUTHORS, REFERENCES = 3, 20
ABSTRACT_SENTENCES, BODY_SENTENCES = (6, 12), (120, 300)
PEOPLE, KEYWORDS, CITED = 15_000, 6_000, 30_000
FIRST_DAY, DAYS = date(2000, 1, 15), 9_000


class Place(msgspec.Struct, frozen=True):
    """The journal, issue and section of an article."""

    journal: int
    issue: int
    section: int


def records(count: int, places: list[Place]) -> Iterator[tuple[Place, Record]]:
    """Invented records; the same count always gives the same ones."""
    chance = random.Random(20)
    for number in range(count):
        place = places[number * len(places) // count]
        yield place, record(number, count, place, chance)


def record(number: int, count: int, place: Place, chance: random.Random) -> Record:
    language = chance.choices(LANGUAGES, (5, 4, 1))[0]
    published_on = FIRST_DAY + timedelta(DAYS * number // count)
    return Record(
        language=language,
        status="published",
        title={code: title(code, chance) for code in LANGUAGES},
        abstract={code: text(code, chance, *ABSTRACT_SENTENCES) for code in LANGUAGES},
        keywords=keyword_lists(chance),
        authors=tuple(chance.choices(people(), k=AUTHORS)),
        affiliations=(AFFILIATION,),
        section_id=place.section,
        issue_id=place.issue,
        position=number % 20 + 1,
        doi=f"10.5555/invented.{number}",
        first_page=str(number % 20 * 10 + 1),
        last_page=str(number % 20 * 10 + 9),
        received_on=published_on - timedelta(120),
        published_on=published_on,
        body=body(language, chance) if number % 10 == 0 else "",
        references=tuple(chance.choices(cited(), k=REFERENCES)),
    )


AFFILIATION = Affiliation(
    name={"kk": "Дала университеті", "ru": "Университет степи", "en": "Steppe University"},
    city={"kk": "Қарқара", "ru": "Каркара", "en": "Karkara"},
    country="KZ",
)


def title(code: Language, chance: random.Random) -> str:
    ranked, weights = vocabulary(code)
    return " ".join(
        chance.choices(ranked, cum_weights=weights, k=chance.randint(6, 12))
    ).capitalize()


def text(code: Language, chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(sentences(code), k=chance.randint(least, most)))


def body(code: Language, chance: random.Random) -> str:
    paragraphs = (text(code, chance, 5, 9) for _ in range(chance.randint(*BODY_SENTENCES) // 7))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def keyword_lists(chance: random.Random) -> dict[Language, tuple[str, ...]]:
    """The same terms in each language, some much more frequent than others."""
    places = {int(KEYWORDS * chance.random() ** 3) for _ in range(6)}
    return {code: tuple(terms(code)[place] for place in sorted(places)) for code in LANGUAGES}


@cache
def terms(code: Language) -> list[str]:
    chance = random.Random(f"{code} terms")
    ranked, _weights = vocabulary(code)
    return [
        " ".join(chance.choices(ranked[60:20_000], k=chance.randint(1, 3))) for _ in range(KEYWORDS)
    ]


@cache
def people() -> list[Authorship]:
    chance = random.Random("people")
    return [person(chance) for _ in range(PEOPLE)]


def person(chance: random.Random) -> Authorship:
    names = {}
    for code in LANGUAGES:
        family, given = word(code, chance).capitalize(), word(code, chance).capitalize()
        ends = {"kk": ("ов", "ұлы"), "ru": ("ов", "ович"), "en": ("ov", "")}[code]
        patronymic = word(code, chance).capitalize() + ends[1] if ends[1] else ""
        names[code] = Name(family + ends[0], given, patronymic)
    return Authorship(names=names, marks=(1,))


@cache
def cited() -> list[Reference]:
    chance = random.Random("cited")
    return [reference(place, chance) for place in range(CITED)]


def reference(place: int, chance: random.Random) -> Reference:
    code = chance.choice(LANGUAGES)
    family = word(code, chance).capitalize()
    year, pages = chance.randint(1950, 2024), chance.randint(50, 400)
    sentence = " ".join(chance.choice(sentences(code)).split()[:10])
    text = f"{family} А. {sentence} // {word(code, chance).capitalize()}. – {year}. – {pages} б."
    return Reference(text=text, doi=f"10.5555/cited.{place}" if place % 3 == 0 else "")
