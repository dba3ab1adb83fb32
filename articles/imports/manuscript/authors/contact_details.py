"""E-mails and ORCIDs of contact lines and biographies, given to the authors they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from articles.imports.manuscript.authors.author_lists import AuthorList
from articles.imports.manuscript.authors.contacts import find_emails, find_orcids
from articles.imports.manuscript.authors.surnames import (
    STEM,
    comparable,
    comparable_surname,
    is_same_surname,
)
from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness

FINDERS = {"email": find_emails, "orcid": find_orcids}


@dataclass
class KnownAuthor:
    """One author with the surnames of all languages, and the contact details found so far."""

    surnames: list[str]
    lines: tuple[int, ...] = ()
    star: bool = False
    email: str = ""
    orcid: str = ""


def collect_known_authors(author_lists: list[AuthorList]) -> list[KnownAuthor]:
    """Return every author with the surnames of all languages."""
    lists = ([each for each in author_lists if at < len(each.people)]
             for at in range(len(author_lists[0].people)))  # fmt: skip
    return [_known_author(own, at) for at, own in enumerate(lists)]


def _known_author(author_lists: list[AuthorList], at: int) -> KnownAuthor:
    people = [authors.people[at] for authors in author_lists]
    return KnownAuthor(
        [comparable_surname(each.people[at].name, each.language) for each in author_lists],
        people[0].lines,
        any(person.marks.star for person in people),
        next((mail.lower() for person in people for mail in person.emails), ""),
        next((orcid for person in people for orcid in person.orcids), ""),
    )


def contact_values(
    people: list[KnownAuthor], contacts: list[Paragraph], bios: list[Paragraph]
) -> Iterator[SourcedValue]:
    """E-mails, ORCIDs and the corresponding author.

    Biographies come first, because they name the person.
    """
    yield from _from_named(people, bios)
    yield from _from_lists(people, contacts)
    yield from _from_named(people, (piece for line in contacts for piece in _pieces(line)))
    yield from _from_correspondence(people, contacts)
    yield from _corresponding(people, contacts)


def _from_named(people: list[KnownAuthor], sources: Iterable[Paragraph]) -> Iterator[SourcedValue]:
    """The only e-mail and the only ORCID of a text that names one author."""
    for source in sources:
        at = _named_in(people, source.text)
        for field, find in FINDERS.items():
            if at is not None and len(values := find(source.text)) == 1:
                yield from _assign(people, at, field, values[0], source)


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
    """Return the only author whose surname is among the first words before an e-mail, or None."""
    before = text.split("@")[0].rpartition(" ")[0] if "@" in text else text
    start = re.split(r"\s[-–—]\s|[(:;]", before)[0][:90]
    words = [comparable(word, "ru") for word in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", start)]
    return _only(
        at
        for at, person in enumerate(people)
        if any(is_same_surname(surname, word) for surname in person.surnames for word in words)
    )


def _only(places: Iterable[int]) -> int | None:
    found = list(places)
    return found[0] if len(found) == 1 else None


def _from_lists(people: list[KnownAuthor], contacts: list[Paragraph]) -> Iterator[SourcedValue]:
    """E-mails or ORCIDs in the order of the authors, if there are as many."""
    for field, find in FINDERS.items():
        sources: dict[str, Paragraph] = {}
        for line in contacts:
            for value in [] if _is_of_one_author(line) else find(line.text):
                sources.setdefault(value, line)
        if len(sources) == len(people) > 1:
            for at, (value, line) in enumerate(sources.items()):
                owner = _by_surname(people, value) if field == "email" else None
                yield from _assign(people, at if owner is None else owner, field, value, line)


def _pieces(line: Paragraph) -> Iterator[Paragraph]:
    """What a line of contacts says of each author: `ORCID: A. Name, 0000-…; B. Name, 0000-…`."""
    label = find_label(line)
    text = line.text[label.end if label else 0 :]
    is_list = any(len(find(text)) > 1 for find in FINDERS.values())
    return (replace(line, text=piece) for piece in (text.split(";") if is_list else [text]))


def _is_of_one_author(line: Paragraph) -> bool:
    return line.text.lstrip().startswith(("*", "✉")) or _is_correspondence(line)


def _is_correspondence(line: Paragraph) -> bool:
    label = find_label(line)
    return label is not None and label.element == "correspondence"


def _from_correspondence(
    people: list[KnownAuthor], contacts: list[Paragraph]
) -> Iterator[SourcedValue]:
    """E-mails of the author with the star, of the surname that they hold, or of the only author."""
    starred = [at for at, person in enumerate(people) if person.star]
    for line in contacts:
        for mail in find_emails(line.text):
            at = _by_surname(people, mail) if len(people) > 1 else 0
            if len(starred) == 1 and (at is None or _is_of_one_author(line)):
                at = starred[0]
            if at is not None:
                yield from _assign(people, at, "email", mail, line, Sureness.LIKELY)
        if len(people) == 1 and len(ids := find_orcids(line.text)) == 1:
            yield from _assign(people, 0, "orcid", ids[0], line)


def _by_surname(people: list[KnownAuthor], mail: str) -> int | None:
    """Return the only author whose surname the e-mail holds, or None."""
    local = comparable(mail.split("@")[0], "en")
    return _only(
        at
        for at, person in enumerate(people)
        if any(len(name) >= STEM and name[:5] in local for name in person.surnames)
    )


def _corresponding(people: list[KnownAuthor], contacts: list[Paragraph]) -> Iterator[SourcedValue]:
    """Without a star: whom the correspondence line names, or whose e-mail it or the header has."""
    if any(person.star for person in people):
        return
    for line in filter(_is_correspondence, contacts):
        mails = [mail.lower() for mail in find_emails(line.text)]
        owners = [at for at, person in enumerate(people) if person.email in mails]
        at = owners[-1] if owners else _named_in(people, next(_pieces(line)).text)
        if at is not None:
            yield SourcedValue(f"authors.{at}.corresponding", True, line.lines)
            return
    all_mails = {mail.lower() for line in contacts for mail in find_emails(line.text)}
    owners = [at for at, person in enumerate(people) if person.email]
    if len(owners) == 1 and all_mails <= {people[owners[0]].email}:
        lines = tuple(n for line in contacts if find_emails(line.text) for n in line.lines)
        lines = lines or people[owners[0]].lines
        yield SourcedValue(f"authors.{owners[0]}.corresponding", True, lines, Sureness.DOUBTFUL)
