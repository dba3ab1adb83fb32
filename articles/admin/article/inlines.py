"""Affiliations, authors, funding, files and relations: rows of the article form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.editing.files import NotThatKind, check_kind
from articles.models import ArticleAffiliation, Authorship, Funding, Galley, Relation
from articles.records import identifiers
from articles.records.clean import Refused, clean_line, clean_text
from articles.records.markup import plain

from ..languages import TrilingualStacked, TrilingualTabular, trio
from .fields import Marks

CREDIT = (
    "conceptualization", "data-curation", "formal-analysis", "funding-acquisition",
    "investigation", "methodology", "project-administration", "resources", "software",
    "supervision", "validation", "visualization", "writing-original-draft",
    "writing-review-editing",
)  # fmt: skip
CREDIT_CHOICES = [(role, role.replace("-", " ")) for role in CREDIT]
NAME_FIELDS = (*trio("family_name"), *trio("given_name"), *trio("patronymic"))


class RowForm(forms.ModelForm):
    """A row of an article: text in NFC without control characters, its place by number."""

    order = forms.IntegerField(label=_("№"), required=False, min_value=1)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, str):
                self._clean_value(name, value)
        return cleaned

    def _clean_value(self, name: str, value: str) -> None:
        try:
            self.cleaned_data[name] = self.clean_value(name, value)
        except Refused as error:
            self.add_error(name, str(error))

    def clean_value(self, name: str, value: str) -> str:
        return clean_text(value)


class AffiliationForm(RowForm):
    ror = forms.CharField(label="ROR", required=False, max_length=100)

    def clean_value(self, name: str, value: str) -> str:
        if name == "ror" and value:
            return identifiers.ror(value)
        return clean_line(value)


class AuthorshipForm(RowForm):
    orcid = forms.CharField(label="ORCID", required=False, max_length=100)
    marks = Marks(label=_("affiliations"), help_text=_("Their numbers: 1, 2"))
    roles = forms.MultipleChoiceField(label="CRediT", required=False, choices=CREDIT_CHOICES)

    def clean_value(self, name: str, value: str) -> str:
        if name == "orcid" and value:
            return identifiers.orcid(value)
        if name in NAME_FIELDS and plain(value) != value:
            raise Refused(_("A name holds no markup."))
        return clean_line(value) if name != "bio" else clean_text(value)


class GalleyForm(RowForm):
    upload = forms.FileField(label=_("file"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        upload = cleaned.get("upload")
        if not self.instance.pk and not upload:
            self.add_error("upload", _("Choose the file."))
        if upload and cleaned.get("kind"):
            self._check_kind(upload, cleaned["kind"])
        return cleaned

    def _check_kind(self, upload: Any, kind: str) -> None:
        try:
            check_kind(upload, kind)
        except NotThatKind as error:
            self.add_error("upload", str(error))


class AffiliationInline(TrilingualStacked):
    model = ArticleAffiliation
    form = AffiliationForm
    autocomplete_fields = ("organisation",)
    fields = (
        ("order", "organisation", "country", "ror"),
        trio("name"),
        trio("unit"),
        trio("city"),
    )


class AuthorshipInline(TrilingualStacked):
    model = Authorship
    form = AuthorshipForm
    autocomplete_fields = ("author",)
    fields = (
        ("order", "kind", "author", "marks", "corresponding"),
        trio("family_name"),
        trio("given_name"),
        trio("patronymic"),
        ("orcid", "email"),
        trio("collective"),
        trio("degree"),
        trio("academic_title"),
        trio("post"),
        trio("bio"),
        "roles",
    )


class FundingInline(TrilingualTabular):
    model = Funding
    form = RowForm
    fields = ("order", *trio("funder"), "funder_id", "award")


class GalleyInline(TrilingualTabular):
    model = Galley
    form = GalleyForm
    fields = ("order", "language", "kind", "upload", "name")
    readonly_fields = ("name",)


class RelationInline(TrilingualTabular):
    model = Relation
    form = RowForm
    fk_name = "article"
    autocomplete_fields = ("target",)
    fields = ("order", "kind", "target", "doi")


INLINES = [AffiliationInline, AuthorshipInline, FundingInline, GalleyInline, RelationInline]
