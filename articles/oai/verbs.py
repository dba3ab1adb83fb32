"""The six verbs (section 4): arguments in, the element that answers them out."""

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
from .selection import Listed, article_of, listed_of, selected, sets
from .tokens import Token, expires_at, read_token, write_token

Arguments = dict[str, str]
FIRST_EVER = "2000-01-01T00:00:00Z"


def identify(arguments: Arguments, now: datetime) -> Xml:
    journals = list(Journal.objects.in_order())
    earliest = Listing.objects.order_by("changed_at").values_list("changed_at", flat=True).first()
    mails = [one.depositor_email for one in journals if one.depositor_email]
    parts = [
        tag("repositoryName", text(" · ".join(map(str, journals)) or settings.SITE_HOST)),
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
    return block("ListMetadataFormats", [described(one) for one in FORMATS.values()])


def described(form: MetadataFormat) -> Xml:
    parts = [
        tag("metadataPrefix", text(form.prefix)),
        tag("schema", text(form.schema)),
        tag("metadataNamespace", text(form.namespace)),
    ]
    return block("metadataFormat", parts)


def list_sets(arguments: Arguments, now: datetime) -> Xml:
    """All in one answer: no token of ours names a list of sets."""
    if "resumptionToken" in arguments:
        raise OaiError("badResumptionToken", "The list of sets is given whole.")
    rows = (
        block("set", [tag("setSpec", text(one.spec)), tag("setName", text(one.name))])
        for one in sets()
    )
    return block("ListSets", rows)


def get_record(arguments: Arguments, now: datetime) -> Xml:
    form = format_of(arguments["metadataPrefix"])
    found = list(records([listing_of(arguments["identifier"])], form))
    if not found:
        raise OaiError("cannotDisseminateFormat", "The article lacks what this format demands.")
    return block("GetRecord", found)


def list_identifiers(arguments: Arguments, now: datetime) -> Xml:
    return listed("ListIdentifiers", arguments, now)


def list_records(arguments: Arguments, now: datetime) -> Xml:
    return listed("ListRecords", arguments, now)


def listed(verb: str, arguments: Arguments, now: datetime) -> Xml:
    token = resumed(arguments)
    form = format_of(token.prefix)
    listings = selected(read_span(token.start, token.end), token.set)
    found = page_after(listings, token.last, form.page)
    page, has_more = found[: form.page], len(found) > form.page
    if not page:
        raise OaiError("noRecordsMatch", "No record matches.")
    size = token.size or (listings.count() if has_more else len(page))
    rows = list(records(page, form) if verb == "ListRecords" else headers(page))
    if has_more or token.cursor:
        rows.append(resumption(token, page, size, has_more, now))
    if not rows:
        raise OaiError("noRecordsMatch", "No record that matches can be given in this format.")
    return block(verb, rows)


def resumed(arguments: Arguments) -> Token:
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


def resumption(token: Token, page: list[Listed], size: int, has_more: bool, now: datetime) -> Xml:
    """The last page's element is empty, which ends the list."""
    place = {"completeListSize": str(size), "cursor": str(token.cursor)}
    if not has_more:
        return tag("resumptionToken", attributes=place)
    following = Token(
        prefix=token.prefix,
        last=page[-1].article_id,
        cursor=token.cursor + len(page),
        size=size,
        start=token.start,
        end=token.end,
        set=token.set,
    )
    place = {"expirationDate": moment(expires_at(now)), **place}
    return tag("resumptionToken", text(write_token(following)), place)


def format_of(prefix: str) -> MetadataFormat:
    if prefix not in FORMATS:
        raise OaiError("cannotDisseminateFormat", "One of: " + ", ".join(FORMATS))
    return FORMATS[prefix]


def listing_of(value: str) -> Listed:
    """Raises OaiError idDoesNotExist."""
    found = listed_of(Listing.objects.filter(pk=article_of(value)))
    if not found:
        raise OaiError("idDoesNotExist", "No record has this identifier.")
    return found[0]


VERBS: dict[str, Callable[[Arguments, datetime], Xml]] = {
    "Identify": identify,
    "ListMetadataFormats": list_metadata_formats,
    "ListSets": list_sets,
    "GetRecord": get_record,
    "ListIdentifiers": list_identifiers,
    "ListRecords": list_records,
}
