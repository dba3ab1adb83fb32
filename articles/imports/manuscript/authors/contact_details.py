"""E-mails and ORCIDs of contact lines and biographies, given to the authors they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.imports.manuscript.authors.author_lists import AuthorList
from articles.imports.manuscript.authors.contacts import find_emails, find_orcids
from articles.imports.manuscript.authors.surnames import (
    LOOSE,
    STEM,
    comparable,
    comparable_surname,
    is_same_surname,
)
from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness


@dataclass
class KnownAuthor:
    """One author with the surnames of all languages, and the contact details found so far."""

    surnames: list[str]
    lines: tuple[int, ...] = ()
    star: bool = False
    email: str = ""
    orcid: str = ""


def collect_known_authors(author_lists: list[AuthorList], main: AuthorList) -> list[KnownAuthor]:
    """Return every author with the surnames of all languages."""
    authors = []
    for at in range(len(main.people)):
        named = [
            (author_list.people[at], author_list.language)
            for author_list in author_lists
            if at < len(author_list.people)
        ]
        mails = [mail for person, _ in named for mail in person.emails]
        ids = [orcid for person, _ in named for orcid in person.orcids]
        authors.append(
            KnownAuthor(
                [comparable_surname(person.name, language) for person, language in named],
                main.people[at].lines,
                any(person.marks.star for person, _ in named),
                mails[0].lower() if mails else "",
                ids[0] if ids else "",
            )
        )
    return authors


def contact_values(
    people: list[KnownAuthor], contacts: list[Paragraph], bios: list[Paragraph]
) -> Iterator[SourcedValue]:
    """E-mails, ORCIDs and the corresponding author.

    Biographies come first, because they name the person.
    """
    yield from _from_bios(people, bios)
    yield from _from_lists(people, contacts)
    yield from _from_correspondence(people, contacts)
    yield from _corresponding(people, contacts)


def _from_bios(people: list[KnownAuthor], bios: list[Paragraph]) -> Iterator[SourcedValue]:
    for bio in bios:
        at = _named_in(people, bio.text)
        mails, ids = find_emails(bio.text), find_orcids(bio.text)
        if at is not None and len(mails) == 1:
            yield from _assign(people, at, "email", mails[0], bio)
        if at is not None and len(ids) == 1:
            yield from _assign(people, at, "orcid", ids[0], bio)


def _assign(
    people: list[KnownAuthor], at: int, field: str, value: str, source: Paragraph,
    sureness: Sureness = Sureness.CERTAIN,
) -> Iterator[SourcedValue]:  # fmt: skip
    value = value.lower() if field == "email" else value
    taken = [getattr(person, field) for person in people]
    if (value in taken and field == "email") or taken[at]:
        return
    setattr(people[at], field, value)
    yield SourcedValue(f"authors.{at}.{field}", value, source.lines, sureness)


def _named_in(people: list[KnownAuthor], text: str) -> int | None:
    """Return the only author whose surname is among the first words, or None."""
    start = re.split(r"\s[-–—]\s|[(:;]", text)[0][:90]
    words = [comparable(word, "ru") for word in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", start)]
    hits = [
        at
        for at, person in enumerate(people)
        if any(is_same_surname(surname, word) for surname in person.surnames for word in words)
    ]
    return hits[0] if len(hits) == 1 else None


def _from_lists(people: list[KnownAuthor], contacts: list[Paragraph]) -> Iterator[SourcedValue]:
    """E-mails or ORCIDs in the order of the authors, if as many; or each beside a name."""
    for field, find in (("email", find_emails), ("orcid", find_orcids)):
        lists = [
            (find(line.text), line) for line in contacts if not _is_of_one_author(line, people)
        ]
        every = [(value, line) for values, line in lists for value in values]
        if len(dict.fromkeys(value for value, _ in every)) == len(people) > 1:
            order = dict(reversed(every))
            values = list(dict.fromkeys(value for value, _ in every))
            for at, value in enumerate(values):
                owner = _by_surname(people, value) if field == "email" else None
                place = at if owner is None or field == "orcid" else owner
                yield from _assign(people, place, field, value, order[value])
    for line in contacts:
        yield from _from_named_line(people, line)


def _from_named_line(people: list[KnownAuthor], line: Paragraph) -> Iterator[SourcedValue]:
    """A line that names its author: `K. Sarsen: k.sarsen@example.org`."""
    at = _named_in(people, _without_label(line))
    mails, ids = find_emails(line.text), find_orcids(line.text)
    if at is not None and len(mails) == 1:
        yield from _assign(people, at, "email", mails[0], line)
    if at is not None and len(ids) == 1:
        yield from _assign(people, at, "orcid", ids[0], line)


def _without_label(line: Paragraph) -> str:
    label = find_label(line)
    text = line.text[label.end if label else 0 :]
    return text.split("@")[0].rpartition(" ")[0] if "@" in text else text


def _is_of_one_author(line: Paragraph, people: list[KnownAuthor]) -> bool:
    label = find_label(line)
    starred = line.text.lstrip().startswith(("*", "✉"))
    return len(people) > 1 and (
        starred or (label is not None and label.element == "correspondence")
    )


def _from_correspondence(
    people: list[KnownAuthor], contacts: list[Paragraph]
) -> Iterator[SourcedValue]:
    """E-mails of the author with the star, of the surname that they hold, or of the only author."""
    starred = [at for at, person in enumerate(people) if person.star]
    for line in contacts:
        for mail in find_emails(line.text):
            at = _by_surname(people, mail)
            if len(starred) == 1 and (at is None or _is_of_one_author(line, people)):
                at = starred[0]
            if len(people) == 1:
                at = 0
            if at is not None:
                yield from _assign(people, at, "email", mail, line, Sureness.LIKELY)
        if len(people) == 1 and len(ids := find_orcids(line.text)) == 1:
            yield from _assign(people, 0, "orcid", ids[0], line)


def _by_surname(people: list[KnownAuthor], mail: str) -> int | None:
    """Return the only author whose surname the e-mail holds, or None."""
    local = mail.split("@")[0].lower().translate(LOOSE)
    hits = [
        at
        for at, person in enumerate(people)
        if any(len(name) >= STEM and name[:5] in local for name in person.surnames)
    ]
    return hits[0] if len(hits) == 1 else None


def _corresponding(people: list[KnownAuthor], contacts: list[Paragraph]) -> Iterator[SourcedValue]:
    """Without a star: the author whom the correspondence line names or whose e-mail it holds."""
    if any(person.star for person in people):
        return
    for line in contacts:
        label = find_label(line)
        if label is None or label.element != "correspondence":
            continue
        at = _named_in(people, _without_label(line))
        for mail in find_emails(line.text):
            owners = [i for i, person in enumerate(people) if person.email == mail.lower()]
            at = owners[0] if owners else at
        if at is not None:
            yield SourcedValue(f"authors.{at}.corresponding", True, line.lines)
            return
    yield from _single_email(people, contacts)


def _single_email(people: list[KnownAuthor], contacts: list[Paragraph]) -> Iterator[SourcedValue]:
    """A single e-mail in the header is the corresponding author's."""
    mails = {mail.lower() for line in contacts for mail in find_emails(line.text)}
    mails |= {person.email for person in people if person.email}
    owners = [at for at, person in enumerate(people) if person.email in mails and person.email]
    if len(mails) == 1 and len(owners) == 1:
        lines = tuple(n for line in contacts if find_emails(line.text) for n in line.lines)
        lines = lines or people[owners[0]].lines
        yield SourcedValue(f"authors.{owners[0]}.corresponding", True, lines, Sureness.DOUBTFUL)
