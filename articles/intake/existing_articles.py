"""What stands already: the article of a file's DOI, and the file's text over what it has."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Journal
from articles.records.record import Record, Status

from .import_errors import refused

# What belongs to this site's row and never comes from a file.
KEPT = ("status", "doi", "relations")


def standing_article(record: Record, journal: Journal, update: bool) -> Article | None:
    """The article that has the record's DOI; raises NotImported where it may not be updated."""
    article = Article.objects.with_doi(record.doi).first() if record.doi else None
    if article is None:
        return None
    if article.journal_id != journal.pk:
        raise refused(
            _("Article %(id)d of another journal has this DOI: “%(title)s”."),
            "doi",
            id=article.pk,
            title=article,
        )
    if not update:
        raise refused(
            _(
                "Article %(id)d has this DOI already: “%(title)s”. "
                "To save the file as its next revision, add --update."
            ),
            "doi",
            id=article.pk,
            title=article,
        )
    return article


def over(standing: Record, wanted: Record) -> Record:
    """What the file tells over what stands; what it does not mention stays."""
    told = {
        field: value
        for field in Record.__struct_fields__
        if field not in KEPT and (value := getattr(wanted, field)) != default_of(field)
    }
    return msgspec.structs.replace(standing, **told)


def as_draft(record: Record) -> Record:
    """Whatever a file says of its standing: only the publisher makes public."""
    status: Status = "ready" if record.status == "ready" else "draft"
    return msgspec.structs.replace(record, status=status)


def default_of(field: str) -> object:
    return getattr(Record(language="kk"), field)
