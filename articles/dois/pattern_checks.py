"""What is wrong with a DOI pattern before any DOI is made by it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from articles.models import Issue
from articles.queries.record_facts import issue_facts
from articles.records.identifiers.dois import NOT_IN_NEW_DOI

from .ascii_forms import ascii_form
from .clashes import remedy_for_issues
from .patterns import (
    UnusablePattern,
    check_field_names,
    field_names,
    fill,
    issue_values,
    pattern_parts,
)

FOREIGN = re.compile(r"[^!-~]")
FORMAT = re.compile(r"(?:.?[<>^][1-9]\d?)?")
DIGITS = re.compile(r"\d*")

SITE_WIDE = {"id", "article_number"}  # differ between any two articles of a journal
OF_ARTICLE = SITE_WIDE | {"sequence", "first", "last"}
OF_ISSUE = {"year", "volume", "number", "through"}
OF_ONE_WIDTH = {"issn", "slug", "year"}


def check_pattern(pattern: str) -> None:
    """Raises UnusablePattern for a pattern that makes no DOI, or one DOI for many articles."""
    check_field_names(pattern)
    _check_letters(pattern, FOREIGN)
    for _text, name, spec in pattern_parts(pattern):
        if not FORMAT.fullmatch(spec):
            raise UnusablePattern(
                _("{%(name)s:%(spec)s} is not possible. For leading zeros write {%(name)s:0>2}."),
                name=name,
                spec=spec,
            )
    if pattern:
        _check_fields(set(field_names(pattern)))


def check_new_pattern(pattern: str, issues: Iterable[Issue] = ()) -> None:
    """What only a pattern that is new or changed must keep to: old DOIs go on as they were.

    Crossref's letters, a sign between fields, and different DOIs for these issues of the journal.
    Raises UnusablePattern.
    """
    _check_letters("".join(text for text, _name, _spec in pattern_parts(pattern)), NOT_IN_NEW_DOI)
    _check_neighbours(pattern)
    if SITE_WIDE.isdisjoint(field_names(pattern)):
        _check_issues(pattern, issues)


def _check_letters(pattern: str, refused: re.Pattern[str]) -> None:
    if match := refused.search(pattern):
        raise UnusablePattern(
            _(
                "“%(character)s” cannot be part of a new DOI. Use only Latin letters, digits and "
                "- . _ ; ( ) /"
            ),
            character=match[0],
        )


def _check_fields(names: set[str]) -> None:
    if names.isdisjoint(OF_ARTICLE):
        raise UnusablePattern(
            _("All articles of an issue would get the same DOI. Add {sequence} or {id}.")
        )
    if names.isdisjoint(OF_ISSUE | SITE_WIDE):
        raise UnusablePattern(
            _(
                "Articles of different issues would get the same DOI. Add {year} and {number}, "
                "or use {id}."
            )
        )


def _check_neighbours(pattern: str) -> None:
    """№ 1, article 11 and № 11, article 1 are the same without a sign between the two."""
    for (_text, name, spec), (text, following, _spec) in pairwise(pattern_parts(pattern)):
        if following is None or spec or {name, following} & OF_ONE_WIDTH:
            continue
        if DIGITS.fullmatch(text):
            raise UnusablePattern(
                _(
                    "Put a sign between {%(name)s} and {%(following)s}: 1 and 11 would look like "
                    "11 and 1."
                ),
                name=name,
                following=following,
            )


def _check_issues(pattern: str, issues: Iterable[Issue]) -> None:
    """Two issues whose articles at the same position and on the same pages have one DOI."""
    names = field_names(pattern)
    seen: dict[str, Issue] = {}
    for issue in issues:
        key = _filled_for(issue, pattern)
        other = seen.setdefault(key, issue) if key else issue
        if other != issue:
            raise UnusablePattern(
                _("The issues %(one)s and %(other)s would get the same DOIs."),
                remedy_for_issues(other, issue, names),
                one=f"{other.year}, {other.label}",
                other=f"{issue.year}, {issue.label}",
            )


def _filled_for(issue: Issue, pattern: str) -> str:
    """The pattern with the issue's numbers and a fixed article; '' if the issue lacks one."""
    printed = {"year": str(issue.year), **issue_values(issue_facts(issue))}
    forms = dict.fromkeys(field_names(pattern), "1") | {
        name: ascii_form(value) for name, value in printed.items()
    }
    if not all(forms[name] or name == "part" for name in field_names(pattern)):
        return ""
    return fill(pattern, forms).lower()
