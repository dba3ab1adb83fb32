"""Crossref's text file of DOIs and their new addresses, for a site that has moved.

One file for each prefix: a header line, then one line for each DOI, with a tab before its address
(Crossref, “Updating your URLs”, bulk update by text file; sent by email or the admin tool).
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.models import Article, Journal
from articles.queries.released_records import released_records
from articles.records.urls import resource_url


def new_address_lines(journal: Journal) -> Iterator[str]:
    """The lines of the file: all public DOIs of the prefix, also of retracted articles."""
    prefix = journal.doi_prefix
    yield f"H: email={journal.depositor_email};fromPrefix={prefix}\n"
    articles = Article.objects.public().filter(journal=journal, doi__startswith=f"{prefix}/")
    for record in released_records(articles.order_by("pk")):
        yield f"{record.doi}\t{resource_url(record)}\n"
