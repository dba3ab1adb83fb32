"""The journal and the issue that contain the articles of a Crossref deposit."""

from __future__ import annotations

from datetime import date

from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.records.facts import JournalFacts
from articles.records.imprint import issued_on, number_of, part_label, volume_of
from articles.records.languages import prefer
from articles.records.record import Record


def journal_title(journal: JournalFacts) -> str:
    """Return the only title, which has to equal the title registered at Crossref."""
    return journal.crossref_title or prefer(journal.name, "en")


def registrant(journal: JournalFacts) -> str:
    """Return who owns the DOIs: the registrant of the journal's settings, else its publisher."""
    return journal.registrant or prefer(journal.publisher, "en")


def journal_metadata(journal: JournalFacts | None) -> Xml:
    if not journal:
        return NOTHING
    return block(
        "journal_metadata",
        [
            text_tag("full_title", journal_title(journal)),
            text_tag("issn", journal.issn_print, {"media_type": "print"}),
            text_tag("issn", journal.issn_online, {"media_type": "electronic"}),
        ],
        {"language": journal.policy.languages[0]},
    )


def journal_issue(record: Record) -> Xml:
    """The issue of an article."""
    if not record.issue:
        return NOTHING
    return block(
        "journal_issue",
        [
            issue_date(record, "print" if is_printed(record) else "online"),
            block("journal_volume", [text_tag("volume", volume_of(record))]),
            text_tag("issue", number_of(record)),
            text_tag("special_numbering", part_label(record.issue.part, "en")),
        ],
    )


def is_printed(record: Record) -> bool:
    return bool(record.journal and record.journal.issn_print)


def issue_date(record: Record, media: str) -> Xml:
    """The date or the year of the issue."""
    if not record.issue:
        return NOTHING
    return day_or_year("publication_date", issued_on(record), record.issue.year, media)


def day_or_year(name: str, day: date | None, year: int, media: str = "") -> Xml:
    """Month, day and year in this order, or the year alone if the day is unknown."""
    attributes = {"media_type": media}
    if not day:
        return tag(name, tag("year", text(f"{year:04}")), attributes)
    parts = (("month", f"{day:%m}"), ("day", f"{day:%d}"), ("year", f"{day.year:04}"))
    return tag(name, Xml("".join(tag(part, text(value)) for part, value in parts)), attributes)
