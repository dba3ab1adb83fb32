"""A plan as its page shows it: issues, then groups of findings, each with its choices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec
from django.utils.functional import Promise

from articles.intake.ojs.contents import KINDS
from articles.intake.ojs.decisions import Decisions, NumbersDecision
from articles.intake.ojs.groups import CHOICES, GROUPS, Choice, Group, PlanFinding
from articles.intake.ojs.places import place_words
from articles.intake.ojs.plan_text import REASONS
from articles.intake.ojs.planned import Plan, PlannedIssue, PlannedSection
from articles.records.findings import Level
from articles.records.languages import Text

SHOWN = 100  # places of a group
MARKS = {Level.BLOCKS: "bad", Level.WARNS: "warn", Level.NOTES: ""}
NUMBERED = ("no_year", "same_numbers")  # groups in which the editor may number an issue


class Place(msgspec.Struct, frozen=True):
    """A finding with the issue in which it stands."""

    issue: PlannedIssue
    finding: PlanFinding

    @property
    def text(self) -> str | Promise:
        return REASONS.get(self.finding.text, self.finding.text)

    @property
    def words(self) -> str:
        return place_words(self.finding)


class GroupView(msgspec.Struct, frozen=True, kw_only=True):
    group: Group
    count: int
    places: list[Place]
    choice: Choice | None

    @property
    def more_count(self) -> int:
        return self.count - len(self.places)

    @property
    def mark(self) -> str:
        """The class of its badge."""
        return MARKS[self.group.level]

    @property
    def choices(self) -> list[tuple[Choice, str | Promise]]:
        return [(choice, CHOICES[choice]) for choice in self.group.choices]


class SectionView(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    title: Text
    chosen: int | None


class NumbersView(msgspec.Struct, frozen=True, kw_only=True):
    """An issue whose numbers the editor may give."""

    issue: PlannedIssue
    numbers: NumbersDecision


class PlanView(msgspec.Struct, frozen=True, kw_only=True):
    plan: Plan
    groups: list[GroupView]
    sections: list[SectionView]
    locales: list[tuple[str, str]]  # of texts that will not come, and the language chosen for them
    numbers: list[NumbersView]

    @property
    def contents(self) -> list[tuple[str | Promise, int]]:
        """What comes with the articles: the name of each kind, and how much of it."""
        return [(KINDS[kind], count) for kind, count in self.plan.contents.items()]

    @property
    def user_groups(self) -> list[tuple[str, int]]:
        return list(self.plan.user_groups.items())

    @property
    def article_count(self) -> int:
        return sum(len(issue.coming) for issue in self.plan.issues)

    @property
    def issue_count(self) -> int:
        return sum(bool(issue.coming) for issue in self.plan.issues)


def plan_view(plan: Plan, decisions: Decisions) -> PlanView:
    places: dict[str, list[Place]] = defaultdict(list)
    for issue, finding in plan.findings:
        places[finding.group].append(Place(issue, finding))
    return PlanView(
        plan=plan,
        groups=[group_view(GROUPS[key], places[key], decisions) for key in GROUPS if places[key]],
        sections=[section_view(section, decisions) for section in plan.sections],
        locales=[
            (locale, decisions.locales.get(locale, "")) for locale in locales(places, decisions)
        ],
        numbers=list(numbers_views(places, decisions)),
    )


def group_view(group: Group, places: list[Place], decisions: Decisions) -> GroupView:
    choice = decisions.choice(group.key)
    return GroupView(group=group, count=len(places), places=places[:SHOWN], choice=choice)


def section_view(section: PlannedSection, decisions: Decisions) -> SectionView:
    chosen = decisions.sections.get(section.id)
    return SectionView(id=section.id, title=section.title, chosen=chosen)


def locales(places: dict[str, list[Place]], decisions: Decisions) -> list[str]:
    """Those of texts that will not come: a finding begins with its locale."""
    unknown = (*places["unknown_locale"], *places["unknown_language"])
    found = [place.finding.text.partition(":")[0] for place in unknown]
    return sorted({*found, *decisions.locales})


def numbers_views(places: dict[str, list[Place]], decisions: Decisions) -> Iterator[NumbersView]:
    issues = {place.issue.id: place.issue for group in NUMBERED for place in places[group]}
    for key, issue in issues.items():
        if key:
            yield NumbersView(issue=issue, numbers=decisions.issues.get(key, NumbersDecision()))
