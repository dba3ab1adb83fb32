"""An editor's decisions on a plan, from the form of the page."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.imports import Unreadable
from articles.intake.ojs.decisions import Decisions, NumbersDecision, read_decisions
from articles.intake.ojs.uploads.jobs import decisions_of
from articles.models import OjsImport

from ..numbers import parse_number

NUMBERS = tuple(field.name for field in msgspec.structs.fields(NumbersDecision))
LONGEST = 20  # characters of a number of an issue


def decisions_from(form: QueryDict, ojs_import: OjsImport) -> Decisions:
    """What was decided before, and over it what the form has. Raises Unreadable."""
    decisions: dict[str, dict[str, Any]] = msgspec.to_builtins(decisions_of(ojs_import))
    for name, value in form.items():
        part, _separator, key = name.partition(":")
        if part == "group":
            decisions["groups"][key] = value
        elif part == "locale":
            set_or_remove(decisions["locales"], key, str(value))
        elif part == "section":
            set_or_remove(decisions["sections"], key, parse_number(value))
        elif part == "issue":
            set_number(decisions["issues"], key, str(value).strip())
    check_sections(decisions["sections"], ojs_import)
    return read_decisions(msgspec.json.encode(decisions))


def set_or_remove(values: dict[str, Any], key: str, value: object) -> None:
    if value:
        values[key] = value
    else:
        values.pop(key, None)


def set_number(issues: dict[str, Any], key: str, value: str) -> None:
    """`key` is `number:32`: the number of issue 32 there; '' leaves it. Raises Unreadable."""
    field, _separator, issue = key.partition(":")
    if field not in NUMBERS:
        return
    numbers = issues.setdefault(issue, {})
    if field == "year" and value and not 1800 <= parse_number(value) <= 2200:
        raise Unreadable(_("A year has four digits, such as 2019."), field="year")
    if len(value) > LONGEST:
        raise Unreadable(_("A number of an issue has at most 20 characters."), field=field)
    numbers[field] = (parse_number(value) if field == "year" else value) or None


def check_sections(sections: dict[str, int | None], ojs_import: OjsImport) -> None:
    """Raises Unreadable for a section of another journal."""
    own = set(ojs_import.journal.sections.values_list("pk", flat=True))
    for key in sections.values():
        if key is not None and key not in own:
            raise Unreadable(_("The journal has no section %(key)d.") % {"key": key})
