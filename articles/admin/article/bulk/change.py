"""What a bulk change is, and what it would do to each article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

import msgspec
from django import forms
from django.db import IntegrityError
from django.db.models import F
from django.http import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.dois import DoiNotChanged
from articles.editing import EditConflict, working_records
from articles.editing.permissions import ChangeNotPermitted
from articles.models import Article, Journal, User
from articles.models.roles import Action, articles_within
from articles.publishing import Blocked
from articles.queries.released_records import FactsLoader
from articles.records.cleaning import InvalidValue
from articles.records.findings import Finding
from articles.records.record import Record

from ..findings_panel import finding_text
from ..form.errors import not_permitted_message

MOST_ARTICLES = 500  # in one change; each is saved on its own
NAMED_FINDINGS = 3


class NotApplicable(ValueError):
    """The change does not apply to this article; the message says why."""


REFUSALS = (
    *(EditConflict, ChangeNotPermitted, Blocked, DoiNotChanged, InvalidValue, NotApplicable),
    IntegrityError,
)


class ChosenArticles:
    """The chosen articles that the editor may see, in the order of the list, with their records."""

    def __init__(self, editor: User, keys: Sequence[int]) -> None:
        self.editor = editor
        self.keys = keys

    @cached_property
    def articles(self) -> list[Article]:
        """One query; `released_version` is the version that readers see."""
        rows = Article.objects.filter(articles_within(self.editor, Action.VIEW))
        by_key = (
            rows.select_related("journal", "issue__journal", "section")
            .annotate(released_version=F("released__version"))
            .in_bulk(list(self.keys))
        )
        return [by_key[key] for key in self.keys if key in by_key]

    @cached_property
    def records(self) -> dict[int, Record]:
        """The latest records by article; at most six queries."""
        keys = [article.pk for article in self.articles]
        return {record.id or 0: record for record in working_records(keys, FactsLoader())}

    @cached_property
    def journals(self) -> list[Journal]:
        return list({article.journal_id: article.journal for article in self.articles}.values())


class PlannedChange(msgspec.Struct, frozen=True):
    """One article's part of a bulk change: what would change, or why it is skipped."""

    article: Article
    before: str = ""
    after: str = ""
    note: str = ""  # what the editor should know although it does not prevent the change
    skipped: str = ""
    record: Record | None = None  # to be saved


class BulkForm(forms.Form):
    """What a bulk change asks for; without fields, nothing."""

    def __init__(self, *arguments: Any, chosen: ChosenArticles) -> None:
        super().__init__(*arguments)
        self.chosen = chosen


Plan = Callable[[ChosenArticles, BulkForm], Iterator[PlannedChange]]
# Does the changes; yields the key of every article that was refused after all, with the reason.
Apply = Callable[[Sequence[PlannedChange], BulkForm, User], Iterator[tuple[int, str]]]
Download = Callable[[Sequence[PlannedChange], BulkForm], HttpResponseBase]


class BulkChange(msgspec.Struct, frozen=True):
    """`action` is what the role has to allow for each article."""

    name: str
    label: Promise
    action: Action
    plan: Plan
    apply: Apply | None = None
    form: type[BulkForm] = BulkForm
    download: Download | None = None  # instead of `apply`: a file that the browser stores


def one_by_one(change: Callable[[PlannedChange, BulkForm, User], object]) -> Apply:
    """Does each change on its own: a refusal is told and stops no other."""

    def apply(
        planned_changes: Sequence[PlannedChange], form: BulkForm, editor: User
    ) -> Iterator[tuple[int, str]]:
        for planned in planned_changes:
            try:
                change(planned, form, editor)
            except REFUSALS as refusal:
                yield planned.article.pk, reason_of(refusal)

    return apply


def reason_of(refusal: Exception) -> str:
    """What is wrong and, where known, what to do."""
    if isinstance(refusal, ChangeNotPermitted):
        return not_permitted_message(refusal)
    if isinstance(refusal, IntegrityError):
        return _("Another article has been given this DOI since.")
    return f"{refusal} {getattr(refusal, 'remedy', '')}".strip()


def listed_findings(findings: Sequence[Finding]) -> str:
    """The first findings as text: `Title (Русский): The title is missing.`"""
    named = [finding_text(finding) for finding in findings]
    more = [f"+ {len(named) - NAMED_FINDINGS}"] if len(named) > NAMED_FINDINGS else []
    return " ".join(named[:NAMED_FINDINGS] + more)
