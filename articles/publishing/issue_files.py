"""The work queue of files of issues: waiting rows that a worker makes in turn."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.models import Issue, IssueFile, User

from .epubs import NoArticles
from .issue_file_makers import MAKERS, MadeFile
from .makeup import MakeupArticle, makeup_articles
from .packages.contents import stem_of

logger = logging.getLogger(__name__)


def ask_for(issue: Issue, kind: str, start: int, editor: User | None) -> IssueFile:
    """A row that waits for a worker, in the place of an earlier file of the kind."""
    values = {
        "start": start,
        "state": IssueFile.State.WAITING,
        "editor": editor,
        "asked_at": timezone.now(),
    }
    file, _is_new = IssueFile.objects.update_or_create(issue=issue, kind=kind, defaults=values)
    return file


@transaction.atomic
def make_next(key: int | None = None) -> IssueFile | None:
    """Makes the file that has waited longest, or that of `key`. None if none waits.

    The row is locked meanwhile: if the process dies, the file still waits.
    """
    waiting = IssueFile.objects.waiting()
    if key is not None:
        waiting = waiting.filter(pk=key)
    locked = waiting.select_for_update(of=("self",), skip_locked=True).order_by("asked_at", "pk")
    file = locked.select_related("issue__journal", "editor").first()
    if file is not None:
        with translation.override(file.findings_language):
            make(file)
    return file


def make(file: IssueFile) -> None:
    """Makes the file and saves it, or that it cannot be made."""
    articles = makeup_articles(file.issue)
    try:
        with transaction.atomic():
            made = MAKERS[file.kind](file)
    except NoArticles:
        fail(file, _("The issue has no articles yet."))
    except TypesettingFailed:
        fail(file, _("The issue cannot be typeset: it is too long, or its pictures are too large."))
    except Exception:  # a fault of the program must not stop the worker
        logger.exception("the file of issue %s failed", file.issue_id)
        fail(file, _("The program failed. Its log says why: tell the administrator."))
    else:
        store(file, made, articles)


def fail(file: IssueFile, message: str) -> None:
    file.state = IssueFile.State.FAILED
    file.findings = [["", "blocks", message, ""]]
    file.save(update_fields=["state", "findings"])


def store(file: IssueFile, made: MadeFile, articles: Iterable[MakeupArticle]) -> None:
    """Saves the file in storage; an earlier one is deleted once the row leads to the new one."""
    earlier = file.path
    name = f"{folder_of(file.issue_id)}/{stem_of(file.issue)}.{file.kind}"
    file.path = default_storage.save(name, ContentFile(made.content))
    file.size, file.page_count = len(made.content), made.page_count
    file.articles = [
        [article.pk, article.version, *made.pages.get(article.pk, ("", ""))] for article in articles
    ]
    file.findings = [
        [title, finding.level.value, str(finding.message), str(finding.remedy)]
        for title, finding in made.findings
    ]
    file.state, file.made_at = IssueFile.State.MADE, timezone.now()
    file.save()
    if earlier:
        transaction.on_commit(lambda: default_storage.delete(earlier))


def folder_of(issue_id: int) -> str:
    return f"issue-files/{issue_id}"
