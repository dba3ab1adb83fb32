"""The page "Same person?": pairs that may be one, each with its reasons, the surest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.people import PEOPLE, Kind
from articles.people.candidates import Candidate, Reason
from articles.people.facts import Facts, load_facts, shared

from ..numbers import parse_number
from ..pages import render_page

if TYPE_CHECKING:
    from .mergeable import MergeableAdmin

PAIRS = 25  # on a page
REASONS: dict[Reason, tuple[str | Promise, str | Promise]] = {  # of people, of organisations
    Reason.IDENTIFIER: (gettext_lazy("the same ORCID"), gettext_lazy("the same ROR")),
    Reason.SPELLING: (gettext_lazy("the same name"), gettext_lazy("the same name of organisation")),
    Reason.SIMILAR: (
        gettext_lazy("a similar name"),
        gettext_lazy("a similar name of organisation"),
    ),
}


class Pair(msgspec.Struct, frozen=True):
    rows: tuple[Facts, Facts]
    reasons: list[str]
    url: str


def candidates_page(admin: MergeableAdmin, request: HttpRequest) -> HttpResponse:
    """For everybody who may change the rows."""
    if not admin.may_merge(request):
        raise PermissionDenied
    found = admin.find()
    start = min(parse_number(request.GET.get("from")), len(found))
    part = found[start : start + PAIRS]
    facts = load_facts(admin.kind, {key for one in part for key in (one.first, one.second)})
    return render_page(
        admin,
        request,
        "admin/articles/people/same.html",
        page_title(admin.kind),
        pairs=[pair(admin, one, facts) for one in part],
        total=len(found),
        first=start + 1,
        last=start + len(part),
        earlier=max(start - PAIRS, 0) if start else None,
        later=start + PAIRS if start + PAIRS < len(found) else None,
    )


def page_title(kind: Kind) -> str:
    return _("Same person?") if kind is PEOPLE else _("Same organisation?")


def pair(admin: MergeableAdmin, one: Candidate, facts: dict[int, Facts]) -> Pair:
    rows = (facts[one.first], facts[one.second])
    return Pair(rows, list(reasons(admin.kind, one, rows)), comparison_url(admin, one))


def comparison_url(admin: MergeableAdmin, one: Candidate, *more: int) -> str:
    address = reverse(f"admin:articles_{admin.opts.model_name}_comparison")
    return f"{address}?{urlencode([('id', key) for key in (one.first, one.second, *more)])}"


def reasons(kind: Kind, one: Candidate, rows: tuple[Facts, Facts]) -> Any:
    """Why they were found, then what else speaks for it."""
    for reason in one.reasons:
        yield str(REASONS[reason][kind is not PEOPLE])
    first, second = rows
    labels = {"people": _("authors")}
    if kind is PEOPLE:
        labels = {"organisations": _("organisation"), "people": _("co-authors")}
    for name, label in labels.items():
        if common := shared(first, [second], name):
            named = ", ".join(getattr(first, name)[key] for key in sorted(common)[:3])
            yield _("in common, %(what)s: %(names)s") % {"what": label, "names": named}
