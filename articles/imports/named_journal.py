"""What a file says of the journal of its articles, so that another journal's file is noticed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from articles.records.facts import JournalFacts
from articles.records.identifiers import is_issn, issn


class NamedJournal(msgspec.Struct, frozen=True, kw_only=True):
    """Each value is empty if the file does not give it."""

    title: str = ""
    issns: frozenset[str] = frozenset()
    elibrary_id: str = ""  # the number at eLIBRARY (РИНЦ)


def named_journal(
    title: str = "", issns: Iterable[str] = (), elibrary_id: str = ""
) -> NamedJournal:
    """The value from texts as they stand in a file."""
    return NamedJournal(
        title=title[:200], issns=frozenset(real_issns(issns)), elibrary_id=real_number(elibrary_id)
    )


def journal_of_facts(facts: JournalFacts | None) -> NamedJournal:
    """What our own JSON says of the journal."""
    if facts is None:
        return NamedJournal()
    return named_journal(
        title=next(iter(facts.name.values()), ""),
        issns=(facts.issn_print, facts.issn_online),
        elibrary_id=facts.elibrary_id,
    )


def real_issns(values: Iterable[str]) -> set[str]:
    """The ISSNs among the values; 0000-0000 stands where a journal has none yet."""
    return {issn(value) for value in values if is_issn(value) and value.strip("0- ")}


def real_number(value: str) -> str:
    """The number at eLIBRARY, '' for zeros, which stand where a journal has none yet."""
    return value.strip() if value.strip(" 0") else ""
