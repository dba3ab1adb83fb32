"""Retraction, correction, concern, translation: what an article and its notices say."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from articles.queries.released import Notice
from articles.records.html import Shown, shown
from articles.records.identifiers import doi_url
from articles.records.languages import Language
from articles.records.record import Record

from ..part import Part

# What is said of the relation, the colour of it, and whether it stands above the title.
SAID = {
    "retracted_by": "bad",
    "corrected_by": "warn",
    "concern_expressed_by": "warn",
    "retracts": "",
    "corrects": "",
    "expresses_concern": "",
    "translates": "",
    "translated_by": "",
}


class Named(Part, frozen=True):
    """A notice that names this article, or is named by it."""

    kind: str  # of the stylesheet: bad, warn or ''
    heading: str
    word: str  # the same in the history of the article
    day: date | None
    text: Shown | None
    url: str
    doi: str
    doi_url: str


def headings() -> dict[str, str]:
    return {
        "retracted_by": _("The article was retracted"),
        "corrected_by": _("The article was corrected"),
        "concern_expressed_by": _("Concern about the article was expressed"),
        "retracts": _("This notice retracts the article"),
        "corrects": _("This notice corrects the article"),
        "expresses_concern": _("This notice expresses concern about the article"),
        "translates": _("This is a translation of the article"),
        "translated_by": _("The article has a translation"),
    }


def words() -> dict[str, str]:
    return {
        "retracted_by": _("Retracted"),
        "corrected_by": _("Corrected"),
        "concern_expressed_by": _("Expression of concern"),
    }


def related(record: Record, found: dict[int, Notice], reader: Language) -> list[Named]:
    """Notices with their day and text; an article that is not public is named by its DOI alone."""
    if not record.relations:
        return []
    return [
        named(one.kind, one.doi, found.get(one.article_id or 0), reader)
        for one in record.relations
        if one.doi or one.article_id in found
    ]


def named(kind: str, doi: str, notice: Notice | None, reader: Language) -> Named:
    text = None
    if notice:
        texts = (notice.abstract or notice.title) if SAID[kind] else notice.title
        text = shown(texts, reader, notice.language)  # type: ignore[arg-type]  # one of the three
    return Named(
        kind=SAID[kind],
        heading=headings()[kind],
        word=words().get(kind, ""),
        day=notice.published_on if notice else None,
        text=text,
        url=f"/{reader}/articles/{notice.id}/" if notice else "",
        doi=doi,
        doi_url=doi_url(doi) if doi else "",
    )
