"""What waits for the editor: articles with the task, why, and the page where it is done."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.admin.trilingual import NATIVE
from articles.models import Article, DepositRecord, Proof, User
from articles.models.roles import languages_of
from articles.queries import dashboard as queries
from articles.queries.editor_tasks import Task
from articles.records.languages import LANGUAGES

from ..deposit_messages import Advice, advice


class TaskPage(NamedTuple):
    button: str | Promise
    view: str  # of the admin, "articles_article_…"
    tone: str  # CSS class of the chip


PAGES = {
    Task.CORRECT: TaskPage(_("Correct"), "crossref", "stop"),
    Task.ANSWER: TaskPage(_("Read the answer"), "proof", "late"),
    Task.PUBLISH: TaskPage(_("Publish"), "publish", "good"),
    Task.RELEASE: TaskPage(_("Release"), "publish", "late"),
    Task.TRANSLATE: TaskPage(_("Translate"), "change", "late"),
    Task.EDIT: TaskPage(_("Continue"), "change", ""),
}


class WaitingArticle(msgspec.Struct, frozen=True):
    article: Article
    task: Task
    missing: list[tuple[str, str]]  # code and name of each language without a title or abstract
    failure: Advice | None  # what Crossref said, and the remedy
    proof: Proof | None = None  # with the author's answer

    @property
    def page(self) -> TaskPage:
        return PAGES[self.task]

    @property
    def url(self) -> str:
        return reverse(f"admin:articles_article_{self.page.view}", args=[self.article.pk])


def waiting_articles(user: User, most: int) -> tuple[int, list[WaitingArticle]]:
    """How many articles wait for the user, and the most urgent of them."""
    rows = queries.waiting_articles(user)
    shown = list(rows[:most])
    failures = queries.newest_failures(row for row in shown if task_of(row) == Task.CORRECT)
    proofs = queries.unread_proofs(row for row in shown if task_of(row) == Task.ANSWER)
    return rows.count(), [
        waiting_article(user, row, failures.get(row.pk), proofs.get(row.pk)) for row in shown
    ]


def waiting_article(
    user: User, article: Article, failure: DepositRecord | None, proof: Proof | None
) -> WaitingArticle:
    said = advice(failure, article, user) if failure else None
    return WaitingArticle(article, task_of(article), missing_texts(user, article), said, proof)


def task_of(article: Article) -> Task:
    number: int = article.urgency  # type: ignore[attr-defined]  # annotated by the query
    return list(Task)[number]


def missing_texts(user: User, article: Article) -> list[tuple[str, str]]:
    """Languages without a title or abstract: of those of a translator, else of all three."""
    codes = languages_of(user, article.journal_id) or LANGUAGES
    return [
        (code, NATIVE[code]) for code in LANGUAGES if code in codes and is_missing(article, code)
    ]


def is_missing(article: Article, code: str) -> bool:
    return bool(getattr(article, f"missing_{code}"))
