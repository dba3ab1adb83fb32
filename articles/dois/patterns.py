"""A journal's DOI pattern, such as {issn}/{year}-{number}.{part}-{sequence}."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.facts import IssueFacts
from articles.records.pages import pages_of
from articles.records.record import Record

from .ascii_forms import ascii_form

# By field: what to do where an article does not have it.
REMEDIES = {
    "issn": _("Enter an ISSN in the journal's settings."),
    "year": _("Choose the article's issue, or enter its date of publication."),
    "volume": _("Enter the issue's volume, or take {volume} out of the journal's DOI pattern."),
    "number": _("Enter the issue's number, or take {number} out of the journal's DOI pattern."),
    "through": _(
        "Enter the issue's continuous number, or take {through} out of the journal's DOI pattern."
    ),
    "sequence": _("Enter the article's position in the issue (page “Layout” of the issue)."),
    "first": _("Enter the article's pages."),
    "last": _("Enter the article's pages."),
    "article_number": _(
        "Enter the article number, or take {article_number} out of the journal's DOI pattern."
    ),
}
ISSUE_FIELDS = frozenset({"volume", "number", "through", "sequence"})
LABELS = {
    "volume": _("volume"),
    "number": _("number"),
    "part": _("part"),
    "through": _("continuous number"),
    "first": _("first page"),
    "last": _("last page"),
    "article_number": _("article number"),
}
ENTER_NUMBER = _("Fill in “number in DOIs” of the issue.")
SEPARATOR = re.compile(r"[-._/:;]\Z")


class ChangedForm(msgspec.Struct, frozen=True):
    """A number of an issue as printed, and as its DOIs have it."""

    label: str
    printed: str
    form: str


class UnusablePattern(InvalidValue):
    """The pattern cannot be filled in; `remedy` says what to do, where the message does not."""

    def __init__(self, message: object, remedy: str | Promise = "", **values: object) -> None:
        super().__init__(message, **values)
        self.remedy = remedy


def pattern_values(record: Record) -> dict[str, str]:
    """The fields that a pattern may contain, as printed; empty where the article has none yet."""
    journal, published_on, pages = record.journal, record.published_on, pages_of(record)
    year = record.issue.year if record.issue else published_on.year if published_on else ""
    return {
        "issn": (journal.issn_print or journal.issn_online) if journal else "",
        "slug": journal.slug if journal else "",
        "year": str(year),
        **issue_values(record.issue),
        "sequence": str(record.position or ""),
        "first": pages.first,
        "last": pages.end,
        "article_number": record.article_number,
        "id": str(record.id or ""),
    }


def issue_values(issue: IssueFacts | None) -> dict[str, str]:
    """The numbers of an issue as printed, but for the number that an editor entered for DOIs."""
    return {
        "volume": issue.volume if issue else "",
        "number": (issue.doi_number or issue.number) if issue else "",
        "part": issue.part if issue else "",
        "through": issue.through_number if issue else "",
    }


def changed_forms(issue: IssueFacts, pattern: str) -> list[ChangedForm]:
    """The issue's numbers that DOIs by this pattern write differently.

    Raises UnusablePattern for unbalanced braces.
    """
    values = issue_values(issue)
    printed = {**values, "number": issue.number}
    return [
        ChangedForm(str(LABELS[name]), printed[name], form)
        for name in field_names(pattern)
        if name in values and (form := ascii_form(values[name])) and form != printed[name].strip()
    ]


def field_names(pattern: str) -> list[str]:
    """The names of fields in the pattern. Raises UnusablePattern for unbalanced braces."""
    return [name for _text, name, _spec in pattern_parts(pattern) if name is not None]


def pattern_parts(pattern: str) -> list[tuple[str, str | None, str]]:
    """Each text with the field after it (None at the end) and the field's format.

    Raises UnusablePattern for unbalanced braces.
    """
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise UnusablePattern(_("The braces of the pattern do not match.")) from error
    return [(text, name, spec or "") for text, name, spec, _conversion in parts]


def check_field_names(pattern: str) -> None:
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
    """The whole DOI, with numbers in their ASCII form.

    Raises UnusablePattern with the field that the article lacks or that has no ASCII form, and
    InvalidIdentifier for what is no DOI or is too long.
    """
    check_field_names(pattern)
    if not pattern:
        raise UnusablePattern(
            _("The journal has no DOI pattern."), _("Enter a pattern in the journal's settings.")
        )
    printed = pattern_values(record)
    forms = {name: _form(name, printed[name], record) for name in field_names(pattern)}
    if not (record.journal and record.journal.doi_prefix):
        raise UnusablePattern(
            _("The journal has no DOI prefix."), _("Enter the prefix in the journal's settings.")
        )
    return identifiers.doi(f"{record.journal.doi_prefix}/{fill(pattern, forms)}")


def fill(pattern: str, forms: Mapping[str, str]) -> str:
    """The pattern with its fields filled in; an empty part goes with the sign before it.

    Raises UnusablePattern for a format that a text cannot have, such as {number:d}.
    """
    try:
        return "".join(_filled(pattern, forms))
    except ValueError as error:
        raise UnusablePattern(
            _("The format after the colon of a field is wrong."),
            _("For leading zeros write {number:0>2}."),
        ) from error


def _filled(pattern: str, forms: Mapping[str, str]) -> Iterator[str]:
    for text, name, spec in pattern_parts(pattern):
        if name == "part" and not forms[name]:
            yield SEPARATOR.sub("", text)
        else:
            yield text
            yield format(forms[name], spec) if name is not None else ""


def _form(name: str, printed: str, record: Record) -> str:
    """The ASCII form of a value. Only a part may be missing: most issues have none."""
    form = ascii_form(printed)
    if printed.strip() and not form:
        raise UnusablePattern(
            _("“%(value)s” (%(label)s) cannot be written in Latin letters."),
            ENTER_NUMBER if name == "number" else _("Use digits, Latin or Cyrillic letters."),
            value=printed,
            label=LABELS.get(name, name),
        )
    if not form and name != "part":
        raise UnusablePattern(
            _("The pattern needs {%(name)s}, which this article does not have yet."),
            _remedy_for_missing(name, record),
            name=name,
        )
    return form


def _remedy_for_missing(name: str, record: Record) -> str | Promise:
    if name in ISSUE_FIELDS and record.issue is None:
        return _("Choose the article's issue, or use {id} in the journal's DOI pattern.")
    return REMEDIES.get(name, "")
