"""A field of the review form: one value of the record, with the lines that it comes from."""

from __future__ import annotations

import msgspec

from articles.admin.article.wording.labels import field_label
from articles.records.diff import Path


class Option(msgspec.Struct, frozen=True):
    value: str
    label: str


class SecondChoice(msgspec.Struct, frozen=True):
    """What printed lines were nearly taken for, as the page offers it."""

    key: str  # of the second reading
    label: str
    text: str  # the lines as printed


class ReviewField(msgspec.Struct, kw_only=True):
    """One input. `kind` says how its value is typed: a key of `field_values.PARSERS`."""

    path: Path
    label: str
    kind: str = "text"
    language: str = ""
    typed: str = ""
    lines: tuple[int, ...] = ()  # numbers of lines of the manuscript
    sureness: str = ""
    note: str = ""  # a printed value that was left out, and why
    error: str = ""
    options: tuple[Option, ...] = ()
    offered: str = ""  # the value that was read, as the form first shows it
    seconds: tuple[SecondChoice, ...] = ()

    @property
    def name(self) -> str:
        return ".".join(map(str, self.path))

    @property
    def id(self) -> str:
        return "c-" + "-".join(map(str, self.path))

    @property
    def value_path(self) -> Path:
        """The path of the value that the field belongs to: a name in one language has parts."""
        return self.path[:4] if self.is_of_name else self.path

    @property
    def full_label(self) -> str:
        """The label of that value with its row: `Author 2: name`, `Author 2: email`."""
        return field_label(self.value_path).label

    @property
    def is_of_name(self) -> bool:
        return "names" in self.path

    @property
    def is_doubtful(self) -> bool:
        """An unsure name makes none of its parts doubtful that it does not have."""
        is_unsure = self.sureness == "doubtful" and not (self.is_of_name and not self.typed)
        return bool(self.error or self.note) or is_unsure

    @property
    def first_line(self) -> int | None:
        return self.lines[0] if self.lines else None

    @property
    def line_list(self) -> str:
        return " ".join(map(str, self.lines))
