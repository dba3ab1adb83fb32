"""Publishing, retracting and withdrawing: a new status, saved as a revision and released."""

from __future__ import annotations

from datetime import date

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from articles import preflight
from articles.editing import save_article, working_record
from articles.models import Article, Revision, User
from articles.records.findings import Finding, blocking
from articles.records.identifiers import doi_key
from articles.records.record import Record, Relation, RelationKind, Status

from .release import release


class Blocked(ValueError):
    """Preflight found what must be mended first; `findings` says what."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(
            _("%(count)d findings keep the article from being published.")
            % {"count": len(findings)}
        )
        self.findings = findings


@transaction.atomic
def publish_article(
    article: Article, *, published_on: date, editor: User | None = None, override: str = ""
) -> Revision:
    """Makes the latest revision public, dated as the editor confirmed.

    Raises Blocked for blocking findings, unless a chief editor's reason for `override` is given;
    it is kept as the revision's reason.
    """
    article = locked(article)
    record = msgspec.structs.replace(working_record(article), published_on=published_on)
    grave = blocking(preflight.findings(record))
    if grave and not override:
        raise Blocked(grave)
    status: Status = "published" if record.status in ("draft", "ready") else record.status
    return release_as(article, record, status, editor, override)


@transaction.atomic
def retract_article(article: Article, notice: Article, *, editor: User | None = None) -> Revision:
    """The article stays readable and marked everywhere; it and its notice name each other."""
    relate(notice, article, "retracts", "retracted_by", editor)
    article = locked(article)
    return release_as(article, working_record(article), "retracted", editor, _("retracted"))


@transaction.atomic
def withdraw_article(article: Article, *, reason: str, editor: User | None = None) -> Revision:
    """Its page says that it was withdrawn and why; nothing else of it stays public."""
    article = locked(article)
    return release_as(article, working_record(article), "withdrawn", editor, reason)


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


def release_as(
    article: Article, record: Record, status: Status, editor: User | None, reason: str
) -> Revision:
    """The constraint "public is released" holds at the end: released first, then public."""
    if article.released_id is None:
        article.released_id = Revision.objects.get(article=article, version=article.version).pk
        article.save(update_fields=["released"])
    save_article(
        msgspec.structs.replace(record, status=status),
        article=article,
        editor=editor,
        reason=reason,
    )
    return release(article)
