"""The six verbs (section 4): each takes arguments and returns the element that answers them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings

from articles.exports.xml import Xml, block, tag, text
from articles.models import Journal, Listing

from .arguments import read_span
from .errors import OaiError
from .formats import FORMATS, MetadataFormat
from .records import headers, moment, page_after, records
from .selection import (
    HeaderRow,
    article_of,
    header_rows,
    journal_name,
    selected_listings,
    sets,
)
from .tokens import Token, expires_at, read_token, write_token

Arguments = dict[str, str]
FIRST_EVER = "2000-01-01T00:00:00Z"


def identify(arguments: Arguments, now: datetime) -> Xml:
    journals = list(Journal.objects.in_order())
    moments = Listing.objects.listable().order_by("changed_at").values_list("changed_at", flat=True)
    earliest = moments.first()
    mails = [journal.depositor_email for journal in journals if journal.depositor_email]
    parts = [
        tag("repositoryName", text(" · ".join(map(journal_name, journals)) or settings.SITE_HOST)),
        tag("baseURL", text(base_url())),
        tag("protocolVersion", text("2.0")),
        *(tag("adminEmail", text(mail)) for mail in mails or [settings.DEFAULT_FROM_EMAIL]),
        tag("earliestDatestamp", text(moment(earliest) if earliest else FIRST_EVER)),
        tag("deletedRecord", text("persistent")),
        tag("granularity", text("YYYY-MM-DDThh:mm:ssZ")),
        tag("compression", text("gzip")),
    ]
    return block("Identify", parts)


def base_url() -> str:
    return f"{settings.SITE_URL}/oai/"


def list_metadata_formats(arguments: Arguments, now: datetime) -> Xml:
    if "identifier" in arguments:
        listing_of(arguments["identifier"])
    return block("ListMetadataFormats", [format_element(form) for form in FORMATS.values()])


def format_element(form: MetadataFormat) -> Xml:
    parts = [
        tag("metadataPrefix", text(form.prefix)),
        tag("schema", text(form.schema)),
        tag("metadataNamespace", text(form.namespace)),
    ]
    return block("metadataFormat", parts)


def list_sets(arguments: Arguments, now: datetime) -> Xml:
    """All sets in one answer: no resumption token of this repository is for sets."""
    if "resumptionToken" in arguments:
        raise OaiError("badResumptionToken", "The list of sets is given whole.")
    rows = (
        block("set", [tag("setSpec", text(oai_set.spec)), tag("setName", text(oai_set.name))])
        for oai_set in sets()
    )
    return block("ListSets", rows)


def get_record(arguments: Arguments, now: datetime) -> Xml:
    form = format_of(arguments["metadataPrefix"])
    elements = list(records([listing_of(arguments["identifier"])], form))
    if not elements:
        raise OaiError("cannotDisseminateFormat", "The article lacks what this format demands.")
    return block("GetRecord", elements)


def list_identifiers(arguments: Arguments, now: datetime) -> Xml:
    return list_answer("ListIdentifiers", arguments, now)


def list_records(arguments: Arguments, now: datetime) -> Xml:
    return list_answer("ListRecords", arguments, now)


def list_answer(verb: str, arguments: Arguments, now: datetime) -> Xml:
    """A page of headers or records, with a resumption token where the list goes on."""
    token = requested_token(arguments)
    form = format_of(token.prefix)
    listings = selected_listings(read_span(token.start, token.end), token.set)
    following = page_after(listings, token.last, form.page)
    page, has_more = following[: form.page], len(following) > form.page
    if not page:
        raise OaiError("noRecordsMatch", "No record matches.")
    size = token.size or (listings.count() if has_more else len(page))
    elements = list(records(page, form) if verb == "ListRecords" else headers(page))
    if has_more or token.cursor:
        elements.append(resumption_token(token, page, size, has_more, now))
    if not elements:
        raise OaiError("noRecordsMatch", "No record that matches can be given in this format.")
    return block(verb, elements)


def requested_token(arguments: Arguments) -> Token:
    """The token of the request, or one for the beginning of the list that it asks for."""
    if "resumptionToken" in arguments:
        return read_token(arguments["resumptionToken"])
    return Token(
        prefix=arguments["metadataPrefix"],
        last=0,
        cursor=0,
        size=0,
        start=arguments.get("from"),
        end=arguments.get("until"),
        set=arguments.get("set"),
    )


def resumption_token(
    token: Token, page: list[HeaderRow], size: int, has_more: bool, now: datetime
) -> Xml:
    """The element is empty on the last page: that ends the list."""
    place = {"completeListSize": str(size), "cursor": str(token.cursor)}
    if not has_more:
        return tag("resumptionToken", attributes=place)
    next_token = Token(
        prefix=token.prefix,
        last=page[-1].article_id,
        cursor=token.cursor + len(page),
        size=size,
        start=token.start,
        end=token.end,
        set=token.set,
    )
    place = {"expirationDate": moment(expires_at(now)), **place}
    return tag("resumptionToken", text(write_token(next_token)), place)


def format_of(prefix: str) -> MetadataFormat:
    if prefix not in FORMATS:
        raise OaiError("cannotDisseminateFormat", "One of: " + ", ".join(FORMATS))
    return FORMATS[prefix]


def listing_of(value: str) -> HeaderRow:
    """The article with this identifier; raises OaiError idDoesNotExist."""
    rows = header_rows(Listing.objects.listable().filter(pk=article_of(value)))
    if not rows:
        raise OaiError("idDoesNotExist", "No record has this identifier.")
    return rows[0]


VERBS: dict[str, Callable[[Arguments, datetime], Xml]] = {
    "Identify": identify,
    "ListMetadataFormats": list_metadata_formats,
    "ListSets": list_sets,
    "GetRecord": get_record,
    "ListIdentifiers": list_identifiers,
    "ListRecords": list_records,
}
