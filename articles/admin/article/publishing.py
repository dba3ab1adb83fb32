"""The page on which an editor confirms the date and publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import working_record
from articles.editing.inspecting import inspect
from articles.models import Article
from articles.models.roles import Action, may
from articles.publishing import Blocked, publish_article
from articles.records.findings import blocking

from .panel import panel

if TYPE_CHECKING:
    from . import ArticleAdmin


class PublishForm(forms.Form):
    published_on = forms.DateField(
        label=gettext_lazy("Date of publication"), widget=AdminDateWidget
    )
    override = forms.CharField(
        label=gettext_lazy("Reason for publishing in spite of the findings"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def publish_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """Today is proposed; nothing is published without the editor's word."""
    article: Article = get_object_or_404(
        Article.objects.select_related("journal", "issue__journal", "section"), pk=pk
    )
    if not may(request.user, Action.PUBLISH, article):
        raise PermissionDenied
    proposed = article.published_on or timezone.localdate()
    form = PublishForm(request.POST or None, initial={"published_on": proposed})
    if form.is_valid() and _publish(request, article, form):
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    record = msgspec.structs.replace(working_record(article), published_on=proposed)
    findings = inspect(record)
    context: dict[str, Any] = {
        **admin.admin_site.each_context(request),
        "title": _("Publish"),
        "opts": admin.opts,
        "media": admin.media + form.media,
        "article": article,
        "form": form,
        "panel": panel(record, findings, reverse("admin:articles_article_change", args=[pk])),
        "is_blocked": bool(blocking(findings)),
    }
    return TemplateResponse(request, "admin/articles/article/publish.html", context)


def _publish(request: HttpRequest, article: Article, form: PublishForm) -> bool:
    if form.cleaned_data["override"] and not may(request.user, Action.OVERRIDE, article):
        raise PermissionDenied
    try:
        publish_article(
            article,
            published_on=form.cleaned_data["published_on"],
            editor=request.user,  # type: ignore[arg-type]  # the admin lets in nobody else
            override=form.cleaned_data["override"],
        )
    except Blocked as blocked:
        form.add_error(None, str(blocked))
        return False
    messages.success(request, _("The article is public."))
    return True
