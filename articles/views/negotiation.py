"""What a DOI answers to each kind of asker: as doi.org does, by the Accept header."""

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
    # The deposit form stands in for UNIXSD, which only Crossref itself writes (docs/doi.md).
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


class Wanted(NamedTuple):
    """`kind` is "page", a media type, or None for what is not offered."""

    kind: str | None
    parameters: dict[str, str]


def wanted(request: HttpRequest) -> Wanted:
    """By q-values; a browser, and whoever takes anything, gets the page."""
    if not request.headers.get("Accept", "").strip():
        return Wanted("page", {})
    for accepted in request.accepted_types:  # the best first
        for offered in OFFERED:
            if accepted.match(offered):
                return Wanted("page" if offered in HTML else offered, parameters_of(accepted))
    return Wanted(None, {})


def parameters_of(accepted: MediaType) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in accepted.range_params.items()}


def answer(record: Record, asked: Wanted) -> HttpResponse | None:
    """The record in the form asked for; None where there is no such form of it."""
    if asked.kind == BIBLIOGRAPHY:
        return bibliography(record, asked.parameters)
    form = FORMATS[TYPES[asked.kind or ""]]
    try:
        content = b"".join(form.write([record], stamp(timezone.now())))
    except NotExportable:
        return None
    return HttpResponse(content, content_type=f"{asked.kind}; charset=utf-8")


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
    return next((one for one in LANGUAGES if one == code), otherwise)
