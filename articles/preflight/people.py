"""Authors: missing parts of names, affiliation marks, email addresses and ORCIDs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level
from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name
from articles.records.names.endings import SUFFIXES
from articles.records.record import Authorship

from .messages import LANGUAGE_NAMES, fill
from .subject import Subject

EMAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:.]{2,}")
BOTH_WAYS: tuple[tuple[Language, Language], ...] = (("kk", "ru"), ("ru", "kk"))
LIKE_THE_OTHERS = _(
    "Other authors of this article have one. Enter it, or leave it empty if there is none."
)


def check_orcids_given(subject: Subject) -> Iterator[Finding]:
    """A warning if no author has an ORCID, a note for each author without one otherwise."""
    people = [author for author in subject.record.authors if author.kind == "person"]
    if not people or not subject.is_scholarly:
        return
    if not any(author.orcid for author in people):
        yield Finding(
            Level.WARNS,
            "authors",
            None,
            _("No author has an ORCID."),
            _("Ask the authors. An ORCID distinguishes people with the same name."),
        )
        return
    for place, author in enumerate(subject.record.authors, 1):
        if author.kind == "person" and not author.orcid:
            message = _("This author has no ORCID.")
            yield Finding(Level.NOTES, f"authors[{place}].orcid", None, message, LIKE_THE_OTHERS)


def check_orcid_once(subject: Subject) -> Iterator[Finding]:
    """No two authors have the same ORCID."""
    first: dict[str, int] = {}
    for place, author in enumerate(subject.record.authors, 1):
        if author.orcid and first.setdefault(author.orcid, place) != place:
            yield Finding(
                subject.blocking_level,
                f"authors[{place}].orcid",
                None,
                fill(
                    _("ORCID %(orcid)s is also given for author %(first)d."),
                    orcid=author.orcid,
                    first=first[author.orcid],
                ),
                _("Ask both authors: one of them has a different ORCID."),
            )


def check_corresponding(subject: Subject) -> Iterator[Finding]:
    """The corresponding author has an email address, and all addresses are well formed."""
    for place, author in enumerate(subject.record.authors, 1):
        field = f"authors[{place}].email"
        if author.corresponding and not author.email:
            message = _("The corresponding author has no email address.")
            yield Finding(Level.WARNS, field, None, message, _("Enter it."))
        elif author.email and not EMAIL.fullmatch(author.email):
            yield Finding(
                Level.WARNS,
                field,
                None,
                fill(_("“%(email)s” is not an email address."), email=author.email),
            )


def check_marks(subject: Subject) -> Iterator[Finding]:
    """Each mark has its affiliation, each affiliation an author, and each author a mark."""
    record = subject.record
    count = len(record.affiliations)
    used = {mark for author in record.authors for mark in author.marks}
    for place, author in enumerate(record.authors, 1):
        field = f"authors[{place}].marks"
        if unknown := [mark for mark in author.marks if not 1 <= mark <= count]:
            message = fill(_("There is no affiliation %(mark)d."), mark=unknown[0])
            yield Finding(
                subject.blocking_level, field, None, message, _("Enter it, or remove the mark.")
            )
        if count and not author.marks and (used or count > 1):
            message = _("The author has no mark of an affiliation.")
            yield Finding(Level.WARNS, field, None, message, _("Enter its number."))
    for mark in range(1, count + 1):
        if used and mark not in used:
            message = fill(_("No author has the mark %(mark)d."), mark=mark)
            yield Finding(Level.WARNS, f"affiliations[{mark}]", None, message)


def check_name_parts(subject: Subject) -> Iterator[Finding]:
    """A given name or patronymic that is missing, but given in another language or by others."""
    people = [
        (place, author)
        for place, author in enumerate(subject.record.authors, 1)
        if author.kind == "person"
    ]
    for place, author in people:
        yield from _parts_between_languages(place, author, subject.gap_level)
    for code in LANGUAGES:
        yield from _parts_between_authors(code, people)


def _parts_between_languages(place: int, author: Authorship, level: Level) -> Iterator[Finding]:
    """Kazakh and Russian names have the same parts. English ones often omit the patronymic."""
    kazakh, russian = author.names.get("kk"), author.names.get("ru")
    if not kazakh or not russian:
        return
    for part in ("given", "patronymic"):
        has: dict[Language, str] = {"kk": getattr(kazakh, part), "ru": getattr(russian, part)}
        for code, other in BOTH_WAYS:
            if not has[code] and has[other]:
                yield _missing(level, place, code, part, has[other])


def _parts_between_authors(
    code: Language, people: list[tuple[int, Authorship]]
) -> Iterator[Finding]:
    names = [(place, author.names[code]) for place, author in people if code in author.names]
    for part in ("given", "patronymic"):
        lacking = [place for place, name in names if not getattr(name, part)]
        if 0 < len(lacking) < len(names) / 2:
            example = next(getattr(name, part) for _place, name in names if getattr(name, part))
            for place in lacking:
                yield _missing(Level.NOTES, place, code, part, example)


def _missing(level: Level, place: int, code: Language, part: str, example: str) -> Finding:
    messages = {
        "given": _("The given name or its initial is missing in %(language)s (as “%(example)s”)."),
        "patronymic": _(
            "The patronymic or its initial is missing in %(language)s (“%(example)s”)."
        ),
    }
    return Finding(
        level,
        f"authors[{place}].names",
        code,
        fill(messages[part], language=LANGUAGE_NAMES[code], example=example),
        LIKE_THE_OTHERS,
    )


def check_suffixes(subject: Subject) -> Iterator[Finding]:
    """A suffix typed into another part of a name: `King Jr.`, `Martin, Jr.`"""
    for place, author in enumerate(subject.record.authors, 1):
        for code, name in author.names.items():
            for part in ("family", "given", "patronymic"):
                words = getattr(name, part).replace(",", " ").split()
                if len(words) > 1 and words[-1] in SUFFIXES:
                    yield Finding(
                        Level.WARNS,
                        f"authors[{place}].names.{code}.{part}",
                        code,
                        fill(_("“%(suffix)s” is the suffix of a name."), suffix=words[-1]),
                        _("Move it to the field for suffixes."),
                    )


def check_capitals(subject: Subject) -> Iterator[Finding]:
    """Titles and family names in capital letters, which citations would repeat."""
    for code, title in subject.record.title.items():
        if title.isupper() and len(title.split()) > 2:
            message = _("The title is in capital letters.")
            yield Finding(Level.NOTES, "title", code, message, _("Use sentence case."))
    for place, author in enumerate(subject.record.authors, 1):
        for code, name in author.names.items():
            if _is_in_capitals(name):
                capitals = fill(_("“%(name)s” is in capital letters."), name=name.family)
                yield Finding(Level.NOTES, f"authors[{place}].names", code, capitals)


def _is_in_capitals(name: Name) -> bool:
    return name.family.isupper() and len(name.family) > 3
