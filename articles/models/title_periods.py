"""Former titles of a journal."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Deferrable, Func, Value
from django.utils.translation import gettext_lazy as _

from .fields import ISSN_FORM, form_check, validate_issn
from .journal import Journal

NO_ISSN = _(
    "If empty, articles of this time are exported without an ISSN. If it did not change with the "
    "title, repeat it here."
)


class FormSetConstraint(ExclusionConstraint):
    """A constraint that the form set checks, with all rows as typed.

    Django would compare each row with the saved ones, and refuse two rows that move together.
    """

    def validate(self, *args: Any, **kwargs: Any) -> None:
        pass


def range_of(function: str, first: str, last: str) -> Func:
    """A range of PostgreSQL, both ends included."""
    return Func(first, last, Value("[]"), function=function)


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
        help_text=NO_ISSN,
    )
    issn_online = models.CharField(
        _("ISSN of the online edition"),
        max_length=9,
        blank=True,
        default="",
        validators=[validate_issn],
        help_text=NO_ISSN,
    )
    from_on = models.DateField(
        _("from"),
        help_text=_(
            "All articles of an issue have the title of the issue's date; without a date, that of "
            "the last day of its year."
        ),
    )
    until_on = models.DateField(_("until"))

    class Meta:
        verbose_name = _("former title")
        verbose_name_plural = _("former titles")
        ordering: ClassVar = ["from_on"]
        constraints = [
            models.CheckConstraint(
                name="title_period_in_order", condition=models.Q(until_on__gte=models.F("from_on"))
            ),
            # The journal as a range of one number, which needs no extension of PostgreSQL.
            FormSetConstraint(
                name="title_periods_apart",
                expressions=[
                    (range_of("int8range", "journal", "journal"), RangeOperators.OVERLAPS),
                    (range_of("daterange", "from_on", "until_on"), RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.DEFERRED,
            ),
            form_check("title_period", "issn_print", ISSN_FORM),
            form_check("title_period", "issn_online", ISSN_FORM),
        ]

    def __str__(self) -> str:
        return f"{self.from_on:%Y}–{self.until_on:%Y}"

    def clean(self) -> None:
        if self.from_on and self.until_on and self.until_on < self.from_on:
            raise ValidationError({"until_on": _("This day is before the first one.")})

    def covers(self, day: date) -> bool:
        return self.from_on <= day <= self.until_on
