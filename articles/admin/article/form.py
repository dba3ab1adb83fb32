"""The article's own fields, and the lists that its form shows as text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.records import identifiers
from articles.records.body import clean_body
from articles.records.clean import Refused, clean_text
from articles.records.languages import LANGUAGES

from ..languages import trio
from .fields import Codes, Days, Lines, Terms

TITLE_CHARACTERS = 2_000

COLUMNS = (
    "journal", "language", "type", "issue", "section", "position",
    *trio("title"), *trio("abstract"), "body", "edn",
    "first_page", "last_page", "article_number",
    "received_on", "revised_on", "accepted_on", "published_on",
    *trio("copyright_holder"), "copyright_year", "licence", "licence_from",
    *trio("contributions"), *trio("conflicts"), *trio("data"), *trio("thanks"),
    "originality", "originality_system", "originality_on", "review_count",
)  # fmt: skip


class ArticleForm(forms.ModelForm):
    doi = forms.CharField(label="DOI", required=False, max_length=220)
    irsti = Codes(identifiers.irsti, label=_("IRSTI"))
    udc = Codes(identifiers.udc, label=_("UDC"))
    jel = Codes(label=_("JEL"))
    keywords_kk = Terms(label=_("Keywords [kk]"))
    keywords_ru = Terms(label=_("Keywords [ru]"))
    keywords_en = Terms(label=_("Keywords [en]"))
    references_original = Lines(label=_("References as printed"))
    references_romanized = Lines(label=_("References, romanized"))
    reviewed_on = Days(label=_("reviewed"))
    reason = forms.CharField(
        label=_("Reason"), required=False, help_text=_("Kept in the history; may be empty.")
    )
    base_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = COLUMNS

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for code in LANGUAGES:
            self.fields[f"title_{code}"].widget = forms.Textarea(attrs={"rows": 3, "lang": code})
            self.fields[f"title_{code}"].validators.append(MaxLengthValidator(TITLE_CHARACTERS))
            self.fields[f"keywords_{code}"].widget.attrs.update(lang=code, rows=5)
        if self.instance.pk:
            self._show_lists(self.instance)

    def _show_lists(self, article: Article) -> None:
        """What stands in other tables, as text."""
        references = list(article.references.values_list("text", "romanized"))
        self.initial.update(
            {
                "doi": article.doi or "",
                "irsti": article.irsti,
                "udc": article.udc,
                "jel": article.jel,
                "reviewed_on": article.reviewed_on,
                "references_original": [text for text, _romanized in references],
                "references_romanized": [romanized for _text, romanized in references],
                "base_version": article.version,
            }
        )
        terms = list(article.keywords.values_list("language", "term"))
        for code in LANGUAGES:
            self.initial[f"keywords_{code}"] = [term for one, term in terms if one == code]

    def clean_doi(self) -> str:
        try:
            doi = identifiers.doi(self.cleaned_data["doi"]) if self.cleaned_data["doi"] else ""
        except Refused as error:
            raise forms.ValidationError(str(error)) from error
        other = Article.objects.with_doi(doi).exclude(pk=self.instance.pk).first() if doi else None
        if other:
            raise forms.ValidationError(
                _("“%(article)s” has this DOI already."), params={"article": other}
            )
        return doi

    def clean_body(self) -> str:
        """Refused rather than mended: what an editor typed is not changed unseen."""
        body: str = clean_text(self.cleaned_data["body"] or "")
        if clean_body(body) != body:
            raise forms.ValidationError(
                _("The full text holds HTML that is not allowed here, or that is not well formed.")
            )
        return body

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, str):
                self._clean_text(name, value)
        self._check_same_journal(cleaned)
        return cleaned

    def _clean_text(self, name: str, value: str) -> None:
        try:
            self.cleaned_data[name] = clean_text(value)
        except Refused as error:
            self.add_error(name, str(error))

    def _check_same_journal(self, cleaned: dict[str, Any]) -> None:
        journal = cleaned.get("journal") or getattr(self.instance, "journal", None)
        for name in ("issue", "section"):
            if cleaned.get(name) and journal and cleaned[name].journal_id != journal.pk:
                self.add_error(name, _("It belongs to another journal."))
