"""The view of /oai/: answers GET and POST with a valid document, whatever is asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.exports.xml import DECLARATION, close_tag, open_tag, tag, text

from .arguments import read_arguments
from .errors import OaiError
from .records import moment
from .verbs import VERBS, base_url

ROOT = {
    "xmlns": "http://www.openarchives.org/OAI/2.0/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
    ),
}
# An article may be committed some seconds after its changed_at. A harvester that takes the date of
# this answer as its next `from` then misses nothing.
LAG = timedelta(minutes=1)


@csrf_exempt
@cache_control(public=True, no_cache=True)  # public, and so compressed
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    parameters = request.POST if request.method == "POST" else request.GET
    with override("en"):
        document = answer(parameters, timezone.now())
    return HttpResponse(document.encode(), content_type="text/xml; charset=utf-8")


def answer(parameters: QueryDict, now: datetime) -> str:
    """The document; an error of the protocol is a document, too (section 3.6)."""
    arguments: dict[str, str] = {}
    try:
        oai_request = read_arguments(parameters)
        content = VERBS[oai_request.verb](oai_request.arguments, now)
        arguments = {"verb": oai_request.verb, **oai_request.arguments}
    except OaiError as error:
        if error.code not in ("badVerb", "badArgument"):
            arguments = {name: str(parameters[name]) for name in parameters}
        content = tag("error", text(error.message), {"code": error.code})
    parts = [
        tag("responseDate", text(moment(now - LAG))),
        tag("request", text(base_url()), arguments),
        content,
    ]
    return (
        DECLARATION
        + open_tag("OAI-PMH", ROOT)
        + "\n"
        + "\n".join(parts)
        + "\n"
        + close_tag("OAI-PMH")
    )
