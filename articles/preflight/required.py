"""The texts that the journal demands, in each of its languages."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.facts import Policy
from articles.records.findings import Finding, Level
from articles.records.languages import Language
from articles.records.record import Record

MESSAGES = {
    "title": _("The title is missing."),
    "abstract": _("The abstract is missing."),
    "keywords": _("The keywords are missing."),
    "names": _("An author's name is missing."),
}


def check_required(record: Record) -> Iterator[Finding]:
    """Every text of the journal's policy in every language of it; a name for each author."""
    policy = record.journal.policy if record.journal else Policy()
    for field in policy.required:
        if field == "names":
            yield from _missing_names(record, policy)
        elif field in ("title", "abstract", "keywords"):
            for code in policy.languages:
                if not getattr(record, field).get(code):
                    yield missing(field, code, field)
        elif not getattr(record, field, None):
            yield Finding(Level.BLOCKS, field, None, _("The journal demands it; it is missing."))


def _missing_names(record: Record, policy: Policy) -> Iterator[Finding]:
    if not record.authors:
        yield Finding(Level.BLOCKS, "authors", None, _("The article has no author."))
    for place, author in enumerate(record.authors, 1):
        for code in policy.languages:
            if not author.names.get(code) and not author.collective.get(code):
                yield missing("names", code, f"authors[{place}].names")


def missing(what: str, language: Language, field: str) -> Finding:
    return Finding(
        Level.BLOCKS,
        field,
        language,
        MESSAGES[what],
        _("Enter it, or ask the chief editor to publish without it."),
        check="check_required",
    )
