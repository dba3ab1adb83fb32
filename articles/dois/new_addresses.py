"""Crossref's text file of DOIs and their new addresses, for a site that has moved.

One prefix a file: a header line, then a line a DOI with a tab before its address (Crossref,
“Updating your URLs”, bulk update by text file; sent by e-mail or the admin tool).
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.models import Article, Journal
from articles.queries.released_records import released_records
from articles.records.urls import resource_url


def new_address_lines(journal: Journal) -> Iterator[str]:
    """Every public DOI of the journal's prefix, retracted and withdrawn ones too."""
    prefix = journal.doi_prefix
    yield f"H: email={journal.depositor_email};fromPrefix={prefix}\n"
    articles = Article.objects.public().filter(journal=journal, doi__startswith=f"{prefix}/")
    for record in released_records(articles.order_by("pk")):
        yield f"{record.doi}\t{resource_url(record)}\n"
