"""The package of a whole journal: a folder for each article with its record and all its files.

`import_articles` reads it, here and on another site with this program.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F, QuerySet

from articles.models import Article, Journal
from articles.queries.released_records import released_records
from articles.records import json

from .archive import Member, zip_members
from .contents import chunks, require_files
from .jats import archived_galleys, base_name

NAME = "journal-zip"


def write_journal(journal: Journal) -> Iterator[bytes]:
    """The bytes of the package. Raises MissingFiles before the first of them."""
    articles = articles_of(journal)
    require_files(
        galley.path for record in released_records(articles) for galley in archived_galleys(record)
    )
    return zip_members(members(articles), None)


def articles_of(journal: Journal) -> QuerySet[Article]:
    """The articles that readers see, by issue and position."""
    order = (F("issue__year").asc(nulls_last=True), "issue_id", F("position").asc(nulls_last=True))
    return Article.objects.readable().filter(journal=journal).order_by(*order, "pk")


def members(articles: QuerySet[Article]) -> Iterator[Member]:
    for number, record in enumerate(released_records(articles), 1):
        folder = f"{number:05}"
        yield f"{folder}/record.json", [json.write(record)]
        for galley in archived_galleys(record):
            yield f"{folder}/{base_name(galley.name)}", chunks(galley.path)
