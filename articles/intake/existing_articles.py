"""Articles that are here already: found by the DOI of a record, and updated from it."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Journal
from articles.records.record import Record, Status

from .import_errors import not_imported

# Fields that an update never takes from a file.
PROTECTED_FIELDS = ("status", "doi", "relations")


def find_existing(record: Record, journal: Journal, update: bool) -> Article | None:
    """The article with the record's DOI. Raises NotImported if it must not be updated."""
    article = Article.objects.with_doi(record.doi).first() if record.doi else None
    if article is None:
        return None
    if article.journal_id != journal.pk:
        raise not_imported(
            _("Article %(id)d of another journal has this DOI: “%(title)s”."),
            "doi",
            id=article.pk,
            title=article,
        )
    if not update:
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
