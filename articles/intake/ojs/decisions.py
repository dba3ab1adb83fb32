"""An editor's decisions on a plan: for whole groups, for sections, locales and numbers of issues.

The file is JSON:

    {"groups": {"capital_title": "repair"}, "locales": {"de_DE": "en"},
     "sections": {"5": 12}, "issues": {"32": {"number": "3"}}}
"""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.imports.exceptions import Unreadable, from_validation_error
from articles.imports.json_file import read_trees
from articles.records.languages import Language

from .groups import GROUPS, Choice


class NumbersDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Numbers of an issue that OJS hides or has otherwise."""

    year: int | None = None
    volume: str | None = None
    number: str | None = None
    part: str | None = None
    through_number: str | None = None


class Decisions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is not decided is as the first choice of each group says."""

    groups: dict[str, Choice] = {}
    locales: dict[str, Language] = {}
    sections: dict[str, int | None] = {}  # identifier or abbreviation in OJS: key of a section here
    issues: dict[str, NumbersDecision] = {}  # by identifier in OJS

    def choice(self, group: str) -> Choice | None:
        choices = GROUPS[group].choices
        return self.groups.get(group) or (choices[0] if choices else None)


def read_decisions(content: bytes) -> Decisions:
    """Raises Unreadable with the field for anything that is no decision."""
    trees = read_trees(content)
    try:
        decisions = msgspec.convert(trees[0], Decisions)
    except msgspec.ValidationError as error:
        raise from_validation_error(error) from error
    for group, choice in decisions.groups.items():
        if group not in GROUPS:
            message = _("There is no such group. The groups are: %(known)s.")
            raise Unreadable(str(message) % {"known": ", ".join(GROUPS)}, field=f"groups.{group}")
        if choice not in GROUPS[group].choices:
            known = ", ".join(GROUPS[group].choices)
            message = _("This group has no such choice. Its choices are: %(known)s.")
            raise Unreadable(str(message) % {"known": known or "–"}, field=f"groups.{group}")
    return decisions
