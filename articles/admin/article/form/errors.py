"""What is wrong, as the list above the form tells it: where, with the way there, and what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.utils.text import capfirst

from articles.admin.trilingual import language_of

from ..wording.labels import ONE_OF, with_language

ROWS = {
    "authorships": ONE_OF["authors"],
    "affiliations": ONE_OF["affiliations"],
    "fundings": ONE_OF["funding"],
    "galleys": ONE_OF["galleys"],
    "relations": ONE_OF["relations"],
}


class Told(msgspec.Struct, frozen=True):
    label: str
    anchor: str  # an id on the page
    message: str


def told(form: Any, rows: str = "") -> Iterator[Told]:
    """Each message of each input, and of the form as a whole."""
    for name, messages in form.errors.items():
        field = form[name] if name in form.fields else None
        label = " – ".join(filter(None, (row_label(form, rows), field_label(field))))
        for message in messages:
            yield Told(label, anchor(form, field, rows), message)


def row_label(row: Any, rows: str) -> str:
    """`Author 2`, by the number that the row shows."""
    if not rows:
        return ""
    place = int(row.prefix.rpartition("-")[2]) + 1
    return str(ROWS[rows]) % {"number": row.cleaned_data.get("order") or place}


def field_label(field: Any) -> str:
    """`Title (Русский)`; nothing for what the page does not show, nor for a file: it is the row."""
    if field is None or field.is_hidden or field.name == "upload":
        return ""
    return with_language(capfirst(str(field.label)), language_of(field.name))


def anchor(form: Any, field: Any, rows: str) -> str:
    """What is hidden is found at its row."""
    if field is not None and not field.is_hidden:
        return str(field.id_for_label)
    return form.prefix if rows else ""
