"""People and organisations of this site that a manuscript may mean: proposed, never taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

import msgspec
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from articles.models import Author, Authorship, Organisation
from articles.queries.record_facts import text_of
from articles.records.languages import LANGUAGES, Language
from articles.records.record import Affiliation, Record
from articles.records.record import Authorship as Printed
from articles.records.romanization import SCHEMES, romanize

ORGANISATION_MOST = 5_000  # rows that are compared by likeness
LIKE_ENOUGH = 88  # of 100

BY_ORCID = _("the same ORCID")
BY_EMAIL = _("the same e-mail")
BY_NAME = _("the same name")
BY_ROR = _("the same ROR")
BY_LIKENESS = _("a similar name")


class Proposal(msgspec.Struct, frozen=True):
    """One row of this site that may be meant, and why."""

    key: int
    label: str
    why: str | Promise


def known_people(record: Record) -> list[list[Proposal]]:
    """For each author those who may be the same person, the surest first; two queries."""
    found = candidates(record.authors)
    emails = dict(by_email(record.authors))
    missing = set(emails.values()) - {one.pk for one in found}
    found += Author.objects.filter(pk__in=missing) if missing else []
    return [list(people_like(author, found, emails)) for author in record.authors]


def candidates(authors: Iterable[Printed]) -> list[Author]:
    families: set[str] = set()
    orcids: set[str] = set()
    for author in authors:
        orcids |= {author.orcid} - {""}
        for language, name in author.names.items():
            families |= spellings(name.family, language)
    asked = [Q(**{f"family_name_{code}__in": families}) for code in LANGUAGES if families]
    asked += [Q(orcid__in=orcids)] if orcids else []
    return list(Author.objects.filter(reduce(or_, asked)).order_by("pk")[:200]) if asked else []


def spellings(word: str, language: Language) -> set[str]:
    """As printed, in small letters with a capital, and in Latin letters by every scheme."""
    if not word:
        return set()
    written = {word, word.title()}
    for scheme in SCHEMES.get(language, {}):
        written.add(romanize(word.title(), language, scheme))
    return written


def by_email(authors: Iterable[Printed]) -> Iterator[tuple[str, int]]:
    """Whom earlier articles knew by an address."""
    emails = {one.email.lower() for one in authors if one.email}
    if emails:
        rows = Authorship.objects.filter(email__in=emails, author__isnull=False)
        yield from rows.order_by("pk").values_list("email", "author_id")


def people_like(author: Printed, found: list[Author], emails: dict[str, int]) -> Iterator[Proposal]:
    for row in found:
        if author.orcid and row.orcid == author.orcid:
            yield Proposal(row.pk, label_of(row), BY_ORCID)
        elif author.orcid and row.orcid:
            continue  # two ORCIDs are two people
        elif author.email and emails.get(author.email.lower()) == row.pk:
            yield Proposal(row.pk, label_of(row), BY_EMAIL)
        elif is_same_name(author, row):
            yield Proposal(row.pk, label_of(row), BY_NAME)


def is_same_name(author: Printed, row: Author) -> bool:
    """One family name in any spelling, and given names that do not contradict."""
    families = {
        spelling.casefold()
        for code, name in author.names.items()
        for spelling in spellings(name.family, code)
    }
    own = {(getattr(row, f"family_name_{code}") or "").casefold() for code in LANGUAGES} - {""}
    return bool(own & families) and all(
        agree(name.given, getattr(row, f"given_name_{code}") or "")
        for code, name in author.names.items()
    )


def agree(one: str, other: str) -> bool:
    """`Ж.` and `Жанар` may be one name; an unknown one contradicts nothing."""
    one, other = one.rstrip(".").casefold(), other.rstrip(".").casefold()
    return one.startswith(other) or other.startswith(one)


def label_of(row: Author) -> str:
    return f"{row} · {row.orcid}" if row.orcid else str(row)


def known_organisations(record: Record) -> list[list[Proposal]]:
    """For each affiliation those that may be the same; one query."""
    if not record.affiliations:
        return []
    rows = list(Organisation.objects.order_by("pk")[:ORGANISATION_MOST])
    return [list(organisations_like(one, rows)) for one in record.affiliations]


def organisations_like(printed: Affiliation, rows: list[Organisation]) -> Iterator[Proposal]:
    if printed.ror and (same := next((row for row in rows if row.ror == printed.ror), None)):
        yield Proposal(same.pk, str(same), BY_ROR)
        return
    alike = sorted(((likeness(printed, row), row) for row in rows), key=lambda pair: -pair[0])
    for score, row in alike[:3]:
        if score >= LIKE_ENOUGH:
            yield Proposal(row.pk, str(row), BY_NAME if score >= 99.9 else BY_LIKENESS)


def likeness(printed: Affiliation, row: Organisation) -> float:
    """The best of the languages; printed names often carry a city and a country behind them."""
    names = text_of(row, "name")
    return max(
        (
            fuzz.partial_ratio(bare(names[code]), bare(name))
            for code, name in printed.name.items()
            if code in names and len(bare(names[code])) > 3
        ),
        default=0.0,
    )


def bare(name: str) -> str:
    letters = "".join(sign if sign.isalnum() else " " for sign in name.casefold())
    return " ".join(letters.split())
