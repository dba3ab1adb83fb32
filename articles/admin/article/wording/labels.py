"""A label of a record's field with its language, where it has one."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext as _

from articles.admin.trilingual import NATIVE
from articles.records.diff import Path
from articles.records.field_labels import path_label
from articles.records.languages import LANGUAGES


class FieldLabel(msgspec.Struct, frozen=True):
    label: str
    language: str = ""

    def __str__(self) -> str:
        """`Title (Русский)`."""
        return with_language(self.label, self.language)

    @property
    def language_name(self) -> str:
        return NATIVE.get(self.language, "")


def with_language(label: str, code: str | None) -> str:
    if not code:
        return label
    return _("%(field)s (%(language)s)") % {"field": label, "language": NATIVE[code]}


def field_label(path: Path) -> FieldLabel:
    """("authors", 1, "names", "kk", "family") → `Author 2: family name`, kk."""
    language = next((str(part) for part in path[1:] if part in LANGUAGES), "")
    return FieldLabel(path_label(path), language)
