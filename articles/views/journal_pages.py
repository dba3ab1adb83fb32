"""A journal's pages about itself: about, board, for authors."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import Page
from articles.page_cache import cached_page
from articles.queries.public_state import journal_state
from articles.queries.record_facts import text_of
from articles.records.html import body_html
from articles.records.languages import prefer, preferred_language
from articles.records.markup import plain

from .issues import journal_or_404
from .language_names import no_translation_notice, reader_language
from .page_layout import render_page


@require_safe
@cached_page(journal_state)
def page_detail(request: HttpRequest, journal: str, slug: str) -> HttpResponse:
    """Title and text in the language of the page, else in the first that the text has."""
    journal_row, reader = journal_or_404(journal), reader_language()
    page = get_object_or_404(Page, journal=journal_row, slug=slug)
    title, texts = text_of(page, "title"), text_of(page, "text")
    language = preferred_language(texts, reader)
    context = {
        "title": title,
        "plain_title": plain(prefer(title, reader, language or reader)),
        "language": language or reader,
        "text": body_html(texts[language]) if language else "",
        "no_translation": no_translation_notice(reader) if language != reader else "",
    }
    return render_page(request, "page", context, journal_row)
