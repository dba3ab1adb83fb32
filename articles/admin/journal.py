"""Journals with their former titles."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.db.models import Model
from django.forms.widgets import Script
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.dois.pattern_checks import check_new_pattern, check_pattern
from articles.dois.patterns import UnusablePattern
from articles.models import Journal, TitlePeriod
from articles.models.roles import Action

from .crossref import explain
from .pdf_layout import pdf_layout_page, pdf_layout_picture
from .permissions import JournalInlinePermissionsMixin, JournalPermissionsMixin
from .published_facts import PublishedFactsMixin
from .required_fields import RequiredFieldsField
from .trilingual import NamedForm, TrilingualAdmin, TrilingualStacked, trio

ISSN_EXPECTED = _("An ISSN looks like 1234-5679.")
PREFIX_EXPECTED = _("A DOI prefix looks like 10.12345.")


class TitlePeriodFormSet(forms.BaseInlineFormSet):
    def clean(self) -> None:
        """Refuses a title that begins while another one still holds."""
        super().clean()
        holding: dict[str, Any] = {}  # of the title with the latest end so far
        for form in sorted(self.complete_forms(), key=lambda form: form.cleaned_data["from_on"]):
            typed = form.cleaned_data
            if holding and typed["from_on"] <= holding["until_on"]:
                form.add_error("from_on", overlap_message(holding))
            holding = max(holding or typed, typed, key=lambda each: each["until_on"])

    def complete_forms(self) -> list[forms.ModelForm]:
        """The rows with both dates that are not to be deleted."""
        return [
            form
            for form in self.forms
            if {"from_on", "until_on"} <= form.cleaned_data.keys()
            and not form.cleaned_data.get("DELETE")
        ]


def overlap_message(other: dict[str, Any]) -> str:
    return gettext(
        "Another former title holds from %(first)s to %(last)s. A journal has one title on a day: "
        "correct one of the dates."
    ) % {"first": f"{other['from_on']:%d.%m.%Y}", "last": f"{other['until_on']:%d.%m.%Y}"}


class TitlePeriodInline(JournalInlinePermissionsMixin, TrilingualStacked):
    model = TitlePeriod
    formset = TitlePeriodFormSet
    fieldsets = (
        (None, {"fields": (trio("name"), ("issn_print", "issn_online"), ("from_on", "until_on"))}),
    )


class JournalForm(NamedForm):
    named_by = "name"
    required_fields = RequiredFieldsField(label=_("Required in every article"))

    class Meta:
        error_messages: ClassVar = {
            "issn_print": {"max_length": ISSN_EXPECTED},
            "issn_online": {"max_length": ISSN_EXPECTED},
            "doi_prefix": {"max_length": PREFIX_EXPECTED},
        }
        help_texts: ClassVar = {
            "submission_url": _("The page where authors submit: https://journal.example/submit"),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        required: Any = self.fields["required_fields"]
        required.keep(self.instance.required_fields)

    def clean_doi_pattern(self) -> str:
        """Shows an error at the field now, not when the first DOI is minted."""
        pattern: str = self.cleaned_data["doi_pattern"]
        try:
            check_pattern(pattern)
            if "doi_pattern" in self.changed_data:
                check_new_pattern(pattern, self.instance.issues.all() if self.instance.pk else ())
        except UnusablePattern as error:
            raise forms.ValidationError(explain(error)) from error
        return pattern


class JournalAdmin(PublishedFactsMixin, JournalPermissionsMixin, TrilingualAdmin):
    form = JournalForm
    change_form_template = "admin/articles/journal/form.html"
    listing_field = "journal"
    journal_lookup = "pk"
    change_action = Action.MANAGE
    ordering = ("slug",)  # of the filters by journal, too
    list_display = ("__str__", "slug", "issn_print", "issn_online", "doi_prefix")
    search_fields = (*trio("name"), "slug", "issn_print", "issn_online")
    inlines: ClassVar = [TitlePeriodInline]
    fieldsets = (
        (None, {"fields": ("slug", trio("name"), trio("tagline"), "shows_usage")}),
        (
            _("Publisher"),
            {
                "fields": (
                    trio("publisher"),
                    trio("founder"),
                    trio("city"),
                    ("certificate", "submission_url"),
                )
            },
        ),
        (
            _("Identifiers"),
            {
                "fields": (
                    ("issn_print", "issn_online"),
                    ("doi_prefix", "doi_pattern"),
                    "elibrary_id",
                    "licence",
                    "through_number_is_volume",
                )
            },
        ),
        (
            _("Crossref"),
            {
                "fields": (
                    ("depositor_name", "depositor_email"),
                    ("registrant", "crossref_title"),
                    ("names_first", "crossmark_doi"),
                )
            },
        ),
        (
            _("Requirements for articles"),
            {
                "fields": (
                    "required_fields",
                    trio("abstract_words_min"),
                    trio("abstract_words_max"),
                    ("keywords_min", "keywords_max", "authors_max"),
                    ("romanization_kk", "romanization_ru"),
                    ("irsti_label_kk", "keywords_label_kk"),
                )
            },
        ),
    )

    def get_urls(self) -> list[URLPattern]:
        name = "articles_journal_{}".format
        view = self.admin_site.admin_view
        pages = (
            ("<int:pk>/pdf-layout/", pdf_layout_page, name("pdf_layout")),
            ("<int:pk>/pdf-layout/page.png", pdf_layout_picture, name("pdf_layout_picture")),
        )
        urls = [path(route, view(partial(page, self)), name=label) for route, page, label in pages]
        return [*urls, *super().get_urls()]

    def journal_of(self, row: Model | None) -> Model | None:
        return row

    class Media:
        js = [
            Script("articles/doi_pattern_preview.js", defer=True),
            Script("articles/slug.js", defer=True),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A new journal has no chief editor yet, so only a superuser adds one."""
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(request.user.is_superuser)

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Journal | None = None
    ) -> dict[str, Any]:
        """Fills the slug from the name of a new journal; an existing address never changes."""
        return {"slug": ("name_en",)} if obj is None else {}
