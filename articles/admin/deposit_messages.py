"""Messages of deposits in the editor's language: what to do, where, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.dois.messages import Actor, Explanation, explain
from articles.models import Article, DepositRecord, Journal, User
from articles.models.roles import Action, can_do, may_do_everything
from articles.records.findings import Finding, Level

from .article.findings_panel import finding_anchor, finding_label

JOURNAL = "journal."


class FieldPlace(msgspec.Struct, frozen=True):
    """The field that is to be changed; `url` is '' where this editor may not change it."""

    label: str
    url: str = ""
    ask: str = ""


class Advice(msgspec.Struct, frozen=True):
    """A message for this editor; `original` is what Crossref wrote, if it did."""

    message: str
    remedy: str = ""
    original: str = ""
    place: FieldPlace | None = None
    ask: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.message, self.remedy, self.ask)))


def advice(record: DepositRecord, article: Article, user: User) -> Advice | None:
    """What the newest message of a deposited DOI says to this editor; None without a message.

    While the file is still on its way, the message is that of the whole file.
    """
    row = record if record.message_code or record.message else record.deposit
    explanation = explain(row)
    if explanation is None:
        return Advice(message="", original=row.message) if row.message else None
    has_failed = record.state == DepositRecord.State.FAILURE
    known = explanation.known
    finding = Finding(Level.BLOCKS, known.field, None, explanation.message)
    place = field_place(finding, article, user) if known.field else None
    return Advice(
        message=explanation.message,
        remedy=remedy_of(explanation, has_failed=has_failed),
        original=explanation.original,
        place=place,
        ask=whom_to_ask(explanation, place, article, user, has_failed=has_failed),
    )


def remedy_of(explanation: Explanation, *, has_failed: bool) -> str:
    """What sends itself again while it waits does so no more after the last attempt."""
    if explanation.known.actor is Actor.WORKER and has_failed:
        return _("All attempts have failed. Send it again when the connection works.")
    return explanation.remedy


def whom_to_ask(
    explanation: Explanation,
    place: FieldPlace | None,
    article: Article,
    user: User,
    *,
    has_failed: bool,
) -> str:
    """'' where the editor can act, or nobody has to."""
    actor = explanation.known.actor
    is_for_administrator = actor is Actor.ADMINISTRATOR or (actor is Actor.WORKER and has_failed)
    if is_for_administrator and not may_do_everything(user):
        return _("Ask your administrator: an editor cannot change this.")
    if place:
        return place.ask
    if actor is Actor.EDITOR and not can_do(user, Action.PUBLISH, article):
        return _("Ask an editor who may publish to send it.")
    return ""


def field_place(finding: Finding, article: Article, user: User) -> FieldPlace:
    """The place of a finding's field: in the journal's form, or in the article's."""
    label = place_label(finding)
    if finding.field.startswith(JOURNAL):
        return journal_place(label, finding.field.removeprefix(JOURNAL), article.journal, user)
    if not can_do(user, Action.EDIT, article):
        return FieldPlace(label, ask=_("Ask an editor of the journal to change it."))
    anchor = finding_anchor(finding)
    address = reverse("admin:articles_article_change", args=[article.pk])
    return FieldPlace(label, f"{address}#{anchor}" if anchor else address)


def place_label(finding: Finding) -> str:
    """`Author 2: family name`, `Journal: print ISSN`."""
    if not finding.field.startswith(JOURNAL):
        return finding_label(finding)
    column: Any = Journal._meta.get_field(finding.field.removeprefix(JOURNAL))
    return _("%(field)s: %(part)s") % {"field": _("Journal"), "part": column.verbose_name}


def journal_place(label: str, column: str, journal: Journal, user: User) -> FieldPlace:
    if not can_do(user, Action.MANAGE, journal):
        return FieldPlace(label, ask=_("Ask a chief editor of the journal to change it."))
    address = reverse("admin:articles_journal_change", args=[journal.pk])
    return FieldPlace(label, f"{address}#id_{column}")


class Refusal(msgspec.Struct, frozen=True):
    """What Crossref's requirements exclude, before anything is sent."""

    finding: Finding
    place: FieldPlace


def refusals(findings: Iterable[Finding], article: Article, user: User) -> list[Refusal]:
    return [Refusal(one, field_place(one, article, user)) for one in findings]
