"""Bulk changes of fields: status, issue, section, licence, dates. Each saves the changed record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Literal, cast

import msgspec
from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import save_article
from articles.editing.permissions import ChangeNotPermitted, check_permission
from articles.models import Article, Issue, Section, User
from articles.models.roles import Action, can_do
from articles.preflight.dates import ORDER, check_date_order, check_days_ahead
from articles.preflight.neighbours import Neighbours
from articles.preflight.subject import Subject
from articles.records.diff import Change, changes
from articles.records.findings import Finding
from articles.records.plain_fields import FIELDS
from articles.records.record import Record

from ...history.differences import names_of
from ...publish_form import check_not_ahead
from ..wording.key_names import KeyNames
from ..wording.labels import field_label
from ..wording.text_diff import as_text
from ..wording.values import display_change
from .change import (
    BulkForm,
    ChosenArticles,
    NotApplicable,
    Plan,
    PlannedChange,
    reason_of,
)

Edit = Callable[[Article, Record, BulkForm], Record]  # raises NotApplicable
Note = Callable[[Article, Record, Record], str]  # of the record before and after

LICENCES = tuple(
    (f"https://creativecommons.org/{path}/", label)
    for path, label in (
        ("licenses/by/4.0", "CC BY 4.0"),
        ("licenses/by-sa/4.0", "CC BY-SA 4.0"),
        ("licenses/by-nc/4.0", "CC BY-NC 4.0"),
        ("licenses/by-nc-sa/4.0", "CC BY-NC-SA 4.0"),
        ("licenses/by-nd/4.0", "CC BY-ND 4.0"),
        ("licenses/by-nc-nd/4.0", "CC BY-NC-ND 4.0"),
        ("publicdomain/zero/1.0", "CC0 1.0"),
    )
)
LABELS = {field.name: field.label for field in FIELDS}


def no_note(article: Article, before: Record, after: Record) -> str:
    return ""


def edits(edit: Edit, note: Note = no_note) -> Plan:
    """The plan of a change that makes another record of each article's."""

    def plan(chosen: ChosenArticles, form: BulkForm) -> Iterator[PlannedChange]:
        planned = [plan_edit(article, chosen, form, edit) for article in chosen.articles]
        records = chosen.records
        differences = [
            changes(records[one.article.pk], one.record) if one.record else [] for one in planned
        ]
        names = names_of(change for found in differences for change in found)
        for one, found in zip(planned, differences, strict=True):
            if one.record is None:
                yield one
            elif not found:
                yield PlannedChange(one.article, skipped=_("It is so already."))
            else:
                yield msgspec.structs.replace(
                    one,
                    before=side(found, "before", names),
                    after=side(found, "after", names),
                    note=note(one.article, records[one.article.pk], one.record),
                )

    return plan


def plan_edit(
    article: Article, chosen: ChosenArticles, form: BulkForm, edit: Edit
) -> PlannedChange:
    before = chosen.records[article.pk]
    try:
        record = edit(article, before, form)
        check_permission(chosen.editor, article, before, record)
    except (NotApplicable, ChangeNotPermitted) as refusal:
        return PlannedChange(article, skipped=reason_of(refusal))
    return PlannedChange(article, record=record)


def side(found: list[Change], name: Literal["before", "after"], names: KeyNames) -> str:
    """`Received: 12.03.2024; Accepted: –`."""
    values = (
        (field_label(change.path), display_change(change.path, getattr(change, name), names))
        for change in found
    )
    return "; ".join(f"{label}: {as_text(value) or '–'}" for label, value in values)


def save_edit(planned: PlannedChange, form: BulkForm, editor: User) -> None:
    """Saves over the version that was planned with: what others save meanwhile is merged in."""
    if planned.record is None:
        return
    article = planned.article
    save_article(
        planned.record,
        article=article,
        base=article.version,
        editor=editor,
        reason=_("in a list"),
    )


def set_status(before: Literal["draft", "ready"], after: Literal["draft", "ready"]) -> Edit:
    def edit(article: Article, record: Record, form: BulkForm) -> Record:
        if record.status not in (before, after):
            status = {"status": article.get_status_display()}
            raise NotApplicable(_("Status: %(status)s.") % status)
        return msgspec.structs.replace(record, status=after)

    return edit


