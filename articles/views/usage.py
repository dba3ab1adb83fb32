"""How often an article was viewed and downloaded: a page of its own, where the journal shows it.

The article's page links here, and a script brings the figures there when they come into view. So
that page does not change with each count.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.models import Usage
from articles.page_cache import cached_page
from articles.queries.released import released_article
from articles.queries.usage import usage_of, usage_state
from articles.usage.chart import month_chart

from .article.titles import plain_title
from .language_names import reader_language
from .page_layout import render_page


@require_safe
@cached_page(usage_state)
def article_usage(request: HttpRequest, pk: int) -> HttpResponse:
    article = released_article(pk)
    if article is None or not article.journal.shows_usage or article.record.status == "withdrawn":
        raise Http404
    usage = usage_of(Usage.objects.filter(article=pk))
    context = {
        "record": article.record,
        "plain_title": plain_title(article.record, reader_language()),
        "usage": usage,
        "chart": month_chart(usage.months),
    }
    return render_page(request, "usage", context, article.journal)
