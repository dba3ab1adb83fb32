"""Known people and organisations that a manuscript may name: offered to the editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

import msgspec
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from articles.models import Author, Authorship, Organisation
from articles.models.merging import CURRENT
from articles.queries.record_facts import text_of
from articles.records.languages import LANGUAGES, Language
from articles.records.record import Affiliation, Record
from articles.records.record import Authorship as Printed
from articles.records.romanization import SCHEMES, romanize

MAX_PEOPLE = 200
MAX_ORGANISATIONS = 5_000  # that are compared by likeness
MIN_LIKENESS = 88  # of 100

BY_ORCID = _("the same ORCID")
BY_EMAIL = _("the same email")
BY_NAME = _("the same name")
BY_ROR = _("the same ROR")
BY_LIKENESS = _("a similar name")


class Match(msgspec.Struct, frozen=True):
    """A known person or organisation, and why it may be the one that is named."""

    key: int
    label: str
    why: str | Promise


def person_matches(record: Record) -> list[list[Match]]:
    """For each author the people who may be the same. At most three queries."""
    people = candidates(record.authors)
    emails = dict(people_by_email(record.authors))
    missing = set(emails.values()) - {person.pk for person in people}
    people += Author.objects.filter(pk__in=missing) if missing else []
    return [each_once(matches_of_author(author, people, emails)) for author in record.authors]


def each_once(matches: Iterable[Match]) -> list[Match]:
    """The first match of each person."""
    by_key: dict[int, Match] = {}
    for match in matches:
        by_key.setdefault(match.key, match)
    return list(by_key.values())


def candidates(authors: Iterable[Printed]) -> list[Author]:
    """People with the ORCID, or with a spelling of the family name, of any of the authors."""
    families: set[str] = set()
    orcids: set[str] = set()
    for author in authors:
        orcids |= {author.orcid} - {""}
        for language, name in author.names.items():
            families |= spellings(name.family, language)
    conditions = [Q(**{f"family_name_{code}__in": families}) for code in LANGUAGES if families]
    conditions += [Q(orcid__in=orcids)] if orcids else []
    rows = Author.objects.select_related("merged_into").order_by("pk")
    return list(rows.filter(reduce(or_, conditions))[:MAX_PEOPLE]) if conditions else []


def spellings(word: str, language: Language) -> set[str]:
    """As printed, capitalised, and romanized by every scheme."""
    if not word:
        return set()
    forms = {word, word.title()}
    for scheme in SCHEMES.get(language, {}):
        forms.add(romanize(word.title(), language, scheme))
    return forms


def people_by_email(authors: Iterable[Printed]) -> Iterator[tuple[str, int]]:
    """The e-mail addresses of earlier articles, with the key of the person."""
    emails = {author.email.lower() for author in authors if author.email}
    if emails:
        rows = Authorship.objects.filter(email__in=emails, author__isnull=False)
        person = Coalesce("author__merged_into", "author")
        yield from rows.order_by("pk").values_list("email", person)


def matches_of_author(
    author: Printed, people: list[Author], emails: dict[str, int]
) -> Iterator[Match]:
    for row in people:
        person = row.merged_into or row  # a merged row is one more spelling of the person
        if author.orcid and author.orcid in (row.orcid, person.orcid):
            yield Match(person.pk, label_of(person), BY_ORCID)
        elif author.orcid and person.orcid:
            continue  # two people
        elif author.email and emails.get(author.email.lower()) == row.pk:
            yield Match(person.pk, label_of(person), BY_EMAIL)
        elif is_same_name(author, row):
            yield Match(person.pk, label_of(person), BY_NAME)


def is_same_name(author: Printed, row: Author) -> bool:
    """Whether a spelling of the family name is the same and no given name contradicts it."""
    families = {
        spelling.casefold()
        for code, name in author.names.items()
        for spelling in spellings(name.family, code)
    }
    own = {(getattr(row, f"family_name_{code}") or "").casefold() for code in LANGUAGES} - {""}
    return bool(own & families) and all(
        can_be_same(name.given, getattr(row, f"given_name_{code}") or "")
        for code, name in author.names.items()
    )


def can_be_same(name: str, other: str) -> bool:
    """`Ж.` and `Жанар` can be the same name; an empty one can be any name."""
    name, other = name.rstrip(".").casefold(), other.rstrip(".").casefold()
    return name.startswith(other) or other.startswith(name)


def label_of(row: Author) -> str:
    return f"{row} · {row.orcid}" if row.orcid else str(row)


def organisation_matches(record: Record) -> list[list[Match]]:
    """For each affiliation the organisations that may be the same. One query."""
    if not record.affiliations:
        return []
    rows = list(Organisation.objects.filter(CURRENT).order_by("pk")[:MAX_ORGANISATIONS])
    return [list(matches_of_affiliation(printed, rows)) for printed in record.affiliations]


def matches_of_affiliation(printed: Affiliation, rows: list[Organisation]) -> Iterator[Match]:
    """The one with the same ROR, else the three most similar names that are similar enough."""
    if printed.ror and (same := next((row for row in rows if row.ror == printed.ror), None)):
        yield Match(same.pk, str(same), BY_ROR)
        return
    scores = sorted(((likeness(printed, row), row) for row in rows), key=lambda pair: -pair[0])
    for score, row in scores[:3]:
        if score >= MIN_LIKENESS:
            yield Match(row.pk, str(row), BY_NAME if score >= 99.9 else BY_LIKENESS)


def likeness(printed: Affiliation, row: Organisation) -> float:
    """The best likeness in any language, of 100. A city and country after the name do not count."""
    names = text_of(row, "name")
    return max(
        (
            fuzz.partial_ratio(bare_words(names[code]), bare_words(name))
            for code, name in printed.name.items()
            if code in names and len(bare_words(names[code])) > 3
        ),
        default=0.0,
    )


def bare_words(name: str) -> str:
    letters = "".join(sign if sign.isalnum() else " " for sign in name.casefold())
    return " ".join(letters.split())
