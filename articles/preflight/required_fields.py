"""The fields that the journal requires, in each of its languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.languages import Language

from .subject import Subject

IN_THREE = ("title", "abstract", "keywords")
MESSAGES = {
    "title": _("The title is missing."),
    "abstract": _("The abstract is missing."),
    "keywords": _("The keywords are missing."),
    "names": _("The author's name is missing."),
    "affiliations": _("The organisation's name is missing."),
    "irsti": _("There is no IRSTI code."),
    "udc": _("There is no UDC number."),
    "doi": _("There is no DOI."),
    "references": _("There are no references."),
    "body": _("There is no full text."),
}
REMEDY = _("Enter it, or ask the chief editor to publish without it.")
REMEDY_FOR_DOI = _(
    "Assign one on the page “DOI and Crossref”, enter one that the article has, or ask the chief "
    "editor to publish without it."
)
REMEDY_FOR_GAP = _("Enter it if you know it; publication does not depend on it.")


def check_required(subject: Subject) -> Iterator[Finding]:
    """Each field that the policy requires, in all languages of the journal, and authors' names.

    A missing field blocks an unpublished article. For a printed one it is a warning, and in the
    archive a note if another language has it.
    """
    level = Level.WARNS if subject.is_printed else Level.BLOCKS
    for field in subject.policy.required:
        if field == "names":
            yield from _missing_names(subject, level)
        elif field in IN_THREE:
            for code in subject.policy.languages:
                texts = getattr(subject.record, field)
                if not texts.get(code):
                    yield _missing(_level(subject, level, texts), field, code, field)
        elif field != "published_on" and not getattr(subject.record, field, None):
            message = MESSAGES.get(field, _("The journal requires this field, and it is empty."))
            remedy = REMEDY_FOR_DOI if field == "doi" else _remedy(level)
            yield Finding(level, field, None, message, remedy)


def check_affiliation_names(subject: Subject) -> Iterator[Finding]:
    """An organisation that has a name in one language has one in the others."""
    for place, affiliation in enumerate(subject.record.affiliations, 1):
        for code in subject.policy.languages:
            if affiliation.name and not affiliation.name.get(code):
                level = subject.gap_level
                yield _missing(level, "affiliations", code, f"affiliations[{place}].name")


def _missing_names(subject: Subject, level: Level) -> Iterator[Finding]:
    if not subject.record.authors:
        yield Finding(level, "authors", None, _("The article has no author."))
    for place, author in enumerate(subject.record.authors, 1):
        for code in subject.policy.languages:
            names = author.names or author.collective
            if not author.names.get(code) and not author.collective.get(code):
                gap = _level(subject, level, names)
                yield _missing(gap, "names", code, f"authors[{place}].names")


def _level(subject: Subject, level: Level, texts: Mapping[Language, object]) -> Level:
    """Of a text that is missing in one language; `texts` are those that are there."""
    return subject.gap_level if texts and subject.neighbours.is_archived else level


def _missing(level: Level, what: str, language: Language, field: str) -> Finding:
    return Finding(level, field, language, MESSAGES[what], _remedy(level))


def _remedy(level: Level) -> Promise:
    return REMEDY if level is Level.BLOCKS else REMEDY_FOR_GAP
