"""The bulk change that sets an organisation, its ROR and its country in affiliations."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Organisation
from articles.models.merging import CURRENT
from articles.people.affiliations import NotSet, target_of, with_organisation
from articles.records.record import Record

from .change import BulkForm, NotApplicable


class OrganisationForm(BulkForm):
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        Organisation.objects.filter(CURRENT).order_by("name_kk", "name_ru", "name_en"),
        label=gettext_lazy("Organisation"),
    )
    printed = forms.CharField(
        label=gettext_lazy("Words that the affiliation prints"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "In any language and spelling. If empty: affiliations with a name or the ROR of the "
            "organisation, or a link to it."
        ),
    )
    replaces = forms.BooleanField(
        label=gettext_lazy("Replace another organisation, ROR or country"),
        required=False,
        help_text=gettext_lazy("If not, articles that have another one are skipped."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if organisation := typed.get("organisation"):
            typed["target"] = target_of(organisation)
        return typed


def set_organisation(article: Article, record: Record, form: BulkForm) -> Record:
    """The link, the ROR and the country; the printed text stays. Raises NotApplicable."""
    typed = form.cleaned_data
    try:
        return with_organisation(
            record, typed["target"], printed=typed["printed"], replaces=typed["replaces"]
        )
    except NotSet as refusal:
        raise NotApplicable(str(refusal)) from refusal


def printed_text_note(article: Article, before: Record, after: Record) -> str:
    """Which affiliations are meant, as printed: the editor sees whether they are the right ones."""
    changed = [
        next(iter(old.name.values()), "")
        for old, new in zip(before.affiliations, after.affiliations, strict=True)
        if old != new
    ]
    return _("Printed: %(names)s") % {"names": "; ".join(filter(None, changed)) or "–"}
