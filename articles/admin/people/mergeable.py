"""What the admins of people and of organisations share: counts of articles, merging, parting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin import SimpleListFilter
from django.contrib.admin.views.main import ChangeList
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from articles.people import PEOPLE, Kind
from articles.people.candidates import Candidate
from articles.people.facts import article_counts
from articles.people.refusals import active_merges

from .candidates_page import candidates_page
from .comparison_page import comparison_page, take_back_view, undo_view

MERGED = "1"


class CountedList(ChangeList):
    """Gives each row its `article_count`: two queries for any number of rows."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = rows = list(self.result_list)
        kind: Kind = self.model_admin.kind  # type: ignore[attr-defined]  # a MergeableAdmin
        counts = article_counts(kind, [row.pk for row in rows])
        for row in rows:
            row.article_count = counts.get(row.pk, 0)


class MergedFilter(SimpleListFilter):
    """The list has the current rows, or those that were merged into others."""

    title = _("merged")
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(MERGED, _("merged into others"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Django's `All` says what is listed without a choice."""
        current, *others = super().choices(changelist)
        yield {**current, "display": _("not merged")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(merged_into__isnull=self.value() != MERGED)


class MergeableAdmin(admin.ModelAdmin):
    """The base of both admins, which give `kind`, and `find` for pairs that may be the same."""

    kind: ClassVar[Kind]
    find: ClassVar[staticmethod[[], list[Candidate]]]
    list_filter = (MergedFilter,)
    actions = ("compare_chosen",)
    change_list_template = "admin/articles/people/list.html"
    change_form_template = "admin/articles/people/form.html"

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CountedList

    @admin.display(description=_("articles"))
    def article_total(self, row: Any) -> int:
        count: int = row.article_count
        return count

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A merged row is only shown: what is typed there, nobody would see."""
        return not getattr(obj, "merged_into_id", None) and super().has_change_permission(
            request, obj
        )

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The keys that articles have lead over merged rows."""
        return not getattr(obj, "merged_into_id", None) and super().has_delete_permission(
            request, obj
        )

    def may_merge(self, request: HttpRequest) -> bool:
        return super().has_change_permission(request)

    @admin.action(description=_("Compare: are they the same?"), permissions=["change"])
    def compare_chosen(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse:
        keys = [("id", key) for key in rows.order_by("pk").values_list("pk", flat=True)[:6]]
        address = reverse(f"admin:articles_{self.opts.model_name}_comparison")
        return HttpResponseRedirect(f"{address}?{urlencode(keys)}")

    def view_on_site(self, row: Any) -> str | None:
        """The public page of a person whom a public article names."""
        is_public = self.kind is PEOPLE and row.listing_keys.exists()
        return row.get_absolute_url() if is_public else None

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **named: Any
    ) -> HttpResponse:
        row = context.get("original")
        if row:
            own, pairs = active_merges(self.kind), self.kind.distinctions.objects
            names = {"first__merged_into", "second__merged_into", "editor"}
            apart = pairs.select_related("first", "second", *names)
            context |= {
                "merges_into": own.filter(kept=row).order_by("-at"),
                "merge_of": own.filter(merged=row).first(),
                "kept_apart": [*apart.filter(first=row), *apart.filter(second=row)],
                "may_merge": self.may_merge(request),
                "undo_url": f"admin:articles_{self.opts.model_name}_undo",
                "take_back_url": f"admin:articles_{self.opts.model_name}_take_back",
            }
        return super().render_change_form(request, context, *arguments, **named)

    def get_urls(self) -> list[URLPattern]:
        name = f"articles_{self.opts.model_name}_{{}}".format
        return [
            path("same/", self.page(candidates_page), name=name("same")),
            path("same/compare/", self.page(comparison_page), name=name("comparison")),
            path("merges/<int:pk>/undo/", self.page(undo_view), name=name("undo")),
            path("apart/<int:pk>/take-back/", self.page(take_back_view), name=name("take_back")),
            *super().get_urls(),
        ]

    def page(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        """The view for signed-in editors alone; its first argument is this admin."""
        wrapped: Callable[..., HttpResponse] = self.admin_site.admin_view(partial(view, self))
        return wrapped
