"""Repairs of what is suspicious in a version of an article, one group each, in this order."""

from __future__ import annotations

from collections.abc import Callable

from articles.imports.ojs.values import Version

from ..decisions import Decisions
from ..groups import Choice, PlanFinding
from .abstract_keywords import move_keywords
from .byline import leave_out_contributors
from .capitals import repair_capital_names, repair_capital_titles
from .classification import move_codes
from .galleys import take_languages_of_labels
from .keywords import split_keywords
from .letters import leave_out_texts
from .names import move_affiliations, move_degrees, split_names

Repair = Callable[[Version, Choice], tuple[Version, list[PlanFinding]]]

# By group. A repair finds the same places whatever the choice, and changes the version by it.
REPAIRS: dict[str, Repair] = {
    "contributor": leave_out_contributors,
    "affiliation_in_name": move_affiliations,
    "degree_in_name": move_degrees,
    "whole_name": split_names,
    "capital_name": repair_capital_names,
    "classification": move_codes,
    "keywords_in_abstract": move_keywords,
    "joined_keywords": split_keywords,
    "capital_title": repair_capital_titles,
    "other_letters": leave_out_texts,
    "galley_language": take_languages_of_labels,
}


def repair(version: Version, decisions: Decisions) -> tuple[Version, list[PlanFinding]]:
    """The version as the decisions want it, and every place that was found."""
    findings: list[PlanFinding] = []
    for group, repair_group in REPAIRS.items():
        version, places = repair_group(version, decisions.choice(group) or "leave")
        findings += places
    return version, findings
