"""Which journal, months and article the page of usage shows. What makes no sense is told beside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Journal, User
from articles.models.roles import Action, journals_for
from articles.usage.months import InvalidMonths, last_day, month_range


def month_field(label: Any) -> forms.CharField:
    widget = forms.DateInput(attrs={"type": "month", "placeholder": "2026-01"})
    return forms.CharField(label=label, required=False, max_length=10, widget=widget)


class UsageFilter(forms.Form):
    """Unbound fields keep their defaults: all journals that the editor may see, the last year."""

    journal: Any = forms.ModelChoiceField(
        Journal.objects.none(),
        label=gettext_lazy("Journal"),
        required=False,
        to_field_name="slug",
        empty_label=gettext_lazy("All"),
    )
    begin = month_field(gettext_lazy("First month"))
    end = month_field(gettext_lazy("Last month"))
    article = forms.IntegerField(
        label=gettext_lazy("Number of an article"), required=False, min_value=1, max_value=2**62
    )

    def __init__(self, data: Any, *, editor: User) -> None:
        super().__init__(data)
        keys = journals_for(editor, Action.VIEW)
        journals = Journal.objects.in_order()
        self.journals = journals if keys is None else journals.filter(pk__in=keys)
        field: Any = self.fields["journal"]
        field.queryset = self.journals
        self.is_valid()

    def clean(self) -> None:
        try:
            self.range = self.typed_range()
        except InvalidMonths:
            self.add_error("begin", _("Write months as 2026-01, at most ten years, first to last."))
            self.range = month_range("", "", timezone.localdate())

    def typed_range(self) -> Sequence[date]:
        begin, end = (self.cleaned_data.get(name, "") for name in ("begin", "end"))
        return month_range(begin, end, timezone.localdate())

    def months(self) -> Sequence[date]:
        return self.range

    def days(self) -> tuple[date, date]:
        return self.range[0], last_day(self.range[-1])

    def chosen_journal(self) -> Journal | None:
        """The chosen one, or the only one."""
        chosen: Journal | None = self.cleaned_data.get("journal")
        if chosen is None:
            rows = list(self.journals[:2])
            return rows[0] if len(rows) == 1 else None
        return chosen

    def query(self) -> str:
        """For links to files with the same filter."""
        values = {name: self.data.get(name, "") for name in self.fields}
        return urlencode({name: value for name, value in values.items() if value})
