"""Form row sets: all rows of one kind, read in the order of their numbers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Generic, TypeVar, cast

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from articles.admin.numbers import parse_number

from ..permissions import EditorPermissions, widen
from .relation_row import RelationRow
from .rows import AffiliationRow, AuthorshipRow, FundingRow, InlineRow
from .uploads import GalleyRow

MAX_ROWS = 2_000

RowForm = TypeVar("RowForm", bound=InlineRow)


class RowSet(forms.BaseFormSet, Generic[RowForm]):
    """Not a model formset: rows are parts of a record, and known by their place in it."""

    permissions = EditorPermissions()
    linked_keys: Collection[int] = ()  # articles that the record is related to already
    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "missing_management_form": _(
            "Part of the form was not received. Go back and submit it again."
        ),
    }

    def add_fields(self, form: InlineRow, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Delete")
        form.lock_other_languages(self.permissions.languages)
        form.permissions = self.permissions
        if isinstance(form, RelationRow):
            form.linkable = widen(self.permissions.linkable, Q(pk__in=self.linked_keys))

    def active_rows(self) -> list[RowForm]:
        """Rows to be saved, by their number; a row without one counts by its place."""
        numbered = [
            (row.cleaned_data.get("order") or place, place, row)
            for place, row in enumerate(self.forms, 1)
            if row.is_bound and not row.is_deleted() and not row.is_blank()
        ]
        return [row for _number, _place, row in sorted(numbered, key=lambda entry: entry[:2])]


def row_set_class(row_form: type[RowForm]) -> type[RowSet[RowForm]]:
    row_set = forms.formset_factory(
        row_form, RowSet, extra=0, can_delete=True, max_num=MAX_ROWS, absolute_max=MAX_ROWS
    )
    return cast("type[RowSet[RowForm]]", row_set)


AffiliationRowSet = row_set_class(AffiliationRow)
AuthorshipRowSet = row_set_class(AuthorshipRow)
FundingRowSet = row_set_class(FundingRow)
GalleyRowSet = row_set_class(GalleyRow)
RelationRowSet = row_set_class(RelationRow)

# The prefixes of their inputs: the names of the related rows of an article.
PREFIXES = ("affiliations", "authorships", "fundings", "galleys", "relations")


def add_empty_row(posted: QueryDict) -> QueryDict | None:
    """The form's data with one more row, as the button "_rows" asks without scripts; else None."""
    name = posted.get("_rows")
    if name not in PREFIXES:
        return None
    data = posted.copy()
    count = parse_number(data.get(f"{name}-TOTAL_FORMS"))
    data[f"{name}-TOTAL_FORMS"] = str(min(count + 1, MAX_ROWS))
    return data
