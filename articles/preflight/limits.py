"""How much the journal wants: words of abstracts, keywords, authors."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.markup import count_words

from .messages import Message, fill
from .subject import Subject


def check_abstract_words(subject: Subject) -> Iterator[Finding]:
    """Words of the plain text, as the journal's policy has it for each language."""
    for code, (least, most) in subject.policy.abstract_words.items():
        count = count_words(subject.record.abstract.get(code, ""))
        if count and (count < least or 0 < most < count):
            yield Finding(
                subject.blocking_level if count < least else Level.WARNS,
                "abstract",
                code,
                fill(_("Words in the abstract: %(count)d."), count=count),
                limit(least, most),
            )


def check_keyword_number(subject: Subject) -> Iterator[Finding]:
    """Within the policy's limits."""
    least, most = subject.policy.keywords
    for code, terms in subject.record.keywords.items():
        count = len(terms)
        if count and (count < least or 0 < most < count):
            yield Finding(
                subject.blocking_level if count < least else Level.WARNS,
                "keywords",
                code,
                fill(_("Keywords: %(count)d."), count=count),
                limit(least, most),
            )


def check_keyword_parity(subject: Subject) -> Iterator[Finding]:
    """As many keywords in each language that has any."""
    counts = {code: len(terms) for code, terms in subject.record.keywords.items() if terms}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{code} {count}" for code, count in counts.items())
        yield Finding(
            Level.WARNS,
            "keywords",
            None,
            fill(_("The languages have different numbers of keywords: %(counts)s."), counts=told),
            _("Check for a missing keyword, or two joined together."),
        )


def check_author_number(subject: Subject) -> Iterator[Finding]:
    most, count = subject.policy.authors_most, len(subject.record.authors)
    if 0 < most < count:
        yield Finding(
            Level.WARNS,
            "authors",
            None,
            fill(
                _("Authors: %(count)d; the journal allows up to %(most)d."), count=count, most=most
            ),
        )


def limit(least: int, most: int) -> Message:
    if not most:
        return fill(_("The journal requires at least %(least)d."), least=least)
    return fill(_("The journal requires %(least)d to %(most)d."), least=least, most=most)
