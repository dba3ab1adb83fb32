"""A journal's DOI pattern, such as {issn}/{year}-{number}-{sequence}."""

from __future__ import annotations

import string

from django.utils.translation import gettext_lazy as _

from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.record import Record


class UnusablePattern(InvalidValue):
    """The pattern has an unknown field, or one that this article does not have yet."""


def pattern_values(record: Record) -> dict[str, str]:
    """The fields that a pattern may contain, empty if the article does not have them yet."""
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


def field_names(pattern: str) -> list[str]:
    """The names of fields in the pattern. Raises UnusablePattern for unbalanced braces."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise UnusablePattern(_("The braces of the pattern do not match.")) from error
    return [name for _text, name, _spec, _conversion in parts if name is not None]


def check_pattern(pattern: str) -> None:
    """Raises UnusablePattern for an unknown field."""
    known = pattern_values(Record(language="kk"))
    for name in field_names(pattern):
        if name not in known:
            raise UnusablePattern(
                _("The pattern cannot use {%(name)s}. It can use %(known)s."),
                name=name,
                known=", ".join(f"{{{field}}}" for field in known),
            )


def doi_by_pattern(record: Record, pattern: str) -> str:
    """The whole DOI. Raises UnusablePattern with the field that the article lacks."""
    check_pattern(pattern)
    values = pattern_values(record)
    for name in field_names(pattern):
        if not values[name]:
            raise UnusablePattern(
                _("The pattern needs {%(name)s}, which this article does not have yet."), name=name
            )
    if not (record.journal and record.journal.doi_prefix):
        raise UnusablePattern(_("The journal has no DOI prefix."))
    suffix = pattern.format_map({name: value.strip() for name, value in values.items()})
    return identifiers.doi(f"{record.journal.doi_prefix}/{suffix}")
