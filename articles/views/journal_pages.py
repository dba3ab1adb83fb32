"""A journal's pages about itself: about, board, for authors."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from articles.models import Page
from articles.page_cache import cached_page
from articles.queries.public_state import journal_state
from articles.queries.record_facts import text_of
from articles.records.body import clean_body
from articles.records.html import shown
from articles.records.languages import preferred

from .frame import frame_of
from .issues import journal_or_404
from .rendering import page
from .words import no_translation, reader_language


@require_safe
@cached_page(journal_state)
def page_detail(request: HttpRequest, journal: str, slug: str) -> HttpResponse:
    found, reader = journal_or_404(journal), reader_language()
    row = Page.objects.filter(journal=found, slug=slug).first()
    if row is None:
        raise Http404
    texts = text_of(row, "text")
    code = preferred(texts, reader)
    context = {
        "title": shown(text_of(row, "title"), reader, code or reader),
        "text": SafeString(clean_body(texts[code])) if code else "",
        "text_language": "" if code == reader else code,
        "no_translation": no_translation(reader) if code != reader else "",
    }
    return page(frame_of(request, found), "page", context)
