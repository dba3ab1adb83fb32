"""The article form: one page for the whole record, saved by `editing.save_article` alone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles.editing import EditConflict, save_article, working_record
from articles.models import Article, Journal

from ..languages import TrilingualAdmin, trio
from . import preflight, publishing
from .fieldsets import FIELDSETS
from .form import ArticleForm
from .inlines import INLINES
from .record import record_from


class ArticleAdmin(TrilingualAdmin):
    form = ArticleForm
    fieldsets = FIELDSETS
    inlines = INLINES
    list_display = ("__str__", "journal", "issue", "status", "language", "doi", "saved_at")
    list_filter = ("status", "journal", "language", "type")
    list_select_related = ("journal", "issue__journal")
    search_fields = (
        *trio("title"),
        "doi",
        *trio("authorships__family_name"),
        "authorships__orcid",
    )
    ordering = ("-saved_at",)
    autocomplete_fields = ("issue", "section")
    save_on_top = True
    change_form_template = "admin/articles/article/form.html"
    actions = None

    def get_urls(self) -> list[URLPattern]:
        publish = self.admin_site.admin_view(self.publish_view)
        inspect = self.admin_site.admin_view(self.preflight_view)
        return [
            path("<int:pk>/publish/", publish, name="articles_article_publish"),
            path("<int:pk>/preflight/", inspect, name="articles_article_preflight"),
            path("preflight/", inspect, name="articles_article_preflight_new"),
            *super().get_urls(),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> Any:
        return ("journal", "status_line") if obj else ("status_line",)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial = dict(super().get_changeform_initial_data(request))
        journals = list(Journal.objects.values_list("pk", flat=True)[:2])
        only = {"journal": journals[0]} if len(journals) == 1 else {}
        return {**only, **initial}

    def status_line(self, article: Article) -> str:
        if article.pk is None:
            return _("new")
        version = _("version %(number)d") % {"number": article.version}
        return f"{article.get_status_display()}, {version}"

    status_line.short_description = _("Status")  # type: ignore[attr-defined]  # read by the admin

    # One writer: the form's own save is set aside, and the whole record is saved at the end.

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        pass

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        article = Article.objects.get(pk=form.instance.pk) if change else None
        record = record_from(form, formsets, working_record(article) if article else None)
        revision = save_article(
            record,
            article=article,
            journal=None if change else form.cleaned_data["journal"],
            base=form.cleaned_data.get("base_version"),
            editor=request.user,  # type: ignore[arg-type]  # the admin lets in nobody else
            reason=form.cleaned_data.get("reason", ""),
        )
        form.instance.pk = revision.article_id
        form.instance.version = revision.version

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except EditConflict as conflict:
            return self.conflict_page(request, conflict)

    def conflict_page(self, request: HttpRequest, conflict: EditConflict) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Somebody else has changed the same places"),
            "conflicts": conflict.merge.conflicts,
            "theirs": conflict.theirs,
            "opts": self.opts,
        }
        template = "admin/articles/article/conflict.html"
        return TemplateResponse(request, template, context, status=409)

    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return publishing.publish_view(self, request, pk)

    def preflight_view(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        return preflight.preflight_view(self, request, pk)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._to_publish(request, obj) or super().response_change(request, obj)

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._to_publish(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def _to_publish(self, request: HttpRequest, obj: Article) -> HttpResponse | None:
        if "_publish" not in request.POST:
            return None
        messages.success(request, _("The article is saved."))
        return HttpResponseRedirect(reverse("admin:articles_article_publish", args=[obj.pk]))

    # Revisions are the history; nothing is written beside them.

    def construct_change_message(self, *arguments: Any, **named: Any) -> list[Any]:
        return []

    def log_addition(self, *arguments: Any) -> None:  # type: ignore[override]
        pass

    def log_change(self, *arguments: Any) -> None:  # type: ignore[override]
        pass
