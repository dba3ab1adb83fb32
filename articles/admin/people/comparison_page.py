"""Rows that may be one, side by side; merged, kept apart for good, or left for later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models.roles import Action, can_do
from articles.people import (
    PEOPLE,
    Kind,
    NotMerged,
    keep_apart,
    merge_rows,
    take_back_distinction,
    undo_merge,
)
from articles.people.facts import Facts, load_facts, shared
from articles.records.languages import LANGUAGES, Language

from ..country_field import country_label
from ..numbers import parse_number
from ..pages import render_page
from ..permissions import editor_of
from ..trilingual import NATIVE
from .candidates_page import page_title

if TYPE_CHECKING:
    from .mergeable import MergeableAdmin

MOST_ROWS = 6  # side by side
ARTICLES = 5  # named of each row
VALUES = 8  # of each line


class Cell(msgspec.Struct, frozen=True):
    """One value; `mark` is the CSS class of what is shared (yes) or contradicts (no)."""

    text: str
    mark: str = ""
    url: str = ""
    language: str = ""


class Line(msgspec.Struct, frozen=True):
    """A line of the table: for each row its values."""

    label: str
    cells: list[tuple[str, list[Cell]]]  # name of the row, its values


class NameChoice(msgspec.Struct, frozen=True):
    """The spellings of one language; the first of the kept row is proposed."""

    language: Language
    label: str
    options: list[tuple[int, str]]


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


def table_lines(kind: Kind, rows: list[Facts], request: HttpRequest) -> Iterator[Line]:
    for code in LANGUAGES:
        yield line(NATIVE[code], rows, lambda one, code=code: [name_cell(kind, one, code)])
    yield line(_("Articles"), rows, lambda one: list(article_cells(one, request)))
    yield shared_line(kind.identifier.upper(), rows, "identifiers")
    if kind is PEOPLE:
        yield shared_line(_("Organisations"), rows, "organisations")
        yield shared_line(_("Co-authors"), rows, "people")
        yield shared_line(_("Email"), rows, "emails")
        yield shared_line(_("Keywords"), rows, "keywords")
    else:
        yield line(_("Country"), rows, lambda one: [Cell(country_label(one.row.country))])
        yield shared_line(_("As printed"), rows, "organisations")
        yield shared_line(_("Authors"), rows, "people")


def line(label: str, rows: list[Facts], cells: Any) -> Line:
    return Line(label, [(str(one.row), [cell for cell in cells(one) if cell.text]) for one in rows])


def shared_line(label: str, rows: list[Facts], name: str) -> Line:
    """Values that another row has as well are marked; so are ORCIDs and ROR IDs that differ."""

    def cells(one: Facts) -> list[Cell]:
        values: dict[str, str] = getattr(one, name)
        others = [other for other in rows if other is not one]
        common = shared(one, others, name)
        is_other = name == "identifiers" and any(getattr(other, name) for other in others)
        apart = "no" if is_other else ""
        ordered = sorted(values, key=lambda key: key not in common)
        return [Cell(values[key], "yes" if key in common else apart) for key in ordered[:VALUES]]

    return line(label, rows, cells)


def name_cell(kind: Kind, one: Facts, code: Language) -> Cell:
    return Cell(spelling(kind, one.row, code), language=code)


def spelling(kind: Kind, row: Any, code: Language) -> str:
    parts = (getattr(row, column) or "" for column in kind.columns_of_name(code))
    return " ".join(filter(None, parts)) if kind is PEOPLE else next(parts)


def article_cells(one: Facts, request: HttpRequest) -> Iterator[Cell]:
    """Their number and years, then the newest, each with a link that the editor may open."""
    count = len(one.articles)
    if not count:
        return
    years = sorted({article.published_on.year for article in one.articles if article.published_on})
    span = f"{years[0]}–{years[-1]}" if years[1:] else "".join(map(str, years))
    yield Cell(", ".join(filter(None, (str(count), span))))
    for article in one.articles[:ARTICLES]:
        if can_do(request.user, Action.VIEW, article):
            url = reverse("admin:articles_article_change", args=[article.pk])
            yield Cell(str(article), url=url)
        elif article.is_public:
            yield Cell(str(article), url=article.get_absolute_url())


def name_choice(kind: Kind, rows: list[Facts], code: Language) -> NameChoice | None:
    options = [(one.row.pk, text) for one in rows if (text := spelling(kind, one.row, code))]
    return NameChoice(code, NATIVE[code], options) if len(options) > 1 else None


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
