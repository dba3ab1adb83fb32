"""Rows that may be of one person or organisation: merged into each other, or kept apart for good.

A merged row stays. Revisions and bylines keep its key, and who loads them follows `merged_into`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

CURRENT = models.Q(merged_into__isnull=True)  # the rows that are merged into no other


class Mergeable(models.Model):
    """The base of a table whose rows can be merged.

    `merged_into` is a row that is not merged itself, also after several merges.
    """

    merged_into: models.ForeignKey[Any, Any] = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_rows",
        verbose_name=_("merged into"),
    )

    merged_into_id: int | None

    class Meta:
        abstract = True


class Merge(models.Model):
    """The base of a table of merges. One that was undone stays, with the day and the editor.

    `changes` are the columns that the merge changed in each of the two rows, with both values.
    """

    merged: models.ForeignKey[Any, Any]
    kept: models.ForeignKey[Any, Any]
    merged_id: int
    kept_id: int
    changes = models.JSONField(default=dict, help_text="{merged|kept: {column: [before, after]}}")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.merged_id} → {self.kept_id}"


class Distinction(models.Model):
    """The base of a table of pairs that an editor called different; `first` has the lower key."""

    first: models.ForeignKey[Any, Any]
    second: models.ForeignKey[Any, Any]
    first_id: int
    second_id: int
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"


def not_into_itself(table: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"{table}_not_merged_into_itself", condition=~models.Q(merged_into=models.F("pk"))
    )


def merged_once(table: str) -> models.UniqueConstraint:
    """A row is merged by one merge at a time, whoever else tries at the same moment."""
    return models.UniqueConstraint(
        fields=["merged"],
        name=f"{table}_merged_once",
        condition=models.Q(undone_at__isnull=True),
    )


def distinct_once(table: str) -> list[models.BaseConstraint]:
    """A pair is kept once, in one order."""
    return [
        models.UniqueConstraint(fields=["first", "second"], name=f"{table}_distinct_once"),
        models.CheckConstraint(
            name=f"{table}_distinct_in_order", condition=models.Q(first__lt=models.F("second"))
        ),
    ]
