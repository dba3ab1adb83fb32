"""Content negotiation of a DOI: the form that the `Accept` header asks for, as at doi.org."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.http.request import MediaType
from django.utils import timezone

from articles.citations import STYLES, cite
from articles.exports import FORMATS, NotExportable, stamp
from articles.records.languages import LANGUAGES, Language
from articles.records.markup import flat
from articles.records.record import Record

HTML = ("text/html", "application/xhtml+xml")
BIBLIOGRAPHY = "text/x-bibliography"

# Media type → format of exports, those that doi.org knows first.
TYPES = {
    "application/vnd.citationstyles.csl+json": "csl",
    "application/x-bibtex": "bibtex",
    "application/x-research-info-systems": "ris",
    "application/ld+json": "schema_org",
    "application/vnd.schemaorg.ld+json": "schema_org",
    # The deposit format, in place of UNIXSD, which only Crossref itself writes (docs/doi.md).
    "application/vnd.crossref.unixsd+xml": "crossref",
    "application/vnd.datacite.datacite+xml": "datacite",
    "application/vnd.jats+xml": "jats",
    "application/json": "record",
}
OFFERED = [*HTML, *TYPES, BIBLIOGRAPHY]
NAMES_BY_CSL = {
    "gost-r-7-0-5-2008": "gost_7_0_5",
    "gost-r-7-0-100-2018": "gost_7_0_100",
    "gost-7-1-2003": "gost_7_1",
}


class AcceptedForm(NamedTuple):
    """`kind` is "page", a media type, or None where nothing accepted is offered."""

    kind: str | None
    parameters: dict[str, str]


def accepted_form(request: HttpRequest) -> AcceptedForm:
    """The best by q-values; a browser, and a client that accepts anything, gets the page."""
    if not request.headers.get("Accept", "").strip():
        return AcceptedForm("page", {})
    for accepted in request.accepted_types:  # the best first
        for offered in OFFERED:
            if accepted.match(offered):
                return AcceptedForm("page" if offered in HTML else offered, parameters_of(accepted))
    return AcceptedForm(None, {})


def parameters_of(accepted: MediaType) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in accepted.range_params.items()}


def record_response(record: Record, form: AcceptedForm) -> HttpResponse | None:
    """The record in this form; None where it has no such form."""
    if form.kind == BIBLIOGRAPHY:
        return bibliography(record, form.parameters)
    format = FORMATS[TYPES[form.kind or ""]]
    try:
        content = b"".join(format.write([record], stamp(timezone.now())))
    except NotExportable:
        return None
    return HttpResponse(content, content_type=f"{form.kind}; charset=utf-8")


def bibliography(record: Record, parameters: dict[str, str]) -> HttpResponse | None:
    """text/x-bibliography; style=apa; locale=ru-RU."""
    name = parameters.get("style", "apa").strip('"')
    style = NAMES_BY_CSL.get(name, name)
    if style not in STYLES:
        return None
    language = language_of(parameters.get("locale", "").strip('"'), record.language)
    cited = flat(cite(record, style, language))
    return HttpResponse(f"{cited}\n", content_type=f"{BIBLIOGRAPHY}; charset=utf-8")


def language_of(locale: str, otherwise: Language) -> Language:
    code = locale.lower()[:2]
    return next((known for known in LANGUAGES if known == code), otherwise)
