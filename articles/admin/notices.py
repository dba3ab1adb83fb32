"""The page that corrects, doubts or retracts a public article by a notice, or withdraws it."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from articles.models.roles import Action, can_do
from articles.publishing import apply_notice, withdraw_article
from articles.publishing.notices import NOTICE_KINDS, draft_notice, notice_drafts
from articles.records.languages import LANGUAGES, Text, tidy

from .draft_recovery import form_data
from .pages import get_article, render_page
from .permissions import editor_of
from .trilingual import NATIVE, trio

Type = Article.Type
NOTICE_TYPES = (Type.CORRECTION, Type.RETRACTION, Type.EDITORIAL, Type.LETTER, Type.OTHER)
ACTION_CHOICES = [
    ("correct", gettext_lazy("Correct: readers see the article with the correction")),
    ("concern", gettext_lazy("Express concern: readers see the article with the concern")),
    ("retract", gettext_lazy("Retract: still readable, marked as retracted everywhere")),
]
WITHDRAWAL = ("withdraw", gettext_lazy("Withdraw: the page shows only this and the reason"))


class NoticeForm(forms.Form):
    action = forms.ChoiceField(
        label=gettext_lazy("Action"), choices=ACTION_CHOICES, widget=forms.RadioSelect
    )
    notice: forms.ModelChoiceField[Article] = forms.ModelChoiceField(
        label=gettext_lazy("Notice"),
        queryset=Article.objects.none(),
        required=False,
        empty_label=gettext_lazy("Draft a new notice"),
        help_text=gettext_lazy("Or a published correction, retraction notice, editorial, letter."),
    )

    def __init__(self, article: Article, *arguments: Any, may_withdraw: bool) -> None:
        super().__init__(*arguments)
        rows = Article.objects.public().filter(journal=article.journal, type__in=NOTICE_TYPES)
        notice = cast("forms.ModelChoiceField[Article]", self.fields["notice"])
        notice.queryset = rows.exclude(pk=article.pk).order_by("-published_on", "-pk")
        if may_withdraw:
            action = cast("forms.ChoiceField", self.fields["action"])
            action.choices = [*ACTION_CHOICES, WITHDRAWAL]
        for name, code in zip(trio("reason"), LANGUAGES, strict=True):
            box = forms.Textarea(attrs={"rows": 4, "lang": code})
            self.fields[name] = forms.CharField(label=NATIVE[code], required=False, widget=box)

    def reasons(self) -> list[forms.BoundField]:
        return [self[name] for name in trio("reason")]

    def reason(self) -> Text:
        typed = {code: self.cleaned_data.get(f"reason_{code}", "") for code in LANGUAGES}
        return tidy({code: " ".join(text.split()) for code, text in typed.items()})

    def clean(self) -> dict[str, Any]:
        """A reason in one language at least, unless a notice that says it is public already."""
        typed = super().clean() or self.cleaned_data
        is_linked = typed.get("notice") and typed.get("action") in NOTICE_KINDS
        if "notice" not in self.errors and not is_linked and not self.reason():
            self.add_error("reason_kk", _("Enter the reason. Readers will see it."))
        return typed


def notice_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the form. POST: drafts a notice, links a public one, or withdraws the article."""
    article = get_article(request, pk, Action.PUBLISH)
    if refusal := refusal_for(article):
        messages.error(request, refusal)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    may_withdraw = can_do(request.user, Action.OVERRIDE, article)
    form = NoticeForm(article, form_data(request) or None, may_withdraw=may_withdraw)
    if request.POST.get("action") == "withdraw" and not may_withdraw:
        raise PermissionDenied(_("Only a chief editor can withdraw an article."))
    if request.method == "POST" and form.is_valid():
        return HttpResponseRedirect(do_action(request, article, form))
    return render_page(
        admin,
        request,
        "admin/articles/article/notice.html",
        _("Correct, retract or withdraw"),
        article=article,
        form=form,
        drafts=notice_drafts(article),
    )


def refusal_for(article: Article) -> str:
    if not article.is_public:
        return _("Only a published article can be corrected or retracted.")
    if article.status == Article.Status.WITHDRAWN:
        return _("This article is withdrawn. Readers see only this and the reason.")
    return ""


def do_action(request: HttpRequest, article: Article, form: NoticeForm) -> str:
    """Does what the form asks for; returns the address of the page that follows."""
    typed, editor = form.cleaned_data, editor_of(request)
    if typed["action"] == "withdraw":
        reason = "\n".join(form.reason().values())
        withdraw_article(article, reason=reason, editor=editor)
    elif typed["notice"]:
        kind = NOTICE_KINDS[typed["action"]]
        apply_notice(kind.relation, article, typed["notice"], editor=editor)
    else:
        notice = draft_notice(article, NOTICE_KINDS[typed["action"]], form.reason(), editor=editor)
        messages.success(
            request,
            _(
                "The notice is drafted in three languages. Check it and publish it: only then "
                "readers see it, and the article changes."
            ),
        )
        return reverse("admin:articles_article_change", args=[notice.pk])
    messages.success(request, _("Done. The change is public."))
    return reverse("admin:articles_article_history", args=[article.pk])
