"""The first steps of a journal without articles, each with what it needs and what is there."""

from __future__ import annotations

import msgspec
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Journal, User
from articles.models.roles import Action, can_do, may_do_everything
from articles.queries.dashboard import journals_without_articles

MOST_JOURNALS = 3


class Need(msgspec.Struct, frozen=True):
    label: str
    is_there: bool
    may_wait: bool = False


class Step(msgspec.Struct, frozen=True):
    title: str
    about: str
    button: str
    url: str  # empty where the user may not do it, or there is no journal yet
    is_done: bool
    needs: list[Need] = []


class Checklist(msgspec.Struct, frozen=True):
    journal: Journal
    steps: list[Step]

    @property
    def done(self) -> int:
        return sum(step.is_done for step in self.steps)

    @property
    def next_step(self) -> Step | None:
        return next((step for step in self.steps if not step.is_done), None)


def checklists(user: User) -> list[Checklist]:
    """The steps of journals that published nothing yet, without those whose steps are all done."""
    journals = list(journals_without_articles(user)[:MOST_JOURNALS])
    if not journals and may_do_everything(user) and not Journal.objects.exists():
        journals = [Journal()]
    lists = [Checklist(journal, steps(user, journal)) for journal in journals]
    return [one for one in lists if one.next_step]


def steps(user: User, journal: Journal) -> list[Step]:
    return [
        journal_step(user, journal),
        issue_step(user, journal),
        section_step(user, journal),
        article_step(user, journal),
        crossref_step(user, journal),
    ]


def journal_step(user: User, journal: Journal) -> Step:
    needs = journal_needs(journal)
    return Step(
        title=_("Journal"),
        about=_("Its names and numbers, printed on every page."),
        button=_("Change") if journal.pk else _("Enter the journal"),
        url=journal_url(user, journal),
        is_done=are_there(needs),
        needs=needs,
    )


def issue_step(user: User, journal: Journal) -> Step:
    return Step(
        title=_("Issue"),
        about=_("Where the article will appear."),
        button=_("Enter an issue"),
        url=add_url(user, Action.ARRANGE, journal, "issue_add"),
        is_done=has(journal, "issue"),
    )


def section_step(user: User, journal: Journal) -> Step:
    return Step(
        title=_("Sections"),
        about=_("As in the printed table of contents; one is enough."),
        button=_("Enter a section"),
        url=add_url(user, Action.ARRANGE, journal, "section_add"),
        is_done=has(journal, "section"),
    )


def article_step(user: User, journal: Journal) -> Step:
    return Step(
        title=_("Article"),
        about=_("From a manuscript, or by hand."),
        button=_("Read a manuscript"),
        url=add_url(user, Action.EDIT, journal, "manuscript_changelist"),
        is_done=has(journal, "article"),
    )


def crossref_step(user: User, journal: Journal) -> Step:
    needs = crossref_needs(journal)
    return Step(
        title="Crossref",
        about=_("What every article inherits when its DOI is registered."),
        button=_("Change"),
        url=journal_url(user, journal) if journal.pk else "",
        is_done=are_there(needs),
        needs=needs,
    )


def journal_needs(journal: Journal) -> list[Need]:
    return [
        Need(_("Name in Kazakh"), bool(journal.name_kk)),
        Need(_("Name in Russian"), bool(journal.name_ru)),
        Need(_("Name in English"), bool(journal.name_en)),
        Need("ISSN", bool(journal.issn_print or journal.issn_online)),
        Need(_("Licence"), bool(journal.licence)),
        Need(_("Publisher"), bool(journal.publisher), may_wait=True),
    ]


def crossref_needs(journal: Journal) -> list[Need]:
    return [
        Need(_("DOI prefix"), bool(journal.doi_prefix)),
        Need(_("Pattern of the DOI"), bool(journal.doi_pattern and journal.pk)),
        Need(_("Depositor's name"), bool(journal.depositor_name)),
        Need(_("Depositor's email"), bool(journal.depositor_email)),
        Need(_("Registrant"), bool(journal.registrant)),
        Need(_("DOI of the Crossmark policy"), bool(journal.crossmark_doi), may_wait=True),
    ]


def are_there(needs: list[Need]) -> bool:
    return all(need.is_there or need.may_wait for need in needs)


def has(journal: Journal, name: str) -> bool:
    """Whether the journal has an issue, a section or an article, as its query has annotated."""
    return bool(getattr(journal, f"has_{name}", False))


def journal_url(user: User, journal: Journal) -> str:
    if not can_do(user, Action.MANAGE, journal):
        return ""
    if not journal.pk:
        return reverse("admin:articles_journal_add")
    return reverse("admin:articles_journal_change", args=[journal.pk])


def add_url(user: User, action: Action, journal: Journal, view: str) -> str:
    if not journal.pk or not can_do(user, action, journal):
        return ""
    return f"{reverse(f'admin:articles_{view}')}?journal={journal.pk}"
