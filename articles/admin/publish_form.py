"""The form that publishes an article or a whole issue: the date, and a chief editor's override."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Issue
from articles.models.roles import Action, can_do
from articles.publishing import Blocked, IssueBlocked

from .permissions import editor_of

Published = TypeVar("Published")


class PublicationDayField(forms.DateField):
    """The date of publication: today in the site's time zone, or earlier."""

    def __init__(self) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(label=gettext_lazy("Date of publication"), widget=widget)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        check_not_ahead(value)


def proposed_day(issue: Issue | None, own: date | None = None) -> date | None:
    """The article's own date, else its issue's if that is out, else today.

    None for an archive whose issue has no date: it was printed on a day that only people know.
    """
    if own:
        return own
    if issue and issue.is_public:
        return issue.published_on
    return None if issue and issue.archived_at else timezone.localdate()


def check_not_ahead(day: date | None) -> None:
    """Raises ValidationError for a day after today."""
    if day and day > timezone.localdate():
        raise forms.ValidationError(
            _(
                "This day is in the future. Enter today or an earlier day. To publish later, "
                "schedule the article."
            )
        )


class PublishForm(forms.Form):
    published_on = PublicationDayField()
    override = forms.CharField(
        label=gettext_lazy("Reason for publishing despite errors"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def override_reason(self) -> str:
        """The reason as the history keeps it; '' where nothing is overridden."""
        typed: str = self.cleaned_data["override"].strip()
        return _("Published despite errors: %(reason)s") % {"reason": typed} if typed else ""

    def publish(
        self, request: HttpRequest, subject: Article | Issue, publish: Callable[..., Published]
    ) -> Published | None:
        """What `publish` returns, or None and an error in this form where findings block it.

        `publish` is `publish_article` or `publish_issue`. Raises PermissionDenied for an override
        by somebody who is not a chief editor.
        """
        if self.cleaned_data["override"] and not can_do(request.user, Action.OVERRIDE, subject):
            raise PermissionDenied
        try:
            return publish(
                subject,
                published_on=self.cleaned_data["published_on"],
                editor=editor_of(request),
                override=self.override_reason(),
            )
        except (Blocked, IssueBlocked) as blocked:
            self.add_error(None, str(blocked))
            return None
