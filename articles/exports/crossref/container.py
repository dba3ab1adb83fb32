"""The journal and the issue that a batch of articles stands in."""

from __future__ import annotations

from datetime import date

from articles.exports.xml import NOTHING, Xml, block, filled, tag, text
from articles.records.facts import IssueFacts, JournalFacts
from articles.records.languages import prefer


def journal_title(journal: JournalFacts) -> str:
    """One title only, equal to the title record at Crossref."""
    return journal.crossref_title or prefer(journal.name, "en")


def journal_metadata(journal: JournalFacts | None) -> Xml:
    if not journal:
        return NOTHING
    return block(
        "journal_metadata",
        [
            filled("full_title", journal_title(journal)),
            filled("issn", journal.issn_print, {"media_type": "print"}),
            filled("issn", journal.issn_online, {"media_type": "electronic"}),
        ],
        {"language": journal.policy.languages[0]},
    )


def journal_issue(issue: IssueFacts | None) -> Xml:
    """The volume, or the through number where the journal has no volumes."""
    if not issue:
        return NOTHING
    volume = filled("volume", issue.volume or issue.through_number)
    return block(
        "journal_issue",
        [
            day_or_year("publication_date", issue.published_on, issue.year, "print"),
            block("journal_volume", [volume]),
            filled("issue", issue.number),
            filled("special_numbering", issue.part),
        ],
    )


def day_or_year(name: str, day: date | None, year: int, media: str = "") -> Xml:
    """Month, day, year, in this order; the year alone where no day is known."""
    attributes = {"media_type": media}
    if not day:
        return tag(name, tag("year", text(f"{year:04}")), attributes)
    parts = (("month", f"{day:%m}"), ("day", f"{day:%d}"), ("year", f"{day.year:04}"))
    return tag(name, Xml("".join(tag(part, text(value)) for part, value in parts)), attributes)
