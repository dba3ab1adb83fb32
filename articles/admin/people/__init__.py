"""Authors and organisations that all journals share, with their names in three languages."""

from __future__ import annotations

from django import forms
from django.urls import URLPattern, path

from articles.people import ORGANISATIONS, PEOPLE
from articles.people.candidates import find_people
from articles.people.similar_organisations import find_organisations

from ..country_field import CountryField
from ..permissions import SharedPermissionsMixin
from ..trilingual import TrilingualAdmin, trio
from .articles_page import articles_page
from .mergeable import MergeableAdmin


class AuthorAdmin(MergeableAdmin, SharedPermissionsMixin, TrilingualAdmin):
    kind = PEOPLE
    find = staticmethod(find_people)
    list_display = ("__str__", "orcid", "article_total")
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


class OrganisationAdmin(MergeableAdmin, SharedPermissionsMixin, TrilingualAdmin):
    kind = ORGANISATIONS
    find = staticmethod(find_organisations)
    form = OrganisationForm
    list_display = ("__str__", "country", "ror", "article_total")
    search_fields = (*trio("name"), "ror")
    fieldsets = ((None, {"fields": (trio("name"), trio("city"), ("country", "ror"))}),)

    def get_urls(self) -> list[URLPattern]:
        name = "articles_organisation_articles"
        return [
            path("<int:pk>/articles/", self.page(articles_page), name=name),
            *super().get_urls(),
        ]
