"""The issue of a JATS article: year, volume, number and part."""

from __future__ import annotations

from lxml.etree import _Element

from articles.imports.issue_numbers import issue_facts
from articles.imports.jats.dates import year
from articles.imports.xml_texts import by_language, plain
from articles.records.facts import IssueFacts

# Dates of the issue come before those of the article.
DATE_TYPES = ("collection", "ppub", "print", "pub", "epub-ppub", "epub", "electronic")


def issue_of(meta: _Element) -> IssueFacts | None:
    """Return the facts, None for an article that names neither volume nor number or no year."""
    return issue_facts(
        year=year_of(meta),
        volume=plain(meta.find("volume")),
        number=plain(meta.find("issue")),
        part=plain(meta.find("issue-part")),
        title=by_language(meta.iterfind("issue-title")),
    )


def year_of(meta: _Element) -> int | None:
    """The year of the issue's date, else that of any date of publication."""
    dates = sorted(meta.iterfind("pub-date"), key=rank)
    return next(filter(None, (year(plain(each.find("year"))) for each in dates)), None)


def rank(element: _Element) -> int:
    names = (element.get("date-type"), element.get("pub-type"), element.get("publication-format"))
    return min(
        (DATE_TYPES.index(name) for name in names if name in DATE_TYPES), default=len(DATE_TYPES)
    )
