"""The main form: the article's own fields, and keywords and references as text boxes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.trilingual import trio
from articles.models import Article, Issue, Journal, Section
from articles.records import identifiers
from articles.records.body import clean_body
from articles.records.cleaning import InvalidValue, clean_text
from articles.records.languages import LANGUAGES

from .base import BaseArticleForm
from .fields import CodesField, DatesField, IdentifierField, KeywordsField, LinesField

TEXTS = ("title", "abstract", "copyright_holder", "contributions", "conflicts", "data", "thanks")

COLUMNS = (
    "language", "type", "issue", "section", "position",
    *(column for text in TEXTS for column in trio(text)), "body", "edn",
    "first_page", "last_page", "article_number",
    "received_on", "revised_on", "accepted_on", "published_on",
    "copyright_year", "licence", "licence_from",
    "originality", "originality_system", "originality_on", "review_count",
)  # fmt: skip
HEIGHTS = {"title": 2, "abstract": 7, "keywords": 5, "copyright_holder": 1}  # rows of text
DAYS = ("received_on", "revised_on", "accepted_on", "published_on", "licence_from")


class MainForm(BaseArticleForm):
    """Filled from a record (`from_record`) and read into one (`to_record`)."""

    never_locked = ("base_version", "reason")

    doi = IdentifierField(identifiers.doi, label="DOI")
    irsti = CodesField(identifiers.irsti, label=_("IRSTI"))
    udc = CodesField(identifiers.udc, label=_("UDC"))
    jel = CodesField(label="JEL")
    keywords_kk = KeywordsField(label=_("Keywords"))
    keywords_ru = KeywordsField(label=_("Keywords"))
    keywords_en = KeywordsField(label=_("Keywords"))
    references_original = LinesField(label=_("References as printed"))
    references_romanized = LinesField(label=_("References, romanized"))
    reviewed_on = DatesField(label=_("reviewed"))
    reason = forms.CharField(
        label=_("Reason"), required=False, help_text=_("Optional. Kept in the history.")
    )
    base_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = COLUMNS

    def __init__(self, *arguments: Any, journal: Journal, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.journal = journal
        issues = Issue.objects.filter(journal=journal).select_related("journal")  # for their names
        self.fields["issue"].queryset = issues.newest_first()  # type: ignore[attr-defined]  # of a choice field
        self.fields["section"].queryset = Section.objects.filter(journal=journal)  # type: ignore[attr-defined]  # the same
        for name in ("issue", "section"):
            self.fields[name].error_messages["invalid_choice"] = _("It belongs to another journal.")
        for name in (*DAYS, "originality_on"):
            self.fields[name].widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        self._set_widgets()

    def _set_widgets(self) -> None:
        for text in (*TEXTS, "keywords"):
            for code in LANGUAGES:
                rows = HEIGHTS.get(text, 3)
                self.fields[f"{text}_{code}"].widget = forms.Textarea(attrs={"rows": rows})
        for name in ("references_original", "references_romanized"):
            self.fields[name].widget.attrs.update(rows=12, spellcheck="false")
        self.fields["body"].widget.attrs.update(rows=10)
        self.set_language_attributes()

    def clean_body(self) -> str:
        """HTML that cleaning would change is refused, not changed without the editor's knowing."""
        try:
            body = clean_text(self.cleaned_data["body"] or "")
        except InvalidValue as error:
            raise forms.ValidationError(str(error)) from error
        if clean_body(body) != body:
            raise forms.ValidationError(
                _("The full text contains HTML that is not allowed here or is not well formed.")
            )
        return body

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
