"""Editor permissions: what each role may do in its journal, for the admin, pages and commands."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, prefetch_related_objects

from .article import Article
from .issue import Section
from .journal import Journal
from .user import Membership, User

Role = Membership.Role


class Action(StrEnum):
    VIEW = "view"  # drafts, history, findings, deposits
    TRANSLATE = "translate"  # texts in one's own languages
    EDIT = "edit"  # everything of an article
    ARRANGE = "arrange"  # issues, sections, the make-up
    PUBLISH = "publish"  # release, retract, deposit
    OVERRIDE = "override"  # publish over a blocking finding, give up a DOI, withdraw
    MANAGE = "manage"  # the journal itself, its pages
    INVITE = "invite"  # people and their roles


_EDITOR = {Action.VIEW, Action.TRANSLATE, Action.EDIT, Action.ARRANGE, Action.PUBLISH}

ACTIONS: dict[str, set[Action]] = {
    Role.AUDITOR: {Action.VIEW},
    Role.TRANSLATOR: {Action.VIEW, Action.TRANSLATE},
    Role.SECTION_EDITOR: {Action.VIEW, Action.TRANSLATE, Action.EDIT},
    Role.EDITOR: _EDITOR,
    Role.CHIEF_EDITOR: {*_EDITOR, Action.OVERRIDE, Action.MANAGE, Action.INVITE},
}


def can_do(user: User | AnonymousUser, action: Action, thing: object = None) -> bool:
    """Whether the user may do this in the journal of `thing`; without it, in any journal.

    `thing` is a journal, or an object with a `journal_id`. A section editor may act only on the
    articles of the sections in the membership.
    """
    if not isinstance(user, User):
        return False
    if may_do_everything(user):
        return True
    journal = journal_key(thing)
    return any(
        action in ACTIONS[membership.role] and _reaches(membership, thing)
        for membership in memberships(user)
        if journal is None or membership.journal_id == journal
    )


def is_editor(user: User) -> bool:
    """Whether the editors' part is open to the user; a session may outlive this right."""
    return user.is_active and user.is_staff


def may_do_everything(user: User) -> bool:
    return user.is_superuser and is_editor(user)


def journal_key(thing: object) -> int | None:
    from_journal = getattr(thing, "journal_id", None)
    return from_journal if from_journal is not None else getattr(thing, "pk", None)


def _reaches(membership: Membership, thing: object) -> bool:
    if membership.role != Role.SECTION_EDITOR or not isinstance(thing, Article):
        return True
    return thing.section_id in {section.pk for section in membership.sections.all()}


def memberships(user: User) -> Iterable[Membership]:
    """The user's memberships with their sections: two queries, prefetched once for the request.

    None if the user is no editor any more.
    """
    if not is_editor(user):
        return ()
    if "memberships" not in getattr(user, "_prefetched_objects_cache", {}):
        prefetch_related_objects([user], "memberships__sections")
    return user.memberships.all()


def journals_for(user: User, action: Action) -> set[int] | None:
    """Keys of the journals in which the user may do this; None for all of them."""
    if may_do_everything(user):
        return None
    return {one.journal_id for one in memberships(user) if action in ACTIONS[one.role]}


def languages_of(user: User, journal_id: int) -> set[str]:
    """The languages that a translator writes in; empty for other roles."""
    return {
        code
        for one in memberships(user)
        if one.role == Role.TRANSLATOR and one.journal_id == journal_id
        for code in one.languages
    }


def sections_of(user: User, journal: Journal) -> list[Section]:
    """The sections of a section editor; empty for other roles."""
    return [
        section
        for one in memberships(user)
        if one.role == Role.SECTION_EDITOR and one.journal_id == journal.pk
        for section in one.sections.all()
    ]


def articles_within(user: User, action: Action, prefix: str = "") -> Q:
    """A filter for the articles on which the user may do this.

    `prefix` is the lookup that leads to articles from another table, such as `article__`.
    """
    if may_do_everything(user):
        return Q()
    able = [one for one in memberships(user) if action in ACTIONS[one.role]]
    whole = [one.journal_id for one in able if one.role != Role.SECTION_EDITOR]
    found = Q(**{f"{prefix}journal__in": whole})
    for one in able:
        if one.role == Role.SECTION_EDITOR:
            sections = [section.pk for section in one.sections.all()]
            found |= Q(**{f"{prefix}journal": one.journal_id, f"{prefix}section__in": sections})
    return found
