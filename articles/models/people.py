"""People and organisations that appear in several articles; each article keeps its own wording."""

from __future__ import annotations

import msgspec
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.records.languages import LANGUAGES, Language
from articles.records.names import Name

from .fields import ORCID_FORM, ROR_FORM, form_check, validate_orcid, validate_ror
from .merging import (
    Distinction,
    Merge,
    Mergeable,
    distinct_once,
    merged_once,
    not_into_itself,
)

# The columns of a name, one for each language, in the order of `Name`.
NAME_PARTS = ("family_name", "given_name", "patronymic", "suffix")


class Author(Mergeable):
    """A person: the spelling of the name in each language, and identifiers."""

    family_name = models.CharField(_("family name"), max_length=150, blank=True, default="")
    given_name = models.CharField(_("given name"), max_length=150, blank=True, default="")
    patronymic = models.CharField(_("patronymic"), max_length=150, blank=True, default="")
    suffix = models.CharField(
        _("suffix (Jr., III)"), max_length=150, blank=True, default="", db_default=""
    )
    orcid = models.CharField(
        "ORCID", max_length=19, blank=True, default="", validators=[validate_orcid]
    )
    spin = models.CharField("SPIN", max_length=20, blank=True, default="")
    scopus_id = models.CharField("Scopus Author ID", max_length=20, blank=True, default="")
    researcher_id = models.CharField("ResearcherID", max_length=20, blank=True, default="")

    family_name_kk: str
    family_name_ru: str
    family_name_en: str
    given_name_kk: str
    given_name_ru: str
    given_name_en: str
    patronymic_kk: str
    patronymic_ru: str
    patronymic_en: str
    suffix_kk: str
    suffix_ru: str
    suffix_en: str

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        constraints = [
            form_check("author", "orcid", ORCID_FORM),
            models.UniqueConstraint(
                fields=["orcid"],
                name="author_orcid_once",
                condition=~models.Q(orcid=""),
                violation_error_message=_("Another person has this ORCID."),
            ),
            not_into_itself("author"),
        ]

    def __str__(self) -> str:
        for code in LANGUAGES:
            if name := " ".join(filter(None, msgspec.structs.astuple(self.name_in(code)))):
                return name
        return self.orcid or f"№ {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("author_detail", kwargs={"pk": self.pk})

    def name_in(self, code: Language) -> Name:
        """The name in a language; the parts that it does not have are empty."""
        return Name(*(getattr(self, f"{part}_{code}") or "" for part in NAME_PARTS))


class Organisation(Mergeable):
    """A university, an institute: picked as an affiliation in the form of an article."""

    name = models.CharField(_("name"), max_length=500, blank=True, default="")
    city = models.CharField(_("city"), max_length=100, blank=True, default="")
    country = models.CharField(_("country"), max_length=2, blank=True, default="")
    ror = models.CharField("ROR", max_length=30, blank=True, default="", validators=[validate_ror])

    name_kk: str
    name_ru: str
    name_en: str
    city_kk: str
    city_ru: str
    city_en: str

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            form_check("organisation", "ror", ROR_FORM),
            models.UniqueConstraint(
                fields=["ror"], name="organisation_ror_once", condition=~models.Q(ror="")
            ),
            not_into_itself("organisation"),
        ]

    def __str__(self) -> str:
        return self.name_kk or self.name_ru or self.name_en or self.ror


class AuthorMerge(Merge):
    merged = models.ForeignKey(Author, models.CASCADE, related_name="merges")
    kept = models.ForeignKey(Author, models.CASCADE, related_name="merges_into")

    class Meta:
        verbose_name = _("merge of authors")
        verbose_name_plural = _("merges of authors")
        constraints = [merged_once("author")]


class AuthorDistinction(Distinction):
    first = models.ForeignKey(Author, models.CASCADE, related_name="+")
    second = models.ForeignKey(Author, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("different people")
        verbose_name_plural = _("different people")
        constraints = distinct_once("author")


class OrganisationMerge(Merge):
    merged = models.ForeignKey(Organisation, models.CASCADE, related_name="merges")
    kept = models.ForeignKey(Organisation, models.CASCADE, related_name="merges_into")

    class Meta:
        verbose_name = _("merge of organisations")
        verbose_name_plural = _("merges of organisations")
        constraints = [merged_once("organisation")]


class OrganisationDistinction(Distinction):
    first = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    second = models.ForeignKey(Organisation, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("different organisations")
        verbose_name_plural = _("different organisations")
        constraints = distinct_once("organisation")
