"""A journal's pages of text about itself, such as about and for authors."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from articles.models import Page
from articles.models.board import BOARD_SLUG
from articles.models.contacts import CONTACTS_SLUG
from articles.page_cache import cached_page
from articles.queries.public_state import journal_state
from articles.queries.record_facts import text_of
from articles.records.html import body_html
from articles.records.languages import prefer, preferred_language
from articles.records.markup import plain

from .databases import databases
from .issues import journal_or_404
from .language_names import no_translation_notice, reader_language
from .page_layout import render_page

ABOUT_SLUG = "about"


@require_safe
@cached_page(journal_state)
def page_detail(request: HttpRequest, journal: str, slug: str) -> HttpResponse:
    """Title and text in the language of the page, else in the first that the text has.

    The board and the contacts of a journal that has entered them have addresses of their own.
    """
    journal_row = journal_or_404(journal)
    if slug == BOARD_SLUG and journal_row.has_board:
        return redirect("board", journal=journal)
    if slug == CONTACTS_SLUG and journal_row.has_contacts:
        return redirect("contacts", journal=journal)
    reader = reader_language()
    page = get_object_or_404(Page, journal=journal_row, slug=slug)
    title, texts = text_of(page, "title"), text_of(page, "text")
    language = preferred_language(texts, reader)
    context = {
        "title": title,
        "plain_title": plain(prefer(title, reader, language or reader)),
        "language": language or reader,
        "text": body_html(texts[language]) if language else "",
        "databases": databases(journal_row) if slug == ABOUT_SLUG else [],
        "no_translation": no_translation_notice(reader) if language != reader else "",
    }
    return render_page(request, "page", context, journal_row)
