"""The bylines of all languages to one list of authors, their organisations and addresses."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.authors.author_lists import Voice
from articles.imports.manuscript.sourced_value import Found, Sureness


def author_values(voices: list[Voice], main: Voice) -> Iterator[Found]:
    """Names in each language, marks, addresses in the bylines, and the organisations."""
    for at, person in enumerate(main.people):
        yield Found(f"authors.{at}.order", at + 1, person.lines)
    for voice in voices:
        yield from _names(voice, main)
        yield from _organisations(voice, main)
    yield from _belongings(voices, main)


def _names(voice: Voice, main: Voice) -> Iterator[Found]:
    agrees = len(voice.people) == len(main.people)
    for at, person in enumerate(voice.people[: len(main.people)]):
        sureness = Sureness.CERTAIN if agrees and person.sure > 1 else Sureness.DOUBTFUL
        yield Found(f"authors.{at}.name.{voice.language}", person.name, person.lines, sureness)
        if person.degree:
            yield Found(f"authors.{at}.degree.{voice.language}", person.degree, person.lines)
        if person.emails:
            yield Found(f"authors.{at}.email", person.emails[0].lower(), person.lines)
        if person.orcids:
            yield Found(f"authors.{at}.orcid", person.orcids[0], person.lines)
        if person.marks.star:
            yield Found(f"authors.{at}.corresponding", True, person.lines)


def _organisations(voice: Voice, main: Voice) -> Iterator[Found]:
    """By their mark where both languages have marks, else by their order."""
    ranks = {sign: at for at, each in enumerate(main.organisations) for sign in each.signs}
    count = max(len(main.organisations), 1)
    for at, organisation in enumerate(voice.organisations):
        place = next((ranks[sign] for sign in organisation.signs if sign in ranks), at)
        sureness = Sureness.CERTAIN if at < count else Sureness.DOUBTFUL
        path = f"affiliations.{place}"
        yield Found(f"{path}.id", place + 1, organisation.lines)
        yield Found(
            f"{path}.name.{voice.language}", organisation.name, organisation.lines, sureness
        )


def _belongings(voices: list[Voice], main: Voice) -> Iterator[Found]:
    """Which organisations each author has: of the first language that tells it."""
    telling = [main, *(voice for voice in voices if voice is not main)]
    for at, person in enumerate(main.people):
        for voice in telling:
            if at < len(voice.belongs) and voice.belongs[at]:
                numbers = sorted(place + 1 for place in voice.belongs[at])
                sureness = Sureness.CERTAIN if voice.is_marked else Sureness.LIKELY
                yield Found(f"authors.{at}.affiliations", numbers, person.lines, sureness)
                break
