"""Whose turn an article is: the filters of lists by what has to be done next, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.roles import Role, memberships
from articles.models.user import Membership, User
from articles.records.languages import LANGUAGES


class Turn(TextChoices):
    TRANSLATOR = "translator", _("the translator's: a text is missing")
    EDITOR = "editor", _("the editor's: a draft, or changed since publication")
    CHIEF_EDITOR = "chief_editor", _("the chief editor's: ready to publish")
    NOBODY = "nobody", _("no one's: published as is")


BRIEF = ("editorial", "personalia", "correction", "retraction", "letter", "other")  # no abstract
IN_WORK = Q(status__in=(Article.Status.DRAFT, Article.Status.READY))
CHANGED = Q(status__in=Article.PUBLIC, version__gt=F("released__version"))


def missing_text(language: str) -> Q:
    """Without a title in the language, or without the abstract that its type needs."""
    title, abstract = f"title_{language}", f"abstract_{language}"
    no_abstract = Q(**{abstract: ""}) | Q(**{f"{abstract}__isnull": True})
    no_title = Q(**{title: ""}) | Q(**{f"{title}__isnull": True})
    return no_title | (no_abstract & ~Q(type__in=BRIEF))


def missing_any_text(languages: Iterable[str] = LANGUAGES) -> Q:
    """The same for any of the languages."""
    return reduce(or_, map(missing_text, languages), Q(pk__in=[]))


def waiting_for_turn(turn: str) -> Q:
    """Articles whose next step is this one's."""
    if turn == Turn.TRANSLATOR:
        return IN_WORK & missing_any_text()
    if turn == Turn.EDITOR:
        return Q(status=Article.Status.DRAFT) & ~missing_any_text() | CHANGED
    if turn == Turn.CHIEF_EDITOR:
        return Q(status=Article.Status.READY) & ~missing_any_text()
    return Q(status__in=Article.PUBLIC) & ~CHANGED


def waiting_for_user(user: User) -> Q:
    """Articles that wait for this user, by each role in each journal."""
    if user.is_superuser:
        return IN_WORK | CHANGED
    return reduce(or_, map(_of_membership, memberships(user)), Q(pk__in=[]))


def _of_membership(membership: Membership) -> Q:
    own = Q(journal=membership.journal_id)
    if membership.role == Role.TRANSLATOR:
        return own & IN_WORK & missing_any_text(membership.languages)
    if membership.role == Role.SECTION_EDITOR:
        sections = [section.pk for section in membership.sections.all()]
        return own & Q(section__in=sections) & waiting_for_turn(Turn.EDITOR)
    if membership.role == Role.EDITOR:
        return own & waiting_for_turn(Turn.EDITOR)
    if membership.role == Role.CHIEF_EDITOR:
        return own & (waiting_for_turn(Turn.CHIEF_EDITOR) | waiting_for_turn(Turn.EDITOR))
    return Q(pk__in=[])
