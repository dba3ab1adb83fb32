"""The dates of an article: their order, the year of the issue, and today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding, Level

from .messages import fill
from .subject import Subject

ORDER = ("received_on", "revised_on", "accepted_on", "published_on")
LABELS = {
    "received_on": _("received"),
    "revised_on": _("revised"),
    "accepted_on": _("accepted"),
    "published_on": _("published"),
}


def check_published_on(subject: Subject) -> Iterator[Finding]:
    """The article has a date of publication."""
    if not subject.record.published_on:
        yield Finding(
            Level.BLOCKS,
            "published_on",
            None,
            _("There is no date of publication."),
            _(
                "You will be asked for it when publishing. Dates are never calculated from "
                "other dates."
            ),
        )


def check_date_order(subject: Subject) -> Iterator[Finding]:
    """Received, revised, accepted, published: each date is not before the one it follows."""
    dates = [(field, day) for field in ORDER if (day := getattr(subject.record, field))]
    for (before, earlier), (field, later) in pairwise(dates):
        if later < earlier:
            yield Finding(
                subject.blocking_level,
                field,
                None,
                fill(
                    _("%(later)s (%(day)s) is before “%(earlier)s” (%(other)s)."),
                    later=LABELS[field],
                    day=f"{later:%d.%m.%Y}",
                    earlier=LABELS[before],
                    other=f"{earlier:%d.%m.%Y}",
                ),
                _("Check the day, month and year."),
            )


def check_published_ahead(subject: Subject) -> Iterator[Finding]:
    """A date of publication in the future needs a schedule for that day or a later one."""
    day, today = subject.record.published_on, subject.neighbours.today
    scheduled = subject.neighbours.scheduled_on
    if day and today and day > today and (scheduled is None or scheduled < day):
        yield published_ahead(day)


def published_ahead(day: date) -> Finding:
    """The finding about a date of publication after today; publishing refuses by it, too."""
    return Finding(
        Level.BLOCKS,
        "published_on",
        None,
        fill(_("The publication date %(day)s is in the future."), day=f"{day:%d.%m.%Y}"),
        _("Schedule the article for that day, or correct the date."),
        check="check_published_ahead",
    )


def check_days_ahead(subject: Subject) -> Iterator[Finding]:
    """Received, revised, accepted are in the past; a licence may begin later: a note."""
    levels = dict.fromkeys(ORDER[:-1], subject.blocking_level) | {"licence_from": Level.NOTES}
    for field, level in levels.items():
        day, today = getattr(subject.record, field), subject.neighbours.today
        if day and today and day > today:
            yield Finding(
                level,
                field,
                None,
                fill(_("The date %(day)s is in the future."), day=f"{day:%d.%m.%Y}"),
                _("Check the day, month and year."),
            )


def check_copyright_year(subject: Subject) -> Iterator[Finding]:
    """The copyright year is not after this year, nor after the issue's."""
    year, today, issue = (
        subject.record.copyright_year,
        subject.neighbours.today,
        subject.record.issue,
    )
    if year and today and year > max(today.year, issue.year if issue else 0):
        yield Finding(
            Level.WARNS,
            "copyright_year",
            None,
            fill(_("The copyright year %(year)d is in the future."), year=year),
            _("Check the year."),
        )


def check_published_with_issue(subject: Subject) -> Iterator[Finding]:
    """The year of publication is that of the issue, or one year before or after."""
    day, issue = subject.record.published_on, subject.record.issue
    if day and issue and abs(day.year - issue.year) > 1:
        yield Finding(
            Level.WARNS,
            "published_on",
            None,
            fill(
                _("Published in %(year)d, in an issue of %(issue)d."),
                year=day.year,
                issue=issue.year,
            ),
            _("Check the year."),
        )
