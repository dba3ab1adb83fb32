"""The six verbs (section 4): each takes arguments and returns the element that answers them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email.utils import parseaddr
from typing import NamedTuple

import msgspec
from django.conf import settings
from django.db.models import QuerySet

from articles.exports.xml import Xml, block, tag, text
from articles.models import Journal, Listing

from .arguments import read_span
from .errors import OaiError
from .formats import FORMATS, MetadataFormat
from .records import formats_of, headers, moment, page_after, records
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
MOST_PAGES = 10  # read for one answer, if the format can carry no article of the first ones


class Page(NamedTuple):
    """A page of a list."""

    rows: list[HeaderRow]
    size: int  # of the whole list
    next_token: Token | None  # None: the last page


def identify(arguments: Arguments, now: datetime) -> Xml:
    journals = list(Journal.objects.in_order())
    moments = Listing.objects.listable().order_by("changed_at").values_list("changed_at", flat=True)
    earliest = moments.first()
    mails = [journal.depositor_email for journal in journals if journal.depositor_email]
    _name, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)  # may be `Name <address>`
    parts = [
        tag("repositoryName", text(" · ".join(map(journal_name, journals)) or settings.SITE_HOST)),
        tag("baseURL", text(base_url())),
        tag("protocolVersion", text("2.0")),
        *(tag("adminEmail", text(mail)) for mail in dict.fromkeys(mails or [sender])),
        tag("earliestDatestamp", text(moment(earliest) if earliest else FIRST_EVER)),
        tag("deletedRecord", text("persistent")),
        tag("granularity", text("YYYY-MM-DDThh:mm:ssZ")),
        tag("compression", text("gzip")),
    ]
    return block("Identify", parts)


def base_url() -> str:
    return f"{settings.SITE_URL}/oai/"


def list_metadata_formats(arguments: Arguments, now: datetime) -> Xml:
    forms = list(FORMATS.values())
    if "identifier" in arguments:
        forms = formats_of(listing_of(arguments["identifier"]))
    return block("ListMetadataFormats", [format_element(form) for form in forms])


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
    """A page of headers or records, with a resumption token where the list goes on.

    A page of articles that the format cannot carry is skipped: the schema of the protocol demands
    a record beside the token.
    """
    token = requested_token(arguments)
    form = format_of(token.prefix)
    listings = selected_listings(read_span(token.start, token.end), token.set)
    write = records if verb == "ListRecords" else headers
    for _attempt in range(MOST_PAGES):
        page = read_page(listings, token, form)
        elements = list(write(page.rows, form))
        if elements or page.next_token is None:
            break
        token = page.next_token
    if page.next_token or token.cursor:
        elements.append(resumption_token(token, page, now))
    if not elements:
        raise OaiError("noRecordsMatch", "No record that matches can be given in this format.")
    return block(verb, elements)


def read_page(listings: QuerySet[Listing], token: Token, form: MetadataFormat) -> Page:
    """The page where a token leads; raises OaiError noRecordsMatch if nothing is there."""
    following = page_after(listings, token.last, form.page)
    rows, has_more = following[: form.page], len(following) > form.page
    if not rows:
        raise OaiError("noRecordsMatch", "No record matches.")
    size = token.size or (listings.count() if has_more else len(rows))
    next_token = msgspec.structs.replace(
        token, last=rows[-1].article_id, cursor=token.cursor + len(rows), size=size
    )
    return Page(rows, size, next_token if has_more else None)


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


def resumption_token(token: Token, page: Page, now: datetime) -> Xml:
    """The element is empty on the last page: that ends the list."""
    place = {"completeListSize": str(page.size), "cursor": str(token.cursor)}
    if page.next_token is None:
        return tag("resumptionToken", attributes=place)
    place = {"expirationDate": moment(expires_at(now)), **place}
    return tag("resumptionToken", text(write_token(page.next_token)), place)


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
