"""Retraction, correction and concern notices, and translations, that an article names."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.queries.released import Notice
from articles.records.identifiers import doi_url
from articles.records.languages import Text
from articles.records.record import Record, Relation, RelationKind

# The class of the stylesheet for a notice above the title.
NOTICE_CLASSES: dict[RelationKind, str] = {
    "retracted_by": "bad",
    "corrected_by": "warn",
    "concern_expressed_by": "warn",
}


class RelatedArticle(NamedTuple):
    """A notice about this article, or an article that this one is a notice about."""

    css_class: str  # '' for what is no notice about this article
    heading: str
    event: str  # the same in the history of the article
    published_on: date | None
    text: Text  # its abstract where it is a notice, else its title
    language: str  # of its full text
    article_id: int | None  # where it is public here
    doi: str
    doi_url: str


def related_articles(record: Record, notices: dict[int, Notice]) -> list[RelatedArticle]:
    """`notices` by article id; an article that is not among them is named by its DOI alone."""
    return [
        related_article(relation, notices.get(relation.article_id or 0))
        for relation in record.relations
        if relation.doi or relation.article_id in notices
    ]


def related_article(relation: Relation, notice: Notice | None) -> RelatedArticle:
    css_class = NOTICE_CLASSES.get(relation.kind, "")
    return RelatedArticle(
        css_class=css_class,
        heading=headings()[relation.kind],
        event=events().get(relation.kind, ""),
        published_on=notice.published_on if notice else None,
        text=notice_text(notice, is_notice=bool(css_class)) if notice else {},
        language=notice.language if notice else "",
        article_id=notice.id if notice else None,
        doi=relation.doi,
        doi_url=doi_url(relation.doi) if relation.doi else "",
    )


def notice_text(notice: Notice, is_notice: bool) -> Text:
    return (notice.abstract if is_notice else {}) or notice.title


def headings() -> dict[RelationKind, str]:
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


def events() -> dict[RelationKind, str]:
    return {
        "retracted_by": _("Retracted"),
        "corrected_by": _("Corrected"),
        "concern_expressed_by": _("Expression of concern"),
    }
