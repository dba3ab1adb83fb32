"""Relations between articles, saved in both articles."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext as _

from articles.editing import save_article, working_record
from articles.models import Article, User
from articles.records.identifiers import doi_key
from articles.records.record import Relation, RelationKind


def relate(
    source: Article,
    target: Article,
    kind: RelationKind,
    inverse: RelationKind,
    editor: User | None = None,
) -> None:
    """Saves the relation in both articles without releasing them."""
    add_relation(source, target, kind, editor)
    add_relation(target, source, inverse, editor)


def add_relation(article: Article, other: Article, kind: RelationKind, editor: User | None) -> None:
    article = lock_article(article)
    record = working_record(article)
    relation = Relation(kind=kind, article_id=other.pk, doi=other.doi or "")
    if relation not in record.relations:
        others = (known for known in record.relations if not is_same(known, kind, other))
        save_article(
            msgspec.structs.replace(record, relations=(*others, relation)),
            article=article,
            editor=editor,
            reason=_("relation"),
        )


def is_same(relation: Relation, kind: RelationKind, other: Article) -> bool:
    """Whether it is the relation of this kind to `other`."""
    return relation.kind == kind and is_about(relation, other)


def is_about(relation: Relation, other: Article) -> bool:
    """Whether the relation leads to `other`, by key or (imported) by DOI."""
    is_same_doi = bool(other.doi) and doi_key(relation.doi) == doi_key(other.doi or "")
    return relation.article_id == other.pk or is_same_doi


def lock_article(article: Article) -> Article:
    """The current article, locked until the end of the transaction."""
    rows = Article.objects.select_for_update(of=("self",))
    return rows.select_related("journal", "issue", "section").get(pk=article.pk)
