"""Every file that the database names, with its checksum where one is kept."""

from __future__ import annotations

from typing import NamedTuple

from django.apps import apps
from django.db import connection
from django.db.models import FileField, Model

from articles.models import IssueFile, Manuscript

# Of every revision: readers are given the files of the released one, history those of the others.
OF_REVISIONS = """
    SELECT DISTINCT galley ->> 'path', galley ->> 'checksum'
    FROM articles_revision, jsonb_array_elements(stored::jsonb -> 'galleys') galley
    WHERE stored LIKE '%"galleys"%'
"""


class FileChecksum(NamedTuple):
    path: str
    checksum: str  # SHA-256; '' where none is kept, as of covers


def file_checksums() -> list[FileChecksum]:
    """Return the files in the order of their paths; one that several rows name is listed once."""
    found = {path: checksum for path, checksum in files_of_fields() if path}
    with connection.cursor() as cursor:
        cursor.execute(OF_REVISIONS)
        found |= {path: checksum for path, checksum in cursor.fetchall() if path}
    found |= dict.fromkeys(files_of_issues(), "")
    manuscripts = Manuscript.objects.order_by().values_list("path", "checksum")
    found |= dict(manuscripts)
    return [FileChecksum(path, checksum or "") for path, checksum in sorted(found.items())]


def files_of_fields() -> list[tuple[str, str]]:
    """The files of all models' file fields; those of galleys are among the revisions' too."""
    return [
        (path, "")
        for model in apps.get_app_config("articles").get_models()
        for field in file_fields(model)
        for path in model._default_manager.order_by().values_list(field, flat=True)
    ]


def files_of_issues() -> list[str]:
    """The files that were made of issues; the copies for readers are the issues' own files."""
    made = IssueFile.objects.order_by().exclude(path="")
    return list(made.values_list("path", flat=True))


def file_fields(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.get_fields() if isinstance(field, FileField)]
