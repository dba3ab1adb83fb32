"""Inline rows of the article form: affiliations, authors, funding.

Files are in `uploads.py`, related articles in `relation_row.py`.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.country_field import CountryField
from articles.admin.trilingual import language_of, trio
from articles.models import ArticleAffiliation, Author, Authorship, Funding, Organisation
from articles.records import identifiers
from articles.records.cleaning import clean_line, clean_text

from ..permissions import EditorPermissions
from ..wording.credit_roles import CREDIT_CHOICES
from .base import BaseArticleForm
from .fields import IdentifierField, KeyField, MarksField

# Inputs that alone make no row: its number, what is preset, and the key of a file.
PRESET = ("order", "DELETE", "kind", "language", "id")


class InlineRow(BaseArticleForm):
    """One author, affiliation, file …; rows are ordered by the number that the editor gives."""

    permissions = EditorPermissions()
    order = forms.IntegerField(
        label=_("№"),
        required=False,
        min_value=1,
        max_value=9_999,
        widget=forms.NumberInput(attrs={"aria-label": _("Order")}),
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget = forms.TextInput()
        self.set_language_attributes()
        for name, field in self.fields.items():
            if language_of(name):  # for `:placeholder-shown`: empty inputs have a dashed border
                field.widget.attrs["placeholder"] = " "

    def clean_value(self, name: str, value: str) -> str:
        return clean_line(value)

    def has_changed(self) -> bool:
        """A row with nothing but preset inputs counts as unchanged, so it has no errors."""
        return any(name not in PRESET for name in self.changed_data)

    def is_blank(self) -> bool:
        """True for a row without content; an unreadable input is content."""
        cleaned = getattr(self, "cleaned_data", {})
        return not self.errors and not any(
            value for name, value in cleaned.items() if name not in PRESET
        )

    def is_deleted(self) -> bool:
        return bool(getattr(self, "cleaned_data", {}).get("DELETE"))

    def set_hidden_value(self, name: str, value: str) -> None:
        """Replaces what a hidden input was sent with, for the form as it is shown again."""
        data: Any = self.data
        self.data = data = data.copy()
        data[self.add_prefix(name)] = value


class AffiliationRow(InlineRow):
    country = CountryField()
    ror = IdentifierField(identifiers.ror, label="ROR")
    organisation = KeyField(
        Organisation,
        _(
            "This organisation is no longer on the site. The printed text is kept: save "
            "again to keep it without the link, or choose another."
        ),
    )

    class Meta:
        model = ArticleAffiliation
        fields = ("order", *trio("name"), *trio("unit"), *trio("city"), "country", "ror")


class AuthorshipRow(InlineRow):
    orcid = IdentifierField(identifiers.orcid, label="ORCID")
    marks = MarksField(label=_("Affiliations"))
    roles = forms.MultipleChoiceField(
        label="CRediT",
        required=False,
        choices=CREDIT_CHOICES,
        widget=forms.CheckboxSelectMultiple,
    )
    author = KeyField(
        Author,
        _(
            "This person is no longer on the site. The printed text is kept: save again to "
            "keep it without the link, or choose another."
        ),
    )

    class Meta:
        model = Authorship
        fields = (
            "order", "kind", *trio("family_name"), *trio("given_name"), *trio("patronymic"),
            *trio("suffix"), *trio("collective"), *trio("degree"), *trio("academic_title"),
            *trio("post"), *trio("bio"), "email", "corresponding",
        )  # fmt: skip

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for name in trio("bio"):
            attributes = {**self.fields[name].widget.attrs, "rows": 3}
            self.fields[name].widget = forms.Textarea(attrs=attributes)

    def clean_value(self, name: str, value: str) -> str:
        return clean_text(value) if name.startswith("bio") else clean_line(value)


class FundingRow(InlineRow):
    class Meta:
        model = Funding
        fields = ("order", *trio("funder"), "funder_id", "award")
