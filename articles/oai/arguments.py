"""The arguments of a request, checked strictly: a verb and what that verb allows (section 4)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.http import QueryDict

from articles.records.cleaning import FORBIDDEN

from .errors import OaiError

LAST_YEAR = 9999  # the last that Python's dates have: no day can be added to its end
NAME = r"[A-Za-z0-9\-_.!~*'()]+"
# The types of arguments in the schema of the protocol, which also governs their echo in the answer.
PATTERNS = {"metadataPrefix": re.compile(NAME), "set": re.compile(f"{NAME}(:{NAME})*")}
# Python reads more than that: weeks (2024-W01-1), days without zeros, digits of other scripts.
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")


class Rule(NamedTuple):
    """The arguments of one verb."""

    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    exclusive: str = ""  # allowed alone, in place of all others


LIST_RULE = Rule(
    required=frozenset({"metadataPrefix"}),
    optional=frozenset({"from", "until", "set"}),
    exclusive="resumptionToken",
)
RULES = {
    "Identify": Rule(),
    "ListMetadataFormats": Rule(optional=frozenset({"identifier"})),
    "ListSets": Rule(exclusive="resumptionToken"),
    "GetRecord": Rule(required=frozenset({"identifier", "metadataPrefix"})),
    "ListIdentifiers": LIST_RULE,
    "ListRecords": LIST_RULE,
}


class OaiRequest(NamedTuple):
    verb: str
    arguments: dict[str, str]


def read_arguments(parameters: QueryDict) -> OaiRequest:
    """Raises OaiError: badVerb, or badArgument for a repeated, missing, unknown or broken one."""
    verbs = parameters.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in RULES:
        raise OaiError("badVerb", "One verb of: " + ", ".join(RULES))
    arguments = {
        name: single_value(name, values) for name, values in parameters.lists() if name != "verb"
    }
    if arguments.get("set") == "":  # an empty field of a harvester's form
        del arguments["set"]
    check_rule(RULES[verbs[0]], arguments)
    check_patterns(arguments)
    return OaiRequest(verbs[0], arguments)


def single_value(name: str, values: list[str]) -> str:
    if len(values) != 1:
        raise OaiError("badArgument", f"{printable(name)} stands {len(values)} times.")
    if FORBIDDEN.search(values[0]) or FORBIDDEN.search(name):
        raise OaiError("badArgument", "An argument holds a control character.")
    return values[0]


def printable(name: str) -> str:
    """The name of an argument, safe to be repeated in an answer."""
    return FORBIDDEN.sub("?", name)[:40]


def check_rule(rule: Rule, arguments: dict[str, str]) -> None:
    """Raises OaiError badArgument where the verb does not allow these arguments together."""
    if rule.exclusive in arguments:
        if len(arguments) > 1:
            raise OaiError("badArgument", f"{rule.exclusive} stands alone.")
        return
    allowed = rule.required | rule.optional
    for name in arguments:
        if name not in allowed:
            raise OaiError("badArgument", f"{printable(name)} is no argument of this verb.")
    for name in sorted(rule.required):
        if not arguments.get(name):
            raise OaiError("badArgument", f"{name} is missing.")


def check_patterns(arguments: dict[str, str]) -> None:
    """Raises OaiError badArgument for a value that the schema of the protocol does not allow."""
    for name, pattern in PATTERNS.items():
        if name in arguments and not pattern.fullmatch(arguments[name]):
            raise OaiError("badArgument", f"{name} has a character that is not allowed there.")


class Span(NamedTuple):
    """A period between two moments in UTC, without its end; None is unbounded."""

    start: datetime | None
    end: datetime | None


def read_span(start: str | None, end: str | None) -> Span:
    """`from` and `until`, both included, which must have one granularity (section 2.7.1)."""
    if start is not None and end is not None and len(start) != len(end):
        raise OaiError("badArgument", "from and until have different granularities.")
    first = read_moment("from", start)
    last = read_moment("until", end)
    if first and last and first > last:
        raise OaiError("badArgument", "from is later than until.")
    if last and last.year < LAST_YEAR:
        last += timedelta(seconds=1) if "T" in (end or "") else timedelta(days=1)
    return Span(first, last)


def read_moment(name: str, value: str | None) -> datetime | None:
    """Reads YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ; raises OaiError badArgument."""
    if value is None:
        return None
    message = f"{name}: YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ."
    if not MOMENT.fullmatch(value):
        raise OaiError("badArgument", message)
    try:
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    except ValueError as error:
        raise OaiError("badArgument", message) from error
