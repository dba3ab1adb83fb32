"""How much the journal wants: words of abstracts, keywords, authors."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.markup import count_words

from .proof import Proof
from .saying import Message, say


def check_abstract_words(proof: Proof) -> Iterator[Finding]:
    """Words of the plain text, as the journal's policy has it for each language."""
    for code, (least, most) in proof.policy.abstract_words.items():
        count = count_words(proof.record.abstract.get(code, ""))
        if count and (count < least or 0 < most < count):
            yield Finding(
                proof.grave if count < least else Level.WARNS,
                "abstract",
                code,
                say(_("Words in the abstract: %(count)d."), count=count),
                limit(least, most),
            )


def check_keyword_number(proof: Proof) -> Iterator[Finding]:
    """Within the policy's limits."""
    least, most = proof.policy.keywords
    for code, terms in proof.record.keywords.items():
        count = len(terms)
        if count and (count < least or 0 < most < count):
            yield Finding(
                proof.grave if count < least else Level.WARNS,
                "keywords",
                code,
                say(_("Keywords: %(count)d."), count=count),
                limit(least, most),
            )


def check_keyword_parity(proof: Proof) -> Iterator[Finding]:
    """As many keywords in each language that has any."""
    counts = {code: len(terms) for code, terms in proof.record.keywords.items() if terms}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{code} {count}" for code, count in counts.items())
        yield Finding(
            Level.WARNS,
            "keywords",
            None,
            say(_("The languages have different numbers of keywords: %(counts)s."), counts=told),
            _("Check for a missing keyword, or two joined together."),
        )


def check_author_number(proof: Proof) -> Iterator[Finding]:
    most, count = proof.policy.authors_most, len(proof.record.authors)
    if 0 < most < count:
        yield Finding(
            Level.WARNS,
            "authors",
            None,
            say(
                _("Authors: %(count)d; the journal allows up to %(most)d."), count=count, most=most
            ),
        )


def limit(least: int, most: int) -> Message:
    if not most:
        return say(_("The journal requires at least %(least)d."), least=least)
    return say(_("The journal requires %(least)d to %(most)d."), least=least, most=most)
