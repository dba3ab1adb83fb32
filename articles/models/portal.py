"""The first page of a site with several journals: what the office calls the site."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .fields import text_for_editors

ROW = 1  # the key of the only row


class Portal(models.Model):
    """One row, or none: the site then has the name that the program gives it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=ROW, editable=False)
    name = models.CharField(
        _("name of the site"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("In the header of pages that belong to no journal."),
    )
    text = models.TextField(_("text of the first page"), max_length=600, blank=True, default="")

    name_kk: str
    name_ru: str
    name_en: str
    text_kk: str
    text_ru: str
    text_en: str

    class Meta:
        verbose_name = _("first page of the site")
        verbose_name_plural = _("first page of the site")
        constraints = [
            models.CheckConstraint(name="portal_once", condition=models.Q(id=ROW)),
        ]

    def __str__(self) -> str:
        return text_for_editors(self, "name") or str(_("first page of the site"))

    def get_absolute_url(self) -> str:
        return reverse("home")
