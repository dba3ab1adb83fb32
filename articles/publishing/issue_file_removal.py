"""Files made of an issue leave storage with it; uploads, and what revisions name, stay."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete

from articles.editing.uploads import files_below
from articles.models import Issue, IssueFile, Revision

from .issue_files import folder_of


def connect_removal() -> None:
    """Signals, since issues are deleted in the admin, with others at once, and by a cascade."""
    post_delete.connect(remove_files, sender=Issue)
    post_delete.connect(remove_public_copy, sender=IssueFile)


def remove_files(instance: Issue, **kwargs: Any) -> None:
    """Deletes the folder of the issue: a worker may have stored more than the row knew."""
    folder = folder_of(instance.pk)
    transaction.on_commit(partial(delete_folder, folder), robust=True)


def delete_folder(folder: str) -> None:
    for path in list(files_below(folder)):
        default_storage.delete(path)


def remove_public_copy(instance: IssueFile, **kwargs: Any) -> None:
    if instance.public_path:
        transaction.on_commit(partial(delete_unnamed, instance.public_path), robust=True)


def delete_unnamed(path: str) -> None:
    """Deletes a file of `issues/` if no row names it: equal files of several issues are one."""
    issues = Issue.objects.filter(Q(pdf=path) | Q(epub=path))
    copies = IssueFile.objects.filter(public_path=path)
    revisions = Revision.objects.filter(stored__contains=path)
    if not (issues.exists() or copies.exists() or revisions.exists()):
        default_storage.delete(path)
