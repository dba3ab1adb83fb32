"""What stands around an article: the head of its first page, running heads, imprint lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from articles.exports.typesetting import labels
from articles.exports.typesetting.people import name_of
from articles.records.facts import JournalFacts
from articles.records.identifiers import doi_url
from articles.records.imprint import (
    issued_on,
    page_range,
    printed_number,
    volume_of,
    year_of,
)
from articles.records.languages import Language, prefer
from articles.records.licences import licence_name
from articles.records.markup import flat
from articles.records.record import Record

TITLE_CHARACTERS = 70  # of a running head
NAME_CHARACTERS = 80  # of the names of a journal in one line of its head
NAMED = 2  # authors in a running head; of more, the first alone


def journal_lines(record: Record) -> Iterator[str]:
    """The journal's names, its ISSNs, the issue, and the section."""
    if record.journal:
        names = " · ".join(dict.fromkeys(record.journal.name.values()))
        yield from [names] if len(names) <= NAME_CHARACTERS else own_first(record)
        yield issn_line(record.journal)
    yield imprint_of(record, record.language)
    yield " · ".join(dict.fromkeys(record.section.values()))


def issn_line(journal: JournalFacts) -> str:
    issn = ((journal.issn_print, "print"), (journal.issn_online, "online"))
    return " · ".join(f"ISSN {number} ({kind})" for number, kind in issn if number)


def own_first(record: Record) -> Iterator[str]:
    """The names of the journal, that in the language of the article first."""
    names = record.journal.name if record.journal else {}
    yield from dict.fromkeys((prefer(names, record.language), *names.values()))


def imprint_of(record: Record, code: Language) -> str:
    """`2021, Том 1, № 1 (134)`."""
    volume = volume_of(record)
    number = printed_number(record.issue) if record.issue else ""
    values = (
        str(year_of(record) or ""),
        f"{labels.VOLUME[code]} {volume}" if volume else "",
        f"№ {number}" if number else "",
    )
    return ", ".join(filter(None, values))


def running_heads(record: Record) -> tuple[str, str]:
    """The heads of left pages, with the journal, and of right pages, with authors and title."""
    own = record.language
    journal = prefer(record.journal.name, own) if record.journal else ""
    title = shorten_title(flat(prefer(record.title, own)))
    left = " · ".join(filter(None, (journal, imprint_of(record, own))))
    return left, " · ".join(filter(None, (short_byline(record), title)))


def short_byline(record: Record) -> str:
    names = author_names(record)
    if len(names) > NAMED:
        return f"{names[0]} {labels.OTHERS[record.language]}"
    return ", ".join(names)


def author_names(record: Record) -> tuple[str, ...]:
    """The names of the authors in the language of the article."""
    names = (name_of(author, record.language) for author in record.authors)
    return tuple(flat(name) for name in names if name)


def shorten_title(title: str) -> str:
    if len(title) <= TITLE_CHARACTERS:
        return title
    return f"{title[:TITLE_CHARACTERS].rsplit(' ', 1)[0]} …"


def imprint_lines(record: Record) -> Iterator[str]:
    """The holder of the copyright with the year, and the licence."""
    holder = prefer(record.copyright_holder, record.language)
    year = record.copyright_year or year_of(record)
    if holder:
        yield " ".join(filter(None, ("©", str(year or ""), holder)))
    licence = record.licence or (record.journal.licence if record.journal else "")
    if licence:
        yield licence_name(licence)


def description(record: Record) -> str:
    """The DOI and the place of publication, for the metadata of the PDF."""
    journal = prefer(record.journal.name, record.language) if record.journal else ""
    pages = page_range(record, "–") or record.article_number
    place = ", ".join(filter(None, (journal, imprint_of(record, record.language), pages)))
    return ". ".join(filter(None, (place, doi_url(record.doi) if record.doi else "")))


def day_of(record: Record) -> date | None:
    """The day of the document: of publication, else the last that is known."""
    days = (record.published_on, issued_on(record), record.accepted_on, record.received_on)
    return next(filter(None, days), None)
