"""Articles that are here already: found by the DOI of a record, and updated from it."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import or_

import msgspec
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Journal
from articles.records.record import Record, Status

from .import_errors import not_imported
from .new_issues import find_issue

# Fields that an update never takes from a file.
PROTECTED_FIELDS = ("status", "doi", "relations")


def find_existing(
    record: Record, journal: Journal, may_exist: bool, others: Collection[int] = ()
) -> Article | None:
    """The article with the record's DOI; of a record without one, see `find_same`.

    `others` are articles of the same file. Raises NotImported for an article that must not exist.
    """
    if not record.doi:
        return find_same(record, journal, others) if may_exist else None
    article = Article.objects.with_doi(record.doi).first()
    if article is None:
        return None
    if article.journal_id != journal.pk:
        raise not_imported(
            _("Article %(id)d of another journal has this DOI: “%(title)s”."),
            "doi",
            id=article.pk,
            title=article,
        )
    if not may_exist:
        raise not_imported(
            _(
                "Article %(id)d already has this DOI: “%(title)s”. To save the file as its "
                "next version, add --update."
            ),
            "doi",
            id=article.pk,
            title=article,
        )
    return article


def find_same(record: Record, journal: Journal, others: Collection[int]) -> Article | None:
    """An article of the same issue with the same title, and no other first page."""
    issue = find_issue(record.issue, journal) if record.issue else None
    if record.issue and issue is None:
        return None
    same_title = [Q(**{f"title_{code}": title}) for code, title in record.title.items()]
    if not same_title:
        return None
    found = Article.objects.filter(reduce(or_, same_title), journal=journal, issue=issue)
    if record.first_page:
        found = found.filter(first_page__in=("", record.first_page))
    return found.exclude(pk__in=others).order_by("pk").first()


def update_record(existing: Record, imported: Record) -> Record:
    """The existing record with every field that the imported one fills."""
    filled = {
        field: value
        for field in Record.__struct_fields__
        if field not in PROTECTED_FIELDS and (value := getattr(imported, field)) != default(field)
    }
    return msgspec.structs.replace(existing, **filled)


def as_draft(record: Record) -> Record:
    """A new article is a draft or ready, whatever the file says; only publishing changes that."""
    status: Status = "ready" if record.status == "ready" else "draft"
    return msgspec.structs.replace(record, status=status)


def default(field: str) -> object:
    return getattr(Record(language="kk"), field)
