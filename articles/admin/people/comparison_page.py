"""Rows that may be one, side by side; merged, kept apart for good, or left for later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.people import (
    PEOPLE,
    Kind,
    NotMerged,
    keep_apart,
    merge_rows,
    take_back_distinction,
    undo_merge,
)
from articles.people.facts import Facts, load_facts
from articles.records.languages import LANGUAGES

from ..numbers import parse_number
from ..pages import render_page
from ..permissions import editor_of
from .candidates_page import page_title
from .comparison_table import name_choice, table_lines

if TYPE_CHECKING:
    from .mergeable import MergeableAdmin

MOST_ROWS = 6  # side by side


def comparison_page(admin: MergeableAdmin, request: HttpRequest) -> HttpResponse:
    if not admin.may_merge(request):
        raise PermissionDenied
    if request.method == "POST":
        return decide(admin, request)
    keys = chosen_keys(request)
    facts = load_facts(admin.kind, keys)
    rows = [facts[key] for key in keys if key in facts]
    if not rows:
        raise Http404
    return render_page(
        admin,
        request,
        "admin/articles/people/comparison.html",
        page_title(admin.kind),
        rows=[{"facts": one, "name": str(one.row)} for one in rows],
        proposed=proposed_row(admin.kind, rows).row.pk,
        lines=list(table_lines(admin.kind, rows, request)),
        names=[choice for code in LANGUAGES if (choice := name_choice(admin.kind, rows, code))],
        can_merge=len(rows) > 1,
        is_people=admin.kind is PEOPLE,
        similar=similar_rows(admin, keys),
        address=request.get_full_path(),
        list_url=reverse(f"admin:articles_{admin.opts.model_name}_same"),
    )


def chosen_keys(request: HttpRequest) -> list[int]:
    keys = [parse_number(text) for text in request.GET.getlist("id")]
    return list(dict.fromkeys(key for key in keys if key))[:MOST_ROWS]


def proposed_row(kind: Kind, rows: list[Facts]) -> Facts:
    """The row to keep: the one with an ORCID or a ROR, then with most articles, then the oldest."""
    return min(
        rows,
        key=lambda one: (not getattr(one.row, kind.identifier), -len(one.articles), one.row.pk),
    )


def similar_rows(admin: MergeableAdmin, keys: list[int]) -> list[dict[str, Any]]:
    """Further rows that are proposed as the same as one of these."""
    found = [one for one in admin.find() if {one.first, one.second} & set(keys)]
    more = dict.fromkeys(key for one in found for key in (one.first, one.second) if key not in keys)
    wanted = list(more)[: MOST_ROWS - len(keys)]
    rows = admin.kind.rows.objects.in_bulk(wanted)
    return [{"row": rows[key], "pk": key} for key in wanted if key in rows]


def decide(admin: MergeableAdmin, request: HttpRequest) -> HttpResponse:
    """Merges the ticked rows into the kept one, or keeps all of them apart."""
    listed = reverse(f"admin:articles_{admin.opts.model_name}_same")
    try:
        if request.POST.get("do") == "apart":
            keys = [parse_number(text) for text in request.POST.getlist("row")]
            keep_apart(admin.kind, keys, editor=editor_of(request))
            messages.success(request, _("Remembered: they are different, and not proposed again."))
            return HttpResponseRedirect(listed)
        kept = merge_posted(admin, request)
    except NotMerged as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(request.get_full_path())
    messages.success(request, _("Merged into “%(name)s”.") % {"name": kept})
    return HttpResponseRedirect(
        reverse(f"admin:articles_{admin.opts.model_name}_change", args=[kept.pk])
    )


def merge_posted(admin: MergeableAdmin, request: HttpRequest) -> Any:
    """Raises NotMerged."""
    posted = request.POST
    kept = parse_number(posted.get("kept"))
    same = {parse_number(text) for text in posted.getlist("same")} - {kept}
    spellings = {code: key for code in LANGUAGES if (key := parse_number(posted.get(code)))}
    return merge_rows(admin.kind, kept, same, spellings=spellings, editor=editor_of(request))


def undo_view(admin: MergeableAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    check_post(admin, request)
    try:
        merge = undo_merge(admin.kind, pk, editor=editor_of(request))
    except NotMerged as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse(f"admin:articles_{admin.opts.model_name}_changelist"))
    text = _("“%(name)s” stands alone again.") % {"name": merge.merged}
    messages.success(request, text)
    return HttpResponseRedirect(
        reverse(f"admin:articles_{admin.opts.model_name}_change", args=[merge.kept_id])
    )


def check_post(admin: MergeableAdmin, request: HttpRequest) -> None:
    """Raises PermissionDenied for another method, as for an editor who may not change people."""
    if request.method != "POST" or not admin.may_merge(request):
        raise PermissionDenied


def take_back_view(admin: MergeableAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    check_post(admin, request)
    take_back_distinction(admin.kind, pk)
    messages.success(request, _("Taken back: the two may be merged, and are proposed again."))
    return HttpResponseRedirect(reverse(f"admin:articles_{admin.opts.model_name}_same"))
