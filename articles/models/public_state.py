"""The public state: a number for each journal that rises whenever readers' pages change.

It is part of the page cache's key. Signals record that a journal, a part of it (PARTS) or an
author was saved or deleted; `release` records changes of articles. A queryset's
`update()` sends no signal: call `record_change` as well.
"""

from __future__ import annotations

import time
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

from .board import BoardGroup, BoardMember
from .contacts import Contacts, IndexingDatabase
from .issue import Issue, Section
from .journal import Journal
from .journal_pages import Page
from .look import Look
from .news import News
from .people import Author
from .portal import Portal
from .title_periods import TitlePeriod


class PublicStateQuerySet(models.QuerySet["PublicState"]):
    @transaction.atomic(savepoint=False)
    def record_change(self, journal_id: int | None) -> None:
        """Give the journal a new number, seen by others when the transaction commits.

        None: something of the whole site, such as an author. Never waits for another transaction:
        if that holds the journal's row, this one adds a second, and the state is their sum.
        """
        free_rows = self.filter(journal=journal_id).select_for_update(skip_locked=True)
        state = free_rows.first() or PublicState(journal_id=journal_id)
        state.number = time.time_ns()
        state.save()


class PublicState(models.Model):
    """Usually one row for each journal, and one without a journal for the whole site."""

    # No constraint: the rows of a deleted journal stay, and the site's total still changes.
    journal = models.ForeignKey(
        Journal, models.DO_NOTHING, null=True, db_constraint=False, related_name="public_states"
    )
    # Nanoseconds, not a counter: no number is used again after a restore from a backup.
    number = models.BigIntegerField()

    objects = PublicStateQuerySet.as_manager()

    class Meta:
        verbose_name = "public state"
        verbose_name_plural = "public states"

    def __str__(self) -> str:
        return f"{self.journal_id}: {self.number}"


PARTS = (
    *(Look, Page, News, BoardGroup, BoardMember, Contacts, IndexingDatabase),
    *(TitlePeriod, Issue, Section),
)


def record_change_of_journal(instance: Journal, **kwargs: Any) -> None:
    PublicState.objects.record_change(instance.pk)


def record_change_of_part(instance: Any, **kwargs: Any) -> None:
    """`instance` is a row of PARTS."""
    PublicState.objects.record_change(instance.journal_id)


def record_change_of_author(instance: Author, created: bool = False, **kwargs: Any) -> None:
    """No page shows a new author before an article is released."""
    if not created:
        PublicState.objects.record_change(None)


def record_change_of_portal(instance: Portal, **kwargs: Any) -> None:
    PublicState.objects.record_change(None)


for signal in (post_save, post_delete):
    signal.connect(record_change_of_portal, sender=Portal)
    signal.connect(record_change_of_journal, sender=Journal)
    signal.connect(record_change_of_author, sender=Author)
    for model in PARTS:
        signal.connect(record_change_of_part, sender=model)
