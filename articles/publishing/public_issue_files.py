"""Files of an issue that were made here, given to readers as the issue's PDF and EPUB."""

from __future__ import annotations

from functools import partial
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editing.files import ISSUE_BYTES
from articles.models import Article, Issue, IssueFile
from articles.records.languages import prefer
from articles.records.markup import flat

from .issue_file_pages import ArticlesChanged, is_current
from .makeup import MakeupArticle, makeup_articles
from .packages.contents import stem_of

PUBLIC_KINDS = (IssueFile.Kind.PDF, IssueFile.Kind.EPUB)  # the fields of an issue, too


class NotForReaders(Exception):
    """The file cannot become public; the message says why and what to do."""


def is_public(file: IssueFile) -> bool:
    """Whether readers are given a copy of the file, and not one that an editor uploaded."""
    return bool(file.public_path) and path_of(file) == file.public_path


def has_upload(file: IssueFile) -> bool:
    """Whether the issue has another file in its place."""
    return path_of(file) not in ("", file.public_path)


def path_of(file: IssueFile) -> str:
    """Where the file that readers get is in storage."""
    return getattr(file.issue, file.kind).name or ""


@transaction.atomic
def publish_file(file: IssueFile) -> None:
    """Gives readers a copy of the file; an earlier copy made here is deleted.

    Raises ArticlesChanged, and NotForReaders for a file with a text that readers do not have.
    """
    articles = makeup_articles(file.issue)
    if not is_current(file, articles):
        raise ArticlesChanged
    if has_upload(file):
        message = _(
            "An editor uploaded this file of the issue, and it stays. "
            "Delete it in the form of the issue first."
        )
        raise NotForReaders(message)
    if file.size > ISSUE_BYTES:
        message = _("The file is larger than %(size)d MB. Make its pictures smaller.")
        raise NotForReaders(message % {"size": ISSUE_BYTES // 2**20})
    require_released(articles)
    store_copy(file)


def require_released(articles: list[MakeupArticle]) -> None:
    """Raises NotForReaders, with the titles of articles whose latest version is not public."""
    released = dict(
        Article.objects.readable()
        .filter(pk__in=[article.pk for article in articles])
        .values_list("pk", "released__version")
    )
    titles = [
        flat(prefer(article.record.title, article.record.language)) or f"№ {article.pk}"
        for article in articles
        if released.get(article.pk) != article.version
    ]
    if titles:
        message = _(
            "Readers do not have these texts yet: %(titles)s. Publish or release them first."
        )
        raise NotForReaders(message % {"titles": "; ".join(titles)})


def store_copy(file: IssueFile) -> None:
    """Each content has a path of its own; the name, and so the address, stays the same."""
    with default_storage.open(file.path) as stored:
        content = stored.read()
    earlier = file.public_path
    name = f"issues/{sha256(content).hexdigest()[:16]}/{stem_of(file.issue)}.{file.kind}"
    if not default_storage.exists(name):
        name = default_storage.save(name, ContentFile(content))
    file.public_path, file.published_at = name, timezone.now()
    file.save(update_fields=["public_path", "published_at"])
    set_file(file.issue, file.kind, name, len(content))
    if earlier and earlier != name:
        transaction.on_commit(partial(default_storage.delete, earlier))


def set_file(issue: Issue, kind: str, path: str, size: int) -> None:
    setattr(issue, kind, path)
    setattr(issue, f"{kind}_size", size)
    issue.save(update_fields=[kind, f"{kind}_size", "facts_changed_at"])


@transaction.atomic
def take_back_files(issue: Issue) -> None:
    """Takes the files that were made here from readers, and deletes their copies."""
    for file in issue.made_files.exclude(public_path=""):
        path = file.public_path
        if is_public(file):
            set_file(issue, file.kind, "", 0)
        file.public_path, file.published_at = "", None
        file.save(update_fields=["public_path", "published_at"])
        transaction.on_commit(partial(default_storage.delete, path))
