"""The numbers of an issue as readers and editors know it, in the active language."""

from __future__ import annotations

from typing import Protocol

from django.utils.translation import gettext as _


class Numbered(Protocol):
    """An issue, as a row or as facts."""

    @property
    def volume(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def through_number(self) -> str: ...


def number_label(issue: Numbered, space: str = "\N{NO-BREAK SPACE}") -> str:
    """Return `№ 1 (134)`, the volume before it, the part behind it; `space` follows the sign №."""
    volume = _("vol. %(volume)s") % {"volume": issue.volume} if issue.volume else ""
    number = f"№{space}{issue.number}" if issue.number else ""
    through = f"({issue.through_number})" if issue.through_number else ""
    part = _("part %(part)s") % {"part": issue.part} if issue.part else ""
    numbers = " ".join(filter(None, (number, through)))
    return ", ".join(filter(None, (volume, numbers, part)))
