"""Authors and organisations that all journals share, with their names in three languages."""

from __future__ import annotations

from django import forms

from .country_field import CountryField
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
    country = CountryField()


class OrganisationAdmin(SharedPermissionsMixin, TrilingualAdmin):
    form = OrganisationForm
    list_display = ("__str__", "country", "ror")
    search_fields = (*trio("name"), "ror")
    fieldsets = ((None, {"fields": (trio("name"), trio("city"), ("country", "ror"))}),)
