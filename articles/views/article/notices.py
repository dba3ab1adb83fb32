"""Items about related articles: retraction, correction and concern notices, translations."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.queries.released import RelatedArticle
from articles.records.identifiers import doi_url
from articles.records.languages import Text
from articles.records.record import Record, Relation, RelationKind

# The class of the stylesheet for a notice above the title.
NOTICE_CLASSES: dict[RelationKind, str] = {
    "retracted_by": "bad",
    "corrected_by": "warn",
    "concern_expressed_by": "warn",
}


class RelatedArticleItem(NamedTuple):
    """A notice about this article, or an article that this one is a notice about."""

    css_class: str  # '' unless it is a notice about this article
    heading: str
    event: str  # the same in the history of the article
    published_on: date | None
    text: Text  # its abstract if it is a notice, else its title
    language: str  # of its full text
    article_id: int | None  # if it is public here
    doi: str
    doi_url: str


def related_article_items(
    record: Record, articles: dict[int, RelatedArticle]
) -> list[RelatedArticleItem]:
    """An item for each relation; one without an article in `articles` (by key) has only its DOI."""
    return [
        related_article_item(relation, articles.get(relation.article_id or 0))
        for relation in record.relations
        if relation.doi or relation.article_id in articles
    ]


def related_article_item(relation: Relation, article: RelatedArticle | None) -> RelatedArticleItem:
    css_class = NOTICE_CLASSES.get(relation.kind, "")
    return RelatedArticleItem(
        css_class=css_class,
        heading=headings()[relation.kind],
        event=events().get(relation.kind, ""),
        published_on=article.published_on if article else None,
        text=item_text(article, is_notice=bool(css_class)) if article else {},
        language=article.language if article else "",
        article_id=article.id if article else None,
        doi=relation.doi,
        doi_url=doi_url(relation.doi) if relation.doi else "",
    )


def item_text(article: RelatedArticle, is_notice: bool) -> Text:
    return (article.abstract if is_notice else {}) or article.title


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
