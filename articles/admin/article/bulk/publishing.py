"""Bulk changes of what readers see: publishing drafts, releasing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.editing.checks import check_records
from articles.models import Article, User
from articles.publishing import publish_article
from articles.publishing.notices import NOTICE_RELATIONS
from articles.records.findings import blocking
from articles.records.record import Record

from ...publish_form import PublicationDayField, proposed_day
from .change import BulkForm, ChosenArticles, PlannedChange, listed_findings

Candidate = Callable[[Article, BulkForm], PlannedChange]


class PublishForm(BulkForm):
    published_on = PublicationDayField()

    def __init__(self, *arguments: Any, chosen: ChosenArticles) -> None:
        """Proposes the date of the issue if all articles are of one that is out, else today."""
        super().__init__(*arguments, chosen=chosen)
        issues = {article.issue_id: article.issue for article in chosen.articles}
        (issue,) = issues.values() if len(issues) == 1 else (None,)
        self.fields["published_on"].initial = proposed_day(issue)


def checked_plan(
    chosen: ChosenArticles,
    form: BulkForm,
    candidate: Candidate,
    day_of: Callable[[Article], date | None],
) -> Iterator[PlannedChange]:
    """Skips what preflight blocks; two queries for all articles beside those of `chosen`."""
    planned = [candidate(article, form) for article in chosen.articles]
    records = [
        dated(chosen.records[one.article.pk], day_of(one.article))
        for one in planned
        if not one.skipped
    ]
    checked = {inspected.record.id: inspected for inspected in check_records(records)}
    for one in planned:
        errors = blocking(checked[one.article.pk].findings) if not one.skipped else []
        if errors:
            yield PlannedChange(one.article, skipped=listed_findings(errors))
        elif one.skipped:
            yield one
        else:
            yield msgspec.structs.replace(one, note=notice_note(checked[one.article.pk].record))


def dated(record: Record, day: date | None) -> Record:
    return msgspec.structs.replace(record, published_on=day or timezone.localdate())


def notice_note(record: Record) -> str:
    if record.status in ("draft", "ready") and any(
        relation.kind in NOTICE_RELATIONS for relation in record.relations
    ):
        return _("A notice: the articles that it names change with it.")
    return ""


def plan_publishing(chosen: ChosenArticles, form: BulkForm) -> Iterator[PlannedChange]:
    return checked_plan(chosen, form, published, lambda _article: day_typed(form))


def day_typed(form: BulkForm) -> date:
    day: date = form.cleaned_data["published_on"]
    return day


def published(article: Article, form: BulkForm) -> PlannedChange:
    status = article.get_status_display()
    if article.is_public:
        return PlannedChange(article, skipped=_("Status: %(status)s.") % {"status": status})
    day = date_format(day_typed(form), "SHORT_DATE_FORMAT")
    after = f"{Article.Status.PUBLISHED.label}, {day}"
    return PlannedChange(article, before=status, after=after)


def publish(planned: PlannedChange, form: BulkForm, editor: User) -> None:
    publish_article(planned.article, published_on=day_typed(form), editor=editor)


def plan_release(chosen: ChosenArticles, form: BulkForm) -> Iterator[PlannedChange]:
    return checked_plan(chosen, form, released, lambda article: article.published_on)


def released(article: Article, form: BulkForm) -> PlannedChange:
    """Needs `released_version` of the article."""
    seen: int | None = getattr(article, "released_version", None)
    if article.status not in Article.READABLE or seen is None:
        status = {"status": article.get_status_display()}
        return PlannedChange(article, skipped=_("Status: %(status)s.") % status)
    if seen == article.version:
        return PlannedChange(article, skipped=_("Readers see the latest version."))
    version = _("version %(version)s")
    return PlannedChange(
        article, before=version % {"version": seen}, after=version % {"version": article.version}
    )


def release(planned: PlannedChange, form: BulkForm, editor: User) -> None:
    """With the date of publication of the version that is released."""
    day = planned.article.published_on or timezone.localdate()
    publish_article(planned.article, published_on=day, editor=editor)
