"""Whose turn an article is, and which articles wait for an editor: filters of lists."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.proof import Proof
from articles.models.roles import Action, Role, articles_within, memberships
from articles.models.user import User
from articles.records.languages import LANGUAGES


class Turn(TextChoices):
    TRANSLATOR = "translator", _("the translator's: a text is missing")
    EDITOR = "editor", _("the editor's: a draft, or changed since publication")
    CHIEF_EDITOR = "chief_editor", _("the chief editor's: ready to publish")
    NOBODY = "nobody", _("no one's: published as is")


class Task(TextChoices):
    """What an editor has to do next with an article; the most urgent first."""

    CORRECT = "correct", _("failed at Crossref")
    ANSWER = "answer", _("author's answer")
    PUBLISH = "publish", _("ready to publish")
    RELEASE = "release", _("changed since release")
    TRANSLATE = "translate", _("text missing")
    EDIT = "edit", _("draft")


BRIEF = ("editorial", "personalia", "correction", "retraction", "letter", "other")  # no abstract
IN_WORK = Q(status__in=(Article.Status.DRAFT, Article.Status.READY))
CHANGED = Q(status__in=Article.PUBLIC, version__gt=F("released__version"))
FAILED = Q(deposit_state=Article.DepositState.FAILED)


def missing_text(language: str, prefix: str = "") -> Q:
    """Without a title in the language, or without the abstract that its type needs.

    `prefix` is the lookup that leads to articles from another table, such as `article__`.
    """
    title, abstract = f"{prefix}title_{language}", f"{prefix}abstract_{language}"
    no_abstract = Q(**{abstract: ""}) | Q(**{f"{abstract}__isnull": True})
    no_title = Q(**{title: ""}) | Q(**{f"{title}__isnull": True})
    return no_title | (no_abstract & ~Q(**{f"{prefix}type__in": BRIEF}))


def missing_any_text(languages: Iterable[str] = LANGUAGES, prefix: str = "") -> Q:
    """As `missing_text`, in any of the languages."""
    return reduce(or_, (missing_text(code, prefix) for code in languages), Q(pk__in=[]))


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
    """Articles that wait for this user: those with a task that the user's roles allow."""
    return reduce(or_, tasks_of(user).values())


def tasks_of(user: User) -> dict[Task, Q]:
    """The articles of each task of the user; an article is of the first task that it meets."""
    publishable = articles_within(user, Action.PUBLISH)
    return {
        Task.CORRECT: publishable & FAILED,
        Task.ANSWER: articles_within(user, Action.EDIT) & answered_by_author(),
        Task.PUBLISH: publishable & Q(status=Article.Status.READY),
        Task.RELEASE: publishable & CHANGED,
        Task.TRANSLATE: to_translate(user),
        Task.EDIT: articles_within(user, Action.EDIT) & Q(status=Article.Status.DRAFT),
    }


def answered_by_author() -> Q:
    """Articles with answers to a proof that no editor has marked as read."""
    return Q(pk__in=Proof.objects.unread().values("article"))


def to_translate(user: User) -> Q:
    """Unpublished articles that lack a text in a language of the translator."""
    lacking = (
        Q(journal=membership.journal_id) & IN_WORK & missing_any_text(membership.languages)
        for membership in memberships(user)
        if membership.role == Role.TRANSLATOR
    )
    return reduce(or_, lacking, Q(pk__in=[]))
