"""A journal's pattern of DOIs: {issn}/{year}-{number}-{sequence}, filled from a record."""

from __future__ import annotations

import string

from django.utils.translation import gettext_lazy as _

from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.record import Record


class UnusablePattern(InvalidValue):
    """The pattern names what does not exist, or what this article does not have yet."""


def fields_of(record: Record) -> dict[str, str]:
    """What a pattern may name; empty where the article has none (yet)."""
    journal, issue = record.journal, record.issue
    return {
        "issn": (journal.issn_print or journal.issn_online) if journal else "",
        "slug": journal.slug if journal else "",
        "year": str(issue.year) if issue else "",
        "volume": issue.volume if issue else "",
        "number": issue.number if issue else "",
        "through": issue.through_number if issue else "",
        "sequence": str(record.position or ""),
        "first": record.first_page,
        "last": record.last_page,
    }


def names_in(pattern: str) -> list[str]:
    """The fields that a pattern names, in order; raises PatternRefused for broken braces."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise UnusablePattern(_("The braces of the pattern do not match.")) from error
    return [name for _text, name, _spec, _conversion in parts if name is not None]


def check_pattern(pattern: str) -> None:
    """Raises PatternRefused for a field that no article has."""
    known = fields_of(Record(language="kk"))
    for name in names_in(pattern):
        if name not in known:
            raise UnusablePattern(
                _("The pattern cannot use {%(name)s}. It can use %(known)s."),
                name=name,
                known=", ".join(f"{{{one}}}" for one in known),
            )


def doi_by_pattern(record: Record, pattern: str) -> str:
    """The whole DOI; raises PatternRefused naming the field that the article lacks."""
    check_pattern(pattern)
    values = fields_of(record)
    for name in names_in(pattern):
        if not values[name]:
            raise UnusablePattern(
                _("The pattern needs {%(name)s}, which this article does not have yet."), name=name
            )
    if not (record.journal and record.journal.doi_prefix):
        raise UnusablePattern(_("The journal has no DOI prefix."))
    suffix = pattern.format_map({name: value.strip() for name, value in values.items()})
    return identifiers.doi(f"{record.journal.doi_prefix}/{suffix}")
