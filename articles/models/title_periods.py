"""Former titles of a journal."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import ISSN_FORM, form_check, validate_issn
from .journal import Journal


class TitlePeriod(models.Model):
    """The name and ISSNs of a journal from one day to another, both included."""

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="title_periods", verbose_name=_("journal")
    )
    name = models.CharField(_("name"), max_length=255, blank=True, default="")
    issn_print = models.CharField(
        _("ISSN of the printed edition"),
        max_length=9,
        blank=True,
        default="",
        validators=[validate_issn],
    )
    issn_online = models.CharField(
        _("ISSN of the online edition"),
        max_length=9,
        blank=True,
        default="",
        validators=[validate_issn],
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("former title")
        verbose_name_plural = _("former titles")
        ordering: ClassVar = ["from_on"]
        constraints = [
            models.CheckConstraint(
                name="title_period_in_order", condition=models.Q(until_on__gte=models.F("from_on"))
            ),
            form_check("title_period", "issn_print", ISSN_FORM),
            form_check("title_period", "issn_online", ISSN_FORM),
        ]

    def __str__(self) -> str:
        return f"{self.from_on:%Y}–{self.until_on:%Y}"

    def covers(self, day: date) -> bool:
        return self.from_on <= day <= self.until_on
