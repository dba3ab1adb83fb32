"""Which optional parts a journal has, noted in its row, so that no page has to ask for its menu."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.signals import post_delete, post_save

from .journal import Journal


def note_who_has(model: type[models.Model], flag: str, journal: str = "journal") -> None:
    """Keep the journals' `flag` true where the table has rows; `journal` is the way to theirs."""

    def note(**kwargs: Any) -> None:
        has_rows = Exists(model._default_manager.filter(**{journal: OuterRef("pk")}))
        journals: QuerySet[Journal] = Journal.objects.all()
        journals.filter(has_rows, **{flag: False}).update(**{flag: True})
        journals.filter(~has_rows, **{flag: True}).update(**{flag: False})

    for signal in (post_save, post_delete):
        signal.connect(note, sender=model, weak=False, dispatch_uid=f"{model.__name__}-{flag}")
