"""The page that corrects, doubts or retracts a public article by a notice, or withdraws it."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from articles.models.roles import Action, can_do
from articles.publishing import (
    correct_article,
    express_concern,
    release,
    retract_article,
    withdraw_article,
)

from .draft_recovery import form_data
from .pages import get_article, render_page
from .permissions import editor_of

Type = Article.Type
NOTICE_TYPES = (Type.CORRECTION, Type.RETRACTION, Type.EDITORIAL, Type.LETTER, Type.OTHER)
NOTICE_ACTIONS = {
    "correct": correct_article,
    "concern": express_concern,
    "retract": retract_article,
}
ACTION_CHOICES = [
    ("correct", gettext_lazy("Corrected: a correction has been published")),
    ("concern", gettext_lazy("Expression of concern published")),
    (
        "retract",
        gettext_lazy("Retracted: still readable, marked as retracted everywhere"),
    ),
    ("withdraw", gettext_lazy("Withdrawn: the page shows only this and the reason")),
]


class NoticeForm(forms.Form):
    action = forms.ChoiceField(
        label=gettext_lazy("Action"), choices=ACTION_CHOICES, widget=forms.RadioSelect
    )
    notice: forms.ModelChoiceField[Article] = forms.ModelChoiceField(
        label=gettext_lazy("Notice"),
        queryset=Article.objects.none(),
        required=False,
        help_text=gettext_lazy("A published correction, retraction notice, editorial or letter."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason for withdrawal (shown to readers)"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, article: Article, *arguments: Any) -> None:
        super().__init__(*arguments)
        rows = Article.objects.public().filter(journal=article.journal, type__in=NOTICE_TYPES)
        field = cast("forms.ModelChoiceField[Article]", self.fields["notice"])
        field.queryset = rows.exclude(pk=article.pk).order_by("-published_on", "-pk")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("action") in NOTICE_ACTIONS and not typed.get("notice"):
            self.add_error("notice", _("Choose the notice. It must already be published."))
        if typed.get("action") == "withdraw" and not typed.get("reason", "").strip():
            self.add_error("reason", _("Enter the reason. Readers will see it."))
        return typed


def notice_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    article = get_article(request, pk, Action.PUBLISH)
    if not article.is_public:
        messages.error(request, _("Only a published article can be corrected or retracted."))
        return HttpResponseRedirect(reverse("admin:articles_article_publish", args=[pk]))
    form = NoticeForm(article, form_data(request) or None)
    if request.method == "POST" and form.is_valid():
        apply_notice(request, article, form.cleaned_data)
        messages.success(request, _("Done. The change is public."))
        return HttpResponseRedirect(reverse("admin:articles_article_history", args=[pk]))
    return render_page(
        admin,
        request,
        "admin/articles/article/notice.html",
        _("Correct, retract or withdraw"),
        article=article,
        form=form,
    )


@transaction.atomic
def apply_notice(request: HttpRequest, article: Article, typed: dict[str, Any]) -> None:
    """Raises PermissionDenied for a withdrawal by anybody but a chief editor.

    A retraction notice is released with the article, so that readers see both name each other.
    """
    editor = editor_of(request)
    if typed["action"] == "withdraw":
        if not can_do(editor, Action.OVERRIDE, article):
            raise PermissionDenied(_("Only a chief editor can withdraw an article."))
        withdraw_article(article, reason=typed["reason"].strip(), editor=editor)
        return
    NOTICE_ACTIONS[typed["action"]](article, typed["notice"], editor=editor)
    if typed["action"] == "retract":
        release(typed["notice"])
