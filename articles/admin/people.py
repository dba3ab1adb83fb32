"""Authors and organisations that all journals share, with their names in three languages."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue
from articles.records.countries import country_code

from .permissions import SharedPermissionsMixin
from .trilingual import TrilingualAdmin, trio


class AuthorAdmin(SharedPermissionsMixin, TrilingualAdmin):
    list_display = ("__str__", "orcid")
    search_fields = (
        *trio("family_name"),
        *trio("given_name"),
        "orcid",
        "spin",
        "scopus_id",
        "researcher_id",
    )
    fieldsets = (
        (
            None,
            {
                "fields": (
                    trio("family_name"),
                    trio("given_name"),
                    trio("patronymic"),
                    trio("suffix"),
                    ("orcid", "spin", "scopus_id", "researcher_id"),
                )
            },
        ),
    )


class OrganisationForm(forms.ModelForm):
    country = forms.CharField(label=_("country"), required=False, max_length=100)

    def clean_country(self) -> str:
        typed: str = self.cleaned_data["country"]
        code = typed.upper() if len(typed) == 2 else typed
        try:
            return country_code(code) if code else ""
        except InvalidValue as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class OrganisationAdmin(SharedPermissionsMixin, TrilingualAdmin):
    form = OrganisationForm
    list_display = ("__str__", "country", "ror")
    search_fields = (*trio("name"), "ror")
    fieldsets = ((None, {"fields": (trio("name"), trio("city"), ("country", "ror"))}),)
