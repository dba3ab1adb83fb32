"""What a search finds as one file: RIS for reference managers, CSV for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.utils.translation import gettext as _

from articles.exports import FORMATS, table
from articles.queries.released_records import records_in_order
from articles.records.languages import Language
from articles.records.record import Record
from articles.search.public_search import matching_article_ids

from .list_export import entries, list_file
from .search_form import SearchForm

EXPORTS = ("ris", "csv")
MOST_ARTICLES = 500  # in a file


def search_export(form: SearchForm, format: str, reader: Language) -> HttpResponse:
    """Raises BadRequest for another format, an empty search, and one that takes too long."""
    if format not in EXPORTS:
        raise BadRequest(_("Search results can be downloaded as RIS or CSV."))
    if not form.is_filled:
        raise BadRequest(_("Type a word or choose a filter first."))
    keys = matching_article_ids(form.words, form.filters, form.sort, MOST_ARTICLES)
    if keys is None:
        raise BadRequest(_("The search took too long. Add a word, or choose a journal or a year."))
    return download(records_in_order(keys), format, reader)


def download(records: Iterator[Record], format: str, reader: Language) -> HttpResponse:
    if format == "csv":
        return list_file(table.write(records, reader), table.MEDIA_TYPE, "search.csv")
    ris = FORMATS["ris"]
    return list_file(entries(records, ris, reader), ris.media_type, "search.ris")
