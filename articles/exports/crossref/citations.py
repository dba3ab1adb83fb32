"""The cited works of a Crossref deposit: one citation for each, with what is certain."""

from __future__ import annotations

import re

from articles.exports.identifiers import is_doi
from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.records.record import Record, Reference

# Our types that differ from Crossref's, then Crossref's own.
TYPES = {"chapter": "book_chapter", "thesis": "dissertation", "article": "journal_article"}
CROSSREF_TYPES = {
    "blog", "blog_post", "book", "book_chapter", "collection", "conference_paper",
    "conference_proceedings", "dataset", "dissertation", "journal", "journal_article", "other",
    "patent", "peer_review", "poster", "preprint", "protocol", "registered_report", "report",
    "software", "standard", "web_resource",
}  # fmt: skip

# Years that are not the year of the work: in a web address, the day of access, a full date.
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
    """Return one citation, '' for a reference without text.

    The romanized form is left out: Crossref would count the work twice.
    """
    printed = (reference.text or reference.romanized).strip()
    doi = reference.doi if is_doi(reference.doi) else ""
    children = [
        text_tag("cYear", year_of(printed)),
        text_tag("doi", doi),
        tag("unstructured_citation", text(printed)) if printed else NOTHING,
    ]
    return block("citation", children, {"key": f"ref{place}", "type": type_of(reference)})


def type_of(reference: Reference) -> str:
    kind = TYPES.get(reference.type, reference.type)
    return kind if kind in CROSSREF_TYPES else ""


def year_of(printed: str) -> str:
    """Return the year of publication if the reference names only one year, else ''."""
    years = set(YEAR.findall(FOREIGN_YEARS.sub(" ", printed)))
    return years.pop() if len(years) == 1 else ""