class IssueForm(BulkForm):
    issue: forms.ModelChoiceField[Issue] = forms.ModelChoiceField(
        Issue.objects.none(), label=gettext_lazy("Issue")
    )

    def __init__(self, *arguments: Any, chosen: ChosenArticles) -> None:
        super().__init__(*arguments, chosen=chosen)
        issues = Issue.objects.select_related("journal").newest_first()
        field = cast("forms.ModelChoiceField[Issue]", self.fields["issue"])
        field.queryset = issues.filter(journal__in=chosen.journals)


def set_issue(article: Article, record: Record, form: BulkForm) -> Record:
    issue: Issue = form.cleaned_data["issue"]
    require_journal(article, issue.journal_id)
    if record.issue_id == issue.pk:
        return record
    return msgspec.structs.replace(record, issue_id=issue.pk, position=None)


class SectionChoice(forms.ModelChoiceField):
    def label_from_instance(self, section: Any) -> str:
        return f"{section} ({section.journal})"


class SectionForm(BulkForm):
    section = SectionChoice(Section.objects.none(), label=gettext_lazy("Section"))

    def __init__(self, *arguments: Any, chosen: ChosenArticles) -> None:
        """Offers the sections of the articles' journals into which the editor may put articles."""
        super().__init__(*arguments, chosen=chosen)
        rows = Section.objects.filter(journal__in=chosen.journals)
        own = [row.pk for row in rows if can_do(chosen.editor, Action.EDIT, article_in(row))]
        field = cast(SectionChoice, self.fields["section"])
        field.queryset = rows.filter(pk__in=own).select_related("journal")


def article_in(section: Section) -> Article:
    """An article of the section, unsaved: to ask what an editor may do there."""
    return Article(journal_id=section.journal_id, section_id=section.pk)


def set_section(article: Article, record: Record, form: BulkForm) -> Record:
    section: Section = form.cleaned_data["section"]
    require_journal(article, section.journal_id)
    return msgspec.structs.replace(record, section_id=section.pk)


def require_journal(article: Article, journal_id: int) -> None:
    """Raises NotApplicable for an article of another journal."""
    if article.journal_id != journal_id:
        raise NotApplicable(_("It belongs to another journal."))


class LicenceForm(BulkForm):
    licence = forms.ChoiceField(
        label=gettext_lazy("Licence"),
        choices=[("", gettext_lazy("as the journal's")), *LICENCES],
        required=False,
    )
    licence_from = forms.DateField(
        label=gettext_lazy("Licence from"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=gettext_lazy("If empty, the date of each article stays as it is."),
    )


def set_licence(article: Article, record: Record, form: BulkForm) -> Record:
    typed = form.cleaned_data
    return msgspec.structs.replace(
        record,
        licence=typed["licence"],
        licence_from=typed["licence_from"] or record.licence_from,
    )


class DatesForm(BulkForm):
    """The dates that are filled in are set; the others stay as each article has them."""

    def __init__(self, *arguments: Any, chosen: ChosenArticles) -> None:
        super().__init__(*arguments, chosen=chosen)
        for name in ORDER:
            box = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            label = capfirst(str(LABELS[name]))
            self.fields[name] = forms.DateField(label=label, required=False, widget=box)

    def clean_published_on(self) -> date | None:
        day: date | None = self.cleaned_data["published_on"]
        check_not_ahead(day)
        return day

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not self.errors and not any(typed.values()):
            raise forms.ValidationError(_("Enter at least one date."))
        return typed


def set_dates(article: Article, record: Record, form: BulkForm) -> Record:
    """Raises NotApplicable where the dates would be in an order that prevents publication."""
    days = {name: form.cleaned_data[name] for name in ORDER if form.cleaned_data[name]}
    dated = msgspec.structs.replace(record, **days)
    if wrong := [one for one in date_findings(article, dated) if one.is_blocking()]:
        raise NotApplicable(" ".join(str(one.message) for one in wrong))
    return dated


def date_findings(article: Article, record: Record) -> list[Finding]:
    in_archive = bool(article.is_archived and article.issue and article.issue.archived_at)
    around = Neighbours(today=timezone.localdate(), is_archived=in_archive)
    subject = Subject(record, around)
    return [*check_date_order(subject), *check_days_ahead(subject)]


def dates_note(article: Article, before: Record, after: Record) -> str:
    """What is odd about the new dates of an article that is printed already."""
    known = {str(finding.message) for finding in date_findings(article, before)}
    found = [str(finding.message) for finding in date_findings(article, after)]
    return " ".join(message for message in found if message not in known)
