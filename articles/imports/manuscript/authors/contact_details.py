"""E-mails and ORCIDs from contact lines and biographies to the authors they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.imports.manuscript.authors.author_lists import Voice
from articles.imports.manuscript.authors.contacts import emails, orcids
from articles.imports.manuscript.labels.label import label_of
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.sourced_value import Found, Sureness
from articles.records.names import parse_name
from articles.records.romanization import romanize

STEM = 4  # letters of a surname that two spellings share
LOOSE = str.maketrans({"y": "i", "j": "i", "h": "", "w": "v"})


@dataclass
class Person:
    """What is known of one author when addresses are given out."""

    spellings: list[str]
    surnames: list[str]
    star: bool = False
    email: str = ""
    orcid: str = ""


def known_people(voices: list[Voice], main: Voice) -> list[Person]:
    """Every author with the surnames of all languages."""
    people = []
    for at in range(len(main.people)):
        named = [(v.people[at], v.language) for v in voices if at < len(v.people)]
        mails = [each for person, _ in named for each in person.emails]
        ids = [each for person, _ in named for each in person.orcids]
        people.append(
            Person(
                [person.name for person, _ in named],
                [
                    _plain(parse_name(person.name, tongue).family, tongue)
                    for person, tongue in named
                ],
                any(person.marks.star for person, _ in named),
                mails[0].lower() if mails else "",
                ids[0] if ids else "",
            )
        )
    return people


def _plain(family: str, language: str) -> str:
    """A surname in Latin letters, near enough to compare."""
    latin = (
        family
        if family.isascii()
        else romanize(family, "kk" if language == "kk" else "ru", "bgn_pcgn")
    )
    return re.sub(r"[^a-z]", "", latin.lower().translate(LOOSE))


def address_values(
    people: list[Person], contacts: list[Paragraph], bios: list[Paragraph]
) -> Iterator[Found]:
    """First the biographies, which name their person, then the lines of addresses."""
    yield from _from_bios(people, bios)
    yield from _from_lists(people, contacts)
    yield from _from_correspondence(people, contacts)
    yield from _corresponding(people, contacts)


def _from_bios(people: list[Person], bios: list[Paragraph]) -> Iterator[Found]:
    for bio in bios:
        at = _named_in(people, bio.text)
        mails, ids = emails(bio.text), orcids(bio.text)
        if at is not None and len(mails) == 1:
            yield from _give(people, at, "email", mails[0], bio)
        if at is not None and len(ids) == 1:
            yield from _give(people, at, "orcid", ids[0], bio)


def _give(
    people: list[Person], at: int, field: str, value: str, source: Paragraph,
    sureness: Sureness = Sureness.CERTAIN,
) -> Iterator[Found]:  # fmt: skip
    value = value.lower() if field == "email" else value
    taken = [getattr(person, field) for person in people]
    if (value in taken and field == "email") or taken[at]:
        return
    setattr(people[at], field, value)
    yield Found(f"authors.{at}.{field}", value, source.lines, sureness)


def _named_in(people: list[Person], text: str) -> int | None:
    """The only author whose surname begins one of the first words."""
    start = re.split(r"\s[-–—]\s|[(:;]", text)[0][:90]
    words = [_plain(word, "ru") for word in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", start)]
    hits = [
        at
        for at, person in enumerate(people)
        if any(_alike(surname, word) for surname in person.surnames for word in words)
    ]
    return hits[0] if len(hits) == 1 else None


def _alike(one: str, other: str) -> bool:
    if len(one) < STEM or len(other) < STEM:
        return bool(one) and one == other
    return one[:5] == other[:5] or (one[-6:] == other[-6:] and abs(len(one) - len(other)) < 3)


def _from_lists(people: list[Person], contacts: list[Paragraph]) -> Iterator[Found]:
    """As many addresses as authors, in their order; or each beside a name."""
    for field, find in (("email", emails), ("orcid", orcids)):
        lists = [(find(line.text), line) for line in contacts if not _is_for_one(line, people)]
        every = [(value, line) for values, line in lists for value in values]
        if len(dict.fromkeys(value for value, _ in every)) == len(people) > 1:
            order = dict(reversed(every))
            values = list(dict.fromkeys(value for value, _ in every))
            for at, value in enumerate(values):
                own = _by_surname(people, value) if field == "email" else None
                place = at if own is None or field == "orcid" else own
                yield from _give(people, place, field, value, order[value])
    for line in contacts:
        yield from _named(people, line)


def _named(people: list[Person], line: Paragraph) -> Iterator[Found]:
    """`K. Sarsen: k.sarsen@example.org` names its person."""
    at = _named_in(people, _without_label(line))
    mails, ids = emails(line.text), orcids(line.text)
    if at is not None and len(mails) == 1:
        yield from _give(people, at, "email", mails[0], line)
    if at is not None and len(ids) == 1:
        yield from _give(people, at, "orcid", ids[0], line)


def _without_label(line: Paragraph) -> str:
    label = label_of(line)
    text = line.text[label.end if label else 0 :]
    return text.split("@")[0].rpartition(" ")[0] if "@" in text else text


def _is_for_one(line: Paragraph, people: list[Person]) -> bool:
    label = label_of(line)
    starred = line.text.lstrip().startswith(("*", "✉"))
    return len(people) > 1 and (
        starred or (label is not None and label.element == "correspondence")
    )


def _from_correspondence(people: list[Person], contacts: list[Paragraph]) -> Iterator[Found]:
    """One address: of the author with the star, or whose surname it holds, or of the only one."""
    starred = [at for at, person in enumerate(people) if person.star]
    for line in contacts:
        for mail in emails(line.text):
            at = _by_surname(people, mail)
            if len(starred) == 1 and (at is None or _is_for_one(line, people)):
                at = starred[0]
            if len(people) == 1:
                at = 0
            if at is not None:
                yield from _give(people, at, "email", mail, line, Sureness.LIKELY)
        if len(people) == 1 and len(ids := orcids(line.text)) == 1:
            yield from _give(people, 0, "orcid", ids[0], line)


def _by_surname(people: list[Person], mail: str) -> int | None:
    local = mail.split("@")[0].lower().translate(LOOSE)
    hits = [
        at
        for at, person in enumerate(people)
        if any(len(name) >= STEM and name[:5] in local for name in person.surnames)
    ]
    return hits[0] if len(hits) == 1 else None


def _corresponding(people: list[Person], contacts: list[Paragraph]) -> Iterator[Found]:
    """Without a star: the one whom the correspondence line names or whose address it holds."""
    if any(person.star for person in people):
        return
    for line in contacts:
        label = label_of(line)
        if label is None or label.element != "correspondence":
            continue
        at = _named_in(people, _without_label(line))
        for mail in emails(line.text):
            owners = [i for i, person in enumerate(people) if person.email == mail.lower()]
            at = owners[0] if owners else at
        if at is not None:
            yield Found(f"authors.{at}.corresponding", True, line.lines)
            return
    yield from _only_address(people, contacts)


def _only_address(people: list[Person], contacts: list[Paragraph]) -> Iterator[Found]:
    """A single address in the front matter is the corresponding author's."""
    mails = {mail.lower() for line in contacts for mail in emails(line.text)}
    owners = [at for at, person in enumerate(people) if person.email in mails and person.email]
    if len(mails) == 1 and len(owners) == 1 and len(people) > 1:
        lines = tuple(n for line in contacts if emails(line.text) for n in line.lines)
        yield Found(f"authors.{owners[0]}.corresponding", True, lines, Sureness.DOUBTFUL)
