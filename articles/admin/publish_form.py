"""The form that publishes an article or a whole issue: the date, and a reason for an override."""

from __future__ import annotations

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Issue
from articles.models.roles import Action, may


class PublishForm(forms.Form):
    published_on = forms.DateField(
        label=gettext_lazy("Date of publication"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    override = forms.CharField(
        label=gettext_lazy("Reason for publishing in spite of the findings"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def reason(self) -> str:
        """The reason as the history keeps it; '' if no finding is overridden."""
        typed: str = self.cleaned_data["override"].strip()
        return _("In spite of the findings: %(reason)s") % {"reason": typed} if typed else ""

    def check_override(self, request: HttpRequest, target: Article | Issue) -> None:
        """Raises PermissionDenied if a reason is typed and the editor may not override."""
        if self.cleaned_data["override"] and not may(request.user, Action.OVERRIDE, target):
            raise PermissionDenied
