"""The main form: the article's own fields, and keywords and references as text boxes."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.admin.text_editor.body_form import clean_typed_body
from articles.admin.trilingual import trio
from articles.models import Article, Issue, Journal, Section
from articles.records.plain_fields import FORM_FIELDS, Kind, PlainField

from .base import BaseArticleForm
from .fields import CodesField, DatesField, IdentifierField, KeywordsField, LinesField

REFERENCE_BOXES = ("references_original", "references_romanized")


class MainForm(BaseArticleForm):
    """Filled from a record (`from_record`) and read into one (`to_record`)."""

    never_locked = ("base_version", "reason")

    keywords_kk = KeywordsField(label=_("Keywords"))
    keywords_ru = KeywordsField(label=_("Keywords"))
    keywords_en = KeywordsField(label=_("Keywords"))
    references_original = LinesField(label=_("References as printed"))
    references_romanized = LinesField(label=_("References, romanized"))
    reason = forms.CharField(
        label=_("Reason"), required=False, help_text=_("Optional. Kept in the history.")
    )
    base_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = [name for field in FORM_FIELDS for name in field.inputs]

    def __init__(self, *arguments: Any, journal: Journal, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.journal = journal
        for field in FORM_FIELDS:
            self._prepare_inputs(field)
        self._set_choices()
        for name in trio("keywords"):
            self.fields[name].widget = forms.Textarea(attrs={"rows": 5})
        for name in REFERENCE_BOXES:
            self.fields[name].widget.attrs.update(rows=12, spellcheck="false")
        self.fields["body"].widget.attrs.update(rows=10)
        if language := self.initial.get("language"):
            self.fields["body"].widget.attrs["lang"] = language
        self.set_language_attributes()

    def _prepare_inputs(self, field: PlainField) -> None:
        """Gives the model's form fields the widgets, labels and cleaning of a plain field."""
        for name in field.inputs:
            if special := special_field(field):
                self.fields[name] = special
            elif field.kind is Kind.TRILINGUAL:
                self.fields[name].widget = forms.Textarea(attrs={"rows": field.height})
            elif field.kind is Kind.DATE:
                attributes = {"type": "date"}
                self.fields[name].widget = forms.DateInput(format="%Y-%m-%d", attrs=attributes)
            self.fields[name].label = capfirst(str(field.label))

    def _set_choices(self) -> None:
        """Issues and sections of this journal."""
        issues = Issue.objects.filter(journal=self.journal).select_related("journal").newest_first()
        sections = Section.objects.filter(journal=self.journal)
        for name, rows in (("issue", issues), ("section", sections)):
            field = cast("forms.ModelChoiceField[Model]", self.fields[name])
            field.queryset = rows
            field.error_messages["invalid_choice"] = _("It belongs to another journal.")

    def clean_body(self) -> str:
        return clean_typed_body(self.cleaned_data["body"] or "", self.initial.get("body", ""))

    def clean_value(self, name: str, value: str) -> str:
        """The full text is clean by now; one that was not changed stays byte for byte."""
        return value if name == "body" else super().clean_value(name, value)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("doi"):
            self._check_doi_is_free(cleaned["doi"])
        if self.instance.is_public and "published_on" in cleaned and not cleaned["published_on"]:
            self.add_error(
                "published_on", _("The publication date of a published article cannot be changed.")
            )
        return cleaned

    def _check_doi_is_free(self, doi: str) -> None:
        if doi == self.initial.get("doi"):
            return
        if other := Article.objects.with_doi(doi).exclude(pk=self.instance.pk).first():
            self.add_error(
                "doi",
                forms.ValidationError(
                    _("“%(article)s” already has this DOI."), params={"article": other}
                ),
            )


def special_field(field: PlainField) -> forms.Field | None:
    """The form field of what is typed on one line; None where the model's own is right."""
    if field.kind is Kind.CODES:
        return CodesField(field.normalise or str.strip)
    if field.kind is Kind.DATES:
        return DatesField()
    return IdentifierField(field.normalise) if field.normalise else None
