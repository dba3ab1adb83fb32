"""Counts of an earlier system: a table is chosen, what matches is shown, then it is taken over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.intake.usage.earlier import EarlierPlan, plan_import, save_earlier, why_no_table
from articles.models import Article, Journal, User
from articles.models.roles import Action, can_do, journals_for
from articles.usage.earlier_table import MOST_BYTES, NotATable, read_table

from ..pages import render_page
from ..permissions import editor_of

SALT = "articles.earlier_usage"
SECONDS = 3_600  # that a plan may wait


class EarlierForm(forms.Form):
    journal: Any = forms.ModelChoiceField(Journal.objects.none(), label=gettext_lazy("Journal"))
    until = forms.DateField(
        label=gettext_lazy("Counted there until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy(
            "OJS: Statistics → Articles → the whole time → Download Report → Articles."
        ),
    )

    def __init__(self, *args: Any, editor: User) -> None:
        super().__init__(*args)
        keys = journals_for(editor, Action.MANAGE)
        journals = Journal.objects.in_order()
        shown = journals if keys is None else journals.filter(pk__in=keys)
        field: Any = self.fields["journal"]
        field.queryset = shown

    def clean(self) -> None:
        file = self.cleaned_data.get("file")
        if file is None:
            return
        try:
            self.cleaned_data["table"] = read_table(file.read(MOST_BYTES + 1))
        except NotATable as error:
            self.add_error("file", why_no_table(error.reason))

    def plan(self) -> EarlierPlan:
        typed = self.cleaned_data
        return plan_import(typed["table"], typed["journal"], typed["until"])


def earlier_page(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    if not can_do(request.user, Action.MANAGE):
        raise PermissionDenied
    if "plan" in request.POST:
        return take_over(request)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = EarlierForm(*sent, editor=editor_of(request))
    plan = form.plan() if form.is_bound and form.is_valid() else None
    return render_page(
        admin,
        request,
        "admin/usage/earlier.html",
        _("Counts of an earlier system"),
        form=form,
        plan=plan,
        signed=signing.dumps(plan.rows, salt=SALT, serializer=Rows, compress=True) if plan else "",
    )


def take_over(request: HttpRequest) -> HttpResponse:
    """The plan as it was shown: it came back signed, so the file need not be chosen again."""
    try:
        rows = signing.loads(request.POST["plan"], salt=SALT, serializer=Rows, max_age=SECONDS)
    except signing.BadSignature:
        messages.error(request, _("The plan is too old. Choose the file again."))
        return HttpResponseRedirect(request.path)
    articles = Article.objects.filter(pk__in={row[0] for row in rows}).select_related("journal")
    if not all(can_do(request.user, Action.MANAGE, each.journal) for each in articles):
        raise PermissionDenied
    count = save_earlier(rows)
    messages.success(
        request, _("Articles with counts of the earlier system: %(count)d.") % {"count": count}
    )
    return HttpResponseRedirect(reverse("admin:articles_usage_changelist"))


class Rows(signing.JSONSerializer):
    """The rows of a plan; days are ISO dates in JSON."""

    def dumps(self, obj: Any) -> bytes:
        return super().dumps([[article, str(day), *counts] for article, day, *counts in obj])

    def loads(self, data: bytes) -> Any:
        rows = super().loads(data)
        return [(article, date.fromisoformat(day), *counts) for article, day, *counts in rows]
