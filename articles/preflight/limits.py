"""The journal's limits: words of abstracts, keywords and authors."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.languages import Language
from articles.records.markup import count_words

from .messages import Message, fill
from .subject import Subject

Limits = tuple[int, int]  # minimum and maximum; 0 is no limit


def check_abstract_words(subject: Subject) -> Iterator[Finding]:
    """The abstract of each language has as many words as the policy allows for it."""
    message = _("Words in the abstract: %(count)d.")
    for code, limits in subject.policy.abstract_words.items():
        count = count_words(subject.record.abstract.get(code, ""))
        yield from _check_count(subject, "abstract", code, count, limits, message)


def check_keyword_number(subject: Subject) -> Iterator[Finding]:
    """Each language has as many keywords as the policy allows."""
    message = _("Keywords: %(count)d.")
    for code, terms in subject.record.keywords.items():
        count, limits = len(terms), subject.policy.keywords
        yield from _check_count(subject, "keywords", code, count, limits, message)


def check_keyword_parity(subject: Subject) -> Iterator[Finding]:
    """All languages that have keywords have the same number of them."""
    counts = {code: len(terms) for code, terms in subject.record.keywords.items() if terms}
    if len(set(counts.values())) > 1:
        listed_counts = ", ".join(f"{code} {count}" for code, count in counts.items())
        yield Finding(
            subject.gap_level,
            "keywords",
            None,
            fill(
                _("The languages have different numbers of keywords: %(counts)s."),
                counts=listed_counts,
            ),
            _("Check for a missing keyword, or two joined together."),
        )


def check_author_number(subject: Subject) -> Iterator[Finding]:
    """The article has no more authors than the policy allows."""
    most, count = subject.policy.authors_most, len(subject.record.authors)
    if 0 < most < count:
        message = _("Authors: %(count)d; the journal allows up to %(most)d.")
        yield Finding(Level.WARNS, "authors", None, fill(message, count=count, most=most))


def _check_count(
    subject: Subject, field: str, language: Language, count: int, limits: Limits, message: Promise
) -> Iterator[Finding]:
    """Too few is as grave as the article allows, too many a warning. None at all is no finding."""
    least, most = limits
    if count and (count < least or 0 < most < count):
        yield Finding(
            subject.blocking_level if count < least else Level.WARNS,
            field,
            language,
            fill(message, count=count),
            _required_count(least, most),
        )


def _required_count(least: int, most: int) -> Message:
    if not most:
        return fill(_("The journal requires at least %(least)d."), least=least)
    return fill(_("The journal requires %(least)d to %(most)d."), least=least, most=most)
