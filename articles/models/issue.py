"""Issues, and the sections that their contents are divided into."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.records.issue_label import number_label

from .fields import DOI_NUMBER_FORM, SizedFileField, form_check, text_for_editors
from .journal import Journal


class Section(models.Model):
    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="sections", verbose_name=_("journal")
    )
    title = models.CharField(_("title"), max_length=255, blank=True, default="")
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    title_kk: str
    title_ru: str
    title_en: str

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering: ClassVar = ["journal", "order", "pk"]

    def __str__(self) -> str:
        return text_for_editors(self, "title") or f"№ {self.pk}"


class IssueQuerySet(models.QuerySet["Issue"]):
    def public(self) -> IssueQuerySet:
        """Published on a day that has come."""
        return self.filter(published_on__lte=timezone.localdate())

    def newest_first(self) -> IssueQuerySet:
        return self.order_by("-year", "-published_on", "-pk")


class Issue(models.Model):
    journal = models.ForeignKey(
        Journal, models.PROTECT, related_name="issues", verbose_name=_("journal")
    )
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1800), MaxValueValidator(2200)]
    )
    volume = models.CharField(_("volume"), max_length=20, blank=True, default="")
    number = models.CharField(_("number"), max_length=20, blank=True, default="")
    part = models.CharField(_("part"), max_length=20, blank=True, default="")
    through_number = models.CharField(
        _("continuous number"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("№ 1 (134): 134."),
    )
    doi_number = models.CharField(
        _("number in DOIs"),
        max_length=20,
        blank=True,
        default="",
        validators=[
            RegexValidator(DOI_NUMBER_FORM, _("Use only Latin letters, digits and - . _ ; ( ) /"))
        ],
        help_text=_("If empty, the number in Latin letters: special for № Спецвыпуск."),
    )
    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    description = models.TextField(_("description"), blank=True, default="")
    planned_on = models.DateField(_("planned for"), null=True, blank=True)
    signed_on = models.DateField(_("signed to print on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    print_run = models.PositiveIntegerField(_("print run"), null=True, blank=True)
    cover = models.FileField(_("cover"), upload_to="covers/", blank=True, default="")
    pdf = SizedFileField(
        _("PDF of the whole issue"), upload_to="issues/", max_length=200, blank=True, default=""
    )
    pdf_size = models.PositiveIntegerField(
        default=0, editable=False, help_text="bytes; 0: not known"
    )
    epub = SizedFileField(
        _("EPUB of the whole issue"), upload_to="issues/", max_length=200, blank=True, default=""
    )
    epub_size = models.PositiveIntegerField(default=0, editable=False, help_text="bytes")
    # Printed years ago and published here as it was: gaps of its articles are notes.
    archived_at = models.DateTimeField(_("archive since"), null=True, blank=True, editable=False)
    archive_reason = models.CharField(
        _("why it is an archive"),
        max_length=500,
        blank=True,
        default="",
        db_default="",
        editable=False,
    )
    facts_changed_at = models.DateTimeField(_("changed"), auto_now=True)

    title_kk: str
    title_ru: str
    title_en: str
    public_article_count: int  # only where queries/issues.py counts

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        constraints = [
            models.UniqueConstraint(
                fields=["journal", "year", "volume", "number", "part", "through_number"],
                name="issue_once",
                violation_error_message=_("The journal already has this issue."),
            ),
            form_check("issue", "doi_number", DOI_NUMBER_FORM),
        ]

    def __str__(self) -> str:
        return f"{self.journal}, {self.year}, {self.label}"

    def get_absolute_url(self) -> str:
        return reverse("issue_detail", kwargs={"journal": self.journal.slug, "pk": self.pk})

    @property
    def is_public(self) -> bool:
        return self.published_on is not None and self.published_on <= timezone.localdate()

    @property
    def label(self) -> str:
        """`vol. 3, № 1 (134)`, in the language of the interface."""
        return number_label(self, space=" ")
