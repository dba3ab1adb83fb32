"""Relations between articles, written at both ends."""

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
    """Writes the relation at both ends; the ends are not released."""
    add_relation(source, target, kind, editor)
    add_relation(target, source, inverse, editor)


def add_relation(article: Article, other: Article, kind: RelationKind, editor: User | None) -> None:
    article = locked(article)
    record = working_record(article)
    relation = Relation(kind=kind, article_id=other.pk, doi=other.doi or "")
    if relation not in record.relations:
        others = (one for one in record.relations if not names(one, kind, other))
        save_article(
            msgspec.structs.replace(record, relations=(*others, relation)),
            article=article,
            editor=editor,
            reason=_("relation"),
        )


def names(relation: Relation, kind: RelationKind, other: Article) -> bool:
    """Whether it says the same of the same article, by its key or, from a file, by its DOI."""
    same_doi = bool(other.doi) and doi_key(relation.doi) == doi_key(other.doi or "")
    return relation.kind == kind and (relation.article_id == other.pk or same_doi)


def locked(article: Article) -> Article:
    """The article as it stands now; nobody else saves or releases it until the transaction ends."""
    rows = Article.objects.select_for_update(of=("self",))
    return rows.select_related("journal", "issue", "section").get(pk=article.pk)
