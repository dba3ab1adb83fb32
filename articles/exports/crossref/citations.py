"""The cited works: one citation a work, in the original language, as much of it as is certain."""

from __future__ import annotations

import re

from articles.exports.identifiers import is_doi
from articles.exports.xml import NOTHING, Xml, block, filled, tag, text
from articles.records.record import Record, Reference

# Our words that differ from Crossref's, then Crossref's own.
TYPES = {"chapter": "book_chapter", "thesis": "dissertation", "article": "journal_article"}
CROSSREF_TYPES = {
    "blog", "blog_post", "book", "book_chapter", "collection", "conference_paper",
    "conference_proceedings", "dataset", "dissertation", "journal", "journal_article", "other",
    "patent", "peer_review", "poster", "preprint", "protocol", "registered_report", "report",
    "software", "standard", "web_resource",
}  # fmt: skip

# What holds a year that is not the work's: an address, the day of access, a full date.
FOREIGN_YEARS = re.compile(
    r"https?://\S+|www\.\S+|10\.\d{4,9}/\S+"
    r"|[(\[][^()\[\]]*(?:обращен|қаралған|қаралды|accessed|retrieved)[^()\[\]]*[)\]]"
    r"|\d{1,2}\.\d{1,2}\.\d{4}",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\d\w])(?:1[5-9]|20)\d\d(?![\d\w])")


def citation_list(record: Record) -> Xml:
    return block(
        "citation_list",
        (citation(reference, place) for place, reference in enumerate(record.references, 1)),
    )


def citation(reference: Reference, place: int) -> Xml:
    """Never both lists: Crossref would count a work twice. An entry without text has no place."""
    printed = (reference.text or reference.romanized).strip()
    doi = reference.doi if is_doi(reference.doi) else ""
    children = [
        filled("cYear", year_of(printed)),
        filled("doi", doi),
        tag("unstructured_citation", text(printed)) if printed else NOTHING,
    ]
    return block("citation", children, {"key": f"ref{place}", "type": type_of(reference)})


def type_of(reference: Reference) -> str:
    kind = TYPES.get(reference.type, reference.type)
    return kind if kind in CROSSREF_TYPES else ""


def year_of(printed: str) -> str:
    """The year of publication, where the entry names one year only; else ''."""
    years = set(YEAR.findall(FOREIGN_YEARS.sub(" ", printed)))
    return years.pop() if len(years) == 1 else ""
