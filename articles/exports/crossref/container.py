"""The journal and the issue that contain the articles of a Crossref deposit."""

from __future__ import annotations

from datetime import date

from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.records.facts import IssueFacts, JournalFacts
from articles.records.languages import prefer


def journal_title(journal: JournalFacts) -> str:
    """Return the only title, which has to equal the title registered at Crossref."""
    return journal.crossref_title or prefer(journal.name, "en")


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


def journal_issue(issue: IssueFacts | None) -> Xml:
    """The issue; its volume is the continuous number if the journal has no volumes."""
    if not issue:
        return NOTHING
    volume = text_tag("volume", issue.volume or issue.through_number)
    return block(
        "journal_issue",
        [
            day_or_year("publication_date", issue.published_on, issue.year, "print"),
            block("journal_volume", [volume]),
            text_tag("issue", issue.number),
            text_tag("special_numbering", issue.part),
        ],
    )


def day_or_year(name: str, day: date | None, year: int, media: str = "") -> Xml:
    """Month, day and year in this order, or the year alone if the day is unknown."""
    attributes = {"media_type": media}
    if not day:
        return tag(name, tag("year", text(f"{year:04}")), attributes)
    parts = (("month", f"{day:%m}"), ("day", f"{day:%d}"), ("year", f"{day.year:04}"))
    return tag(name, Xml("".join(tag(part, text(value)) for part, value in parts)), attributes)
