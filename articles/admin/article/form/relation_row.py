"""Rows of related articles: an article of this site by its number or DOI, or a DOI anywhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Relation
from articles.records import identifiers

from ..related_articles import DOI_BEGINS, NUMBER, articles_for, full_title
from .fields import IdentifierField
from .rows import InlineRow

SUGGESTIONS = 5

Target = tuple[int | None, str]  # the article's key, if it is one of this site; its DOI or ''


class RelationRow(InlineRow):
    linkable = Q()  # the articles that may be linked to
    title = ""  # of the linked article; set for the page
    target = forms.CharField(label=_("Article: title, № or DOI"), required=False)

    class Meta:
        model = Relation
        fields = ("order", "kind")

    def is_blank(self) -> bool:
        """A relation needs both inputs; the error of a wrong one is shown all the same."""
        cleaned: dict[str, Any] = self.cleaned_data
        return not (cleaned.get("target") and cleaned.get("kind"))

    def clean_target(self) -> Target | None:
        typed = self.cleaned_data["target"].strip()
        if not typed:
            return None
        if number := NUMBER.fullmatch(typed):
            return self.target_by_number(number[1])
        if not DOI_BEGINS.match(typed):
            raise forms.ValidationError(self.suggestions(typed))
        doi = IdentifierField(identifiers.doi).clean(typed)
        known = Article.objects.filter(self.linkable).with_doi(doi)
        return known.values_list("pk", flat=True).first(), doi

    def target_by_number(self, number: str) -> Target:
        known = Article.objects.filter(self.linkable, pk=int(number))
        row = known.values_list("pk", "doi").first()
        if row is None:
            raise forms.ValidationError(
                _("You have no access to article № %s. Enter its DOI or part of its title.")
                % number
            )
        return row[0], row[1] or ""

    def suggestions(self, typed: str) -> str:
        """The error message for a title: its matches, for browsers without scripts."""
        visible = Article.objects.filter(self.permissions.visible)
        articles = articles_for(visible, typed)[:SUGGESTIONS]
        if not articles:
            return gettext("No matching article. Enter its № or DOI.")
        lines = "; ".join(f"№ {article.pk} – {full_title(article)}" for article in articles)
        return gettext("Enter the № of the article: %(found)s.") % {"found": lines}

    def article_key(self) -> int | None:
        """Key of the linked article, as typed or as saved."""
        if not self.is_bound:
            return self.initial.get("key")
        target = getattr(self, "cleaned_data", {}).get("target")
        return target[0] if target else None
