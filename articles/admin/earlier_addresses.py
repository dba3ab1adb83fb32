"""Addresses of a journal's earlier site: edited one by one, or uploaded as CSV."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.intake.earlier_addresses import read_addresses, save_addresses
from articles.models import EarlierAddress
from articles.models.roles import Action, articles_within, may_do_everything
from articles.records.cleaning import InvalidValue

from .permissions import JournalPermissionsMixin, editor_of
from .safe_forms import SafeFormMixin

MAX_BYTES = 10 * 2**20


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy(
            "Two columns: the old path, and a DOI, the number of an article or an address."
        ),
    )


class EarlierAddressAdmin(JournalPermissionsMixin, SafeFormMixin, admin.ModelAdmin):
    """Only a superuser reaches addresses that lead to no article, and uploads a file."""

    journal_lookup = "article__journal"
    change_action = Action.MANAGE
    list_display = ("path", "article", "target")
    search_fields = ("path", "target")
    list_select_related = ("article",)
    autocomplete_fields = ("article",)
    change_list_template = "admin/articles/earlieraddress/list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[EarlierAddress]:
        """The row shows the title of its article: only of those that the editor may see."""
        rows = super().get_queryset(request)
        editor = editor_of(request)
        if may_do_everything(editor):
            return rows
        return rows.filter(articles_within(editor, Action.VIEW, "article__"))

    def get_urls(self) -> list[URLPattern]:
        upload = self.admin_site.admin_view(self.upload_view)
        return [path("upload/", upload, name="articles_earlieraddress_upload"), *super().get_urls()]

    def upload_view(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_superuser:
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if form.is_valid() and self._save_upload(request, form):
            return HttpResponseRedirect(reverse("admin:articles_earlieraddress_changelist"))
        title = _("Upload old addresses")
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        template = "admin/articles/earlieraddress/upload.html"
        return TemplateResponse(request, template, {**context, "form": form})

    def _save_upload(self, request: HttpRequest, form: UploadForm) -> bool:
        """Whether the file was saved; if not, the form has the error."""
        file = form.cleaned_data["file"]
        if file.size > MAX_BYTES:
            form.add_error("file", _("The file is larger than 10 MB. Split it."))
            return False
        try:
            rows = read_addresses(file.read())
        except InvalidValue as error:
            form.add_error("file", str(error))
            return False
        save_addresses(rows)
        messages.success(request, _("Addresses saved: %(count)d.") % {"count": len(rows)})
        return True
