"""The one address of the repository: GET or POST in, a valid document out, whatever was asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.exports.xml import DECLARATION, closing, opening, tag, text

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
# A transaction may commit after its stamp: a harvester that goes on from here misses nothing.
LAG = timedelta(minutes=1)


@csrf_exempt
@cache_control(public=True, no_cache=True)  # public, and so compressed
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else request.GET
    with override("en"):
        document = answer(sent, timezone.now())
    return HttpResponse(document.encode(), content_type="text/xml; charset=utf-8")


def answer(sent: QueryDict, now: datetime) -> str:
    arguments: dict[str, str] = {}
    try:
        asked = read_arguments(sent)
        content = VERBS[asked.verb](asked.arguments, now)
        arguments = {"verb": asked.verb, **asked.arguments}
    except OaiError as error:
        if error.code not in ("badVerb", "badArgument"):
            arguments = {name: str(sent[name]) for name in sent}
        content = tag("error", text(error.message), {"code": error.code})
    parts = [
        tag("responseDate", text(moment(now - LAG))),
        tag("request", text(base_url()), arguments),
        content,
    ]
    return (
        DECLARATION + opening("OAI-PMH", ROOT) + "\n" + "\n".join(parts) + "\n" + closing("OAI-PMH")
    )
