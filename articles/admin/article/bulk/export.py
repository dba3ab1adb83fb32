"""The chosen articles as a ZIP archive: a file for each, in the format that the editor chooses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from django import forms
from django.http import HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.exports import FORMATS, Format, stamp
from articles.models import Article
from articles.publishing.packages.archive import Member, zip_members
from articles.queries.released_records import released_records
from articles.records.findings import blocking
from articles.records.record import Record

from .change import MOST_ARTICLES, BulkForm, ChosenArticles, PlannedChange, listed_findings

RELEASED, LATEST = "released", "latest"


class ExportForm(BulkForm):
    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[(format.name, format.label) for format in FORMATS.values()],
    )
    text = forms.ChoiceField(
        label=gettext_lazy("Text"),
        choices=[
            (RELEASED, gettext_lazy("as readers see it")),
            (LATEST, gettext_lazy("as last saved, drafts too")),
        ],
    )

    def chosen_format(self) -> Format:
        return FORMATS[self.cleaned_data["format"]]


def plan_export(chosen: ChosenArticles, form: BulkForm) -> Iterator[PlannedChange]:
    """The name of each article's file, or why the format cannot carry it."""
    format = cast(ExportForm, form).chosen_format()
    is_latest = form.cleaned_data["text"] == LATEST
    records = chosen.records if is_latest else readable_records(chosen)
    for article in chosen.articles:
        record = records.get(article.pk)
        if record is None:
            status = _("Status: %(status)s.") % {"status": article.get_status_display()}
            yield PlannedChange(article, skipped=status)
        elif errors := blocking(list(format.check(record))):
            yield PlannedChange(article, skipped=listed_findings(errors))
        else:
            name = f"{article.pk}.{format.extension}"
            yield PlannedChange(article, before="–", after=name, record=record)


def readable_records(chosen: ChosenArticles) -> dict[int, Record]:
    keys = [article.pk for article in chosen.articles]
    rows = Article.objects.readable().filter(pk__in=keys)
    return {record.id or 0: record for record in released_records(rows, MOST_ARTICLES)}


def download(planned_changes: Sequence[PlannedChange], form: BulkForm) -> HttpResponseBase:
    """Streams the archive; `contents.txt` in it names every article, and why one is left out."""
    format = cast(ExportForm, form).chosen_format()
    members = zip_members(archive_members(planned_changes, format), timezone.localdate())
    response = StreamingHttpResponse(members, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="articles-{format.name}.zip"'
    return response


def archive_members(planned_changes: Sequence[PlannedChange], format: Format) -> Iterator[Member]:
    now = stamp(timezone.now())
    for planned in planned_changes:
        if planned.record and not planned.skipped:
            yield planned.after, list(format.write([planned.record], now))
    lines: list[Any] = [
        f"{planned.after or '–'}\t{planned.article}\t{planned.skipped}".rstrip() + "\n"
        for planned in planned_changes
    ]
    yield "contents.txt", [line.encode() for line in lines]
