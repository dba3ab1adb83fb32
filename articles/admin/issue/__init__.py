"""Issues in the admin, with the sections of a journal and the copies that receivers are due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.dois.ascii_forms import ascii_form
from articles.editing.files import check_issue_epub, check_issue_pdf
from articles.models import Issue
from articles.models.roles import Action, can_do
from articles.records.cleaning import InvalidValue

from ..permissions import JournalPermissionsMixin
from ..published_facts import PublishedFactsMixin
from ..safe_forms import SafeFormMixin
from ..trilingual import NamedForm, TrilingualAdmin, trio
from ..uploaded_pictures import cover, made_picture
from .archive import archive_page
from .compliance import compliance_pdf, compliance_xlsx
from .dois import issue_dois_page
from .files_page import file_view, files_page
from .makeup import makeup_page
from .packages_page import package_view, packages_page
from .preflight import issue_preflight_page
from .publishing import publish_issue_page

View = Callable[..., HttpResponseBase]


class SectionAdmin(PublishedFactsMixin, JournalPermissionsMixin, TrilingualAdmin):
    form = NamedForm
    listing_field = "section"
    list_display = ("__str__", "journal", "order")
    list_filter = ("journal",)
    list_select_related = ("journal",)
    search_fields = trio("title")
    fieldsets = ((None, {"fields": (("journal", "order"), trio("title"))}),)


class IssueForm(forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Shows the number that DOIs contain while the editor has not entered another."""
        super().__init__(*args, **kwargs)
        if "doi_number" in self.fields:
            proposed = ascii_form(self.instance.number)
            self.fields["doi_number"].widget.attrs["placeholder"] = proposed

    def clean_published_on(self) -> date | None:
        day: date | None = self.cleaned_data["published_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(
                _("This day is in the future. Enter it under “planned for”.")
            )
        return day

    def clean_pdf(self) -> Any:
        return self.checked_file("pdf", check_issue_pdf)

    def clean_epub(self) -> Any:
        return self.checked_file("epub", check_issue_epub)

    def checked_file(self, field: str, check: Callable[[UploadedFile], None]) -> Any:
        """The value of a file field; a file that was just uploaded is checked."""
        value = self.cleaned_data[field]
        if isinstance(value, UploadedFile):
            try:
                check(value)
            except InvalidValue as error:
                raise forms.ValidationError(str(error)) from error
        return value

    def clean_cover(self) -> Any:
        return made_picture(self, "cover", cover)


class IssueAdmin(PublishedFactsMixin, JournalPermissionsMixin, TrilingualAdmin):
    form = IssueForm
    listing_field = "issue"
    change_form_template = "admin/articles/issue/form.html"
    list_display = ("label", "journal", "year", "published_on")
    list_filter = ("journal", "year")
    list_select_related = ("journal",)
    ordering = ("-year", "-published_on", "-pk")
    search_fields = ("year", "number", "through_number", *trio("title"), *trio("journal__name"))
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("journal", "year"),
                    ("volume", "number", "part", "through_number"),
                    "doi_number",
                    trio("title"),
                    trio("description"),
                )
            },
        ),
        (_("Dates"), {"fields": (("planned_on", "signed_on", "published_on"), "print_run")}),
        (_("Files"), {"fields": (("cover", "pdf", "epub"),)}),
    )

    def view_on_site(self, issue: Issue) -> str | None:
        return issue.get_absolute_url() if issue.is_public else None

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **named: Any
    ) -> HttpResponse:
        """Adds what the editor may do with the issue, for the links above the form."""
        issue = context["original"]
        context["may_arrange"] = can_do(request.user, Action.ARRANGE, issue)
        context["may_publish"] = can_do(request.user, Action.PUBLISH, issue)
        context["may_override"] = can_do(request.user, Action.OVERRIDE, issue)
        return super().render_change_form(request, context, *arguments, **named)

    @admin.display(description=_("issue"))
    def label(self, issue: Issue) -> str:
        return issue.label

    def get_urls(self) -> list[URLPattern]:
        name = "articles_issue_{}".format
        return [
            path("<int:pk>/preflight/", self.page(issue_preflight_page), name=name("preflight")),
            path("<int:pk>/makeup/", self.page(makeup_page), name=name("makeup")),
            path("<int:pk>/files/", self.page(files_page), name=name("files")),
            path("<int:pk>/files/<str:kind>/", self.page(file_view), name=name("file")),
            path("<int:pk>/packages/", self.page(packages_page), name=name("packages")),
            path("<int:pk>/packages/<str:name>/", self.page(package_view), name=name("package")),
            path("<int:pk>/dois/", self.page(issue_dois_page), name=name("dois")),
            path("<int:pk>/compliance.xlsx", self.page(compliance_xlsx), name=name("compliance")),
            path("<int:pk>/compliance.pdf", self.page(compliance_pdf), name=name("compliance_pdf")),
            path("<int:pk>/archive/", self.page(archive_page), name=name("archive")),
            path("<int:pk>/publish/", self.page(publish_issue_page), name=name("publish")),
            *super().get_urls(),
        ]

    def page(self, view: View) -> View:
        """The view for signed-in editors alone; its first argument is this admin."""
        wrapped: View = self.admin_site.admin_view(partial(view, self))
        return wrapped


class DeliveryAdmin(JournalPermissionsMixin, SafeFormMixin, admin.ModelAdmin):
    journal_lookup = "issue__journal"
    list_display = ("receiver", "issue", "due_on", "sent_on")
    list_filter = ("receiver",)
    list_select_related = ("issue__journal",)
    autocomplete_fields = ("issue",)
