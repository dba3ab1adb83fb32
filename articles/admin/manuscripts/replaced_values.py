"""Typed values that a second reading replaced: named on the review page, and put back on request.

The page carries them in hidden inputs, `earlier.` and the name of the field, until it is saved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from articles.admin.article.wording.labels import FieldLabel, field_label
from articles.records.cleaning import clean_line
from articles.records.diff import Path
from articles.records.record import Record

from .review_form import ReviewForm

PREFIX = "earlier."
PUT_BACK = "_put_back"  # the button; its value is the name of the field


class ReplacedValue(msgspec.Struct, frozen=True, kw_only=True):
    """What an editor had typed; `has_field` is false where the form has no such field now."""

    name: str
    label: FieldLabel
    text: str
    has_field: bool

    @property
    def input(self) -> str:
        return f"{PREFIX}{self.name}"


def carried_values(
    earlier: ReviewForm, posted: Mapping[str, str], new: Mapping[str, str]
) -> dict[str, str]:
    """The hidden inputs for what was typed over the values of `earlier` and is not in `new`."""
    carried = {name: text for name, text in posted.items() if name.startswith(PREFIX)}
    for field in earlier.fields:
        typed = posted.get(field.name, "")
        is_typed = clean_line(typed) not in ("", clean_line(field.typed))
        if is_typed and new.get(field.name, "") != typed:
            carried[f"{PREFIX}{field.name}"] = typed
    return carried


def with_values_apart(form: ReviewForm, recovered: Mapping[str, str]) -> dict[str, str]:
    """The recovered form, with text whose field is gone in hidden inputs: it was read again."""
    names = {field.name for field in form.fields}
    gone = {
        name
        for name in recovered
        if name not in names and path_of(name)[0] in Record.__struct_fields__
    }
    return {f"{PREFIX}{name}" if name in gone else name: recovered[name] for name in recovered}


def replaced_values(form: ReviewForm, posted: Mapping[str, str]) -> Iterator[ReplacedValue]:
    """The values in the hidden inputs that are not in their fields again."""
    names = {field.name for field in form.fields}
    for name, text in posted.items():
        field = name.removeprefix(PREFIX)
        if field != name and clean_line(posted.get(field, "")) != clean_line(text):
            yield ReplacedValue(
                name=field, label=field_label(path_of(field)), text=text, has_field=field in names
            )


def with_value_back(posted: Mapping[str, str]) -> dict[str, str]:
    """What was sent, with the value of the pressed button in its field."""
    data = {name: posted[name] for name in posted}
    name = data.get(PUT_BACK, "")
    if f"{PREFIX}{name}" in data:
        data[name] = data[f"{PREFIX}{name}"]
    return data


def path_of(name: str) -> Path:
    """`authors.0.email` → ("authors", 0, "email")"""
    return tuple(
        int(part) if part.isascii() and part.isdecimal() and len(part) < 6 else part
        for part in name.split(".")
    )
