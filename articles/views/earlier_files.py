"""Files of an earlier site that are no galleys here: of earlier versions, styles, an issue's files.

They keep the addresses that they had there, which redirect to these.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import EarlierItem
from articles.queries.released import released_article
from articles.records.pictures import image_type
from articles.stored_files import ANY_CONTENT, file_response

from .files import PUBLIC, SANDBOX, withdrawn_response
from .media_types import MEDIA_TYPES


@require_safe
def earlier_file(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """The file, as long as its article or issue is public."""
    items = EarlierItem.objects.exclude(file="").select_related("issue")
    item = get_object_or_404(items, pk=pk, file_name=name)
    if item.article_id:
        article = released_article(item.article_id)
        if article is None:
            raise Http404
        if article.record.status == "withdrawn":
            return withdrawn_response()
    elif item.issue is None or not item.issue.is_public:
        raise Http404
    return item_response(request, item)


def item_response(request: HttpRequest, item: EarlierItem) -> HttpResponseBase:
    """PDFs and pictures open in the browser, as galleys do; search engines keep none of them."""
    is_pdf = item.file_name.lower().endswith(".pdf")
    content_type = MEDIA_TYPES["pdf"] if is_pdf else image_type(item.file_name)
    response = file_response(
        request,
        str(item.file.name),
        item.file_name,
        content_type or ANY_CONTENT,
        as_attachment=not content_type,
    )
    response["Cache-Control"] = PUBLIC
    response["X-Robots-Tag"] = "noindex"
    if not is_pdf:
        response["Content-Security-Policy"] = SANDBOX
    return response
