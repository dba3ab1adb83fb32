"""Content negotiation of a DOI, as at doi.org: the form that the `Accept` header asks for.

Where that form is in one language, it is the best of `Accept-Language` in which the article has a
title, else the article's own; `Content-Language` says which.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.http.request import MediaType
from django.utils import timezone
from django.utils.translation.trans_real import parse_accept_lang_header

from articles.citations import STYLES, citation_language, cite
from articles.exports import FORMATS, NotExportable, stamp
from articles.exports.reference_managers import entry_languages
from articles.records.languages import LANGUAGES, Language
from articles.records.markup import flat
from articles.records.record import Record

from .exports import content_language

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
    parameters: dict[str, str] = {}


def accepted_form(request: HttpRequest) -> AcceptedForm:
    """The best by q-values; a browser, and a client that accepts anything, gets the page."""
    if not request.headers.get("Accept", "").strip():
        return AcceptedForm("page")
    for accepted in request.accepted_types:  # the best first
        for offered in OFFERED:
            if accepted.match(offered):
                return AcceptedForm("page" if offered in HTML else offered, parameters_of(accepted))
    return AcceptedForm(None)


def accepted_language(
    request: HttpRequest, available: Container[Language], otherwise: Language
) -> Language:
    """The best of `Accept-Language` that is available; `*` accepts `otherwise`."""
    for code, quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        language = otherwise if code == "*" else language_of(code)
        if quality and language and language in available:
            return language
    return otherwise


def parameters_of(accepted: MediaType) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in accepted.range_params.items()}


def record_response(
    record: Record, form: AcceptedForm, request: HttpRequest
) -> HttpResponse | None:
    """The record in this form; None where it has no such form."""
    own = next(iter(entry_languages(record)), record.language)
    language = accepted_language(request, entry_languages(record, "all"), own)
    if form.kind == BIBLIOGRAPHY:
        return bibliography(record, form.parameters, language)
    format = FORMATS[TYPES[form.kind or ""]]
    try:
        content = b"".join(format.export([record], stamp(timezone.now()), language))
    except NotExportable:
        return None
    response = HttpResponse(content, content_type=f"{form.kind}; charset=utf-8")
    response["Content-Language"] = content_language(record, format, language)
    return response


def bibliography(
    record: Record, parameters: dict[str, str], accepted: Language
) -> HttpResponse | None:
    """text/x-bibliography; style=apa; locale=ru-RU; `locale` wins over the accepted language."""
    name = parameters.get("style", "apa").strip('"')
    style = NAMES_BY_CSL.get(name, name)
    if style not in STYLES:
        return None
    locale = language_of(parameters.get("locale", "").strip('"'))
    language = citation_language(record, locale or accepted)
    cited = flat(cite(record, style, language))
    response = HttpResponse(f"{cited}\n", content_type=f"{BIBLIOGRAPHY}; charset=utf-8")
    response["Content-Language"] = language
    return response


def language_of(locale: str) -> Language | None:
    """`ru` of `ru-RU`; None for a language that articles do not have."""
    code = re.split("[-_]", locale.lower())[0]
    return next((known for known in LANGUAGES if known == code), None)
