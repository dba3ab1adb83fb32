"""What a plan finds, in groups: an editor decides once for each group, not for each article."""

from __future__ import annotations

from typing import Literal

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.findings import Level
from articles.records.languages import Language

Choice = Literal["refuse", "leave_out", "leave", "move", "split", "repair", "import"]

# What becomes of the places in a group.
CHOICES: dict[Choice, str | Promise] = {
    "refuse": _("reject the issue"),
    "leave_out": _("leave out"),
    "leave": _("leave as it is"),
    "move": _("move to its place"),
    "split": _("split"),
    "repair": _("use the proposal"),
    "import": _("import"),
}


class Group(msgspec.Struct, frozen=True):
    """A kind of finding; the first of its choices is taken if nothing is decided."""

    key: str
    level: Level
    title: str | Promise
    choices: tuple[Choice, ...] = ()


class PlanFinding(msgspec.Struct, frozen=True, kw_only=True):
    """One place: the article's identifier in OJS, the field, what stands there, the proposal."""

    group: str
    article: str = ""
    title: str = ""
    field: str = ""
    language: Language | None = None
    text: str = ""
    proposal: str = ""
    line: int = 0  # of the export

    def is_blocking(self, choice: Choice | None) -> bool:
        return GROUPS[self.group].level is Level.BLOCKS and choice == "refuse"


BLOCKS, WARNS, NOTES = Level.BLOCKS, Level.WARNS, Level.NOTES

GROUPS: dict[str, Group] = {
    group.key: group
    for group in (
        Group(
            "broken_file",
            BLOCKS,
            _("A file is damaged, or not what the export says"),
            ("refuse", "leave_out"),
        ),
        Group(
            "other_journal",
            BLOCKS,
            _("The issue seems to be another journal's"),
            ("refuse", "import"),
        ),
        Group(
            "unknown_language",
            BLOCKS,
            _("The language of the article is not Kazakh, Russian or English"),
            ("refuse", "leave_out", "import"),
        ),
        Group(
            "no_known_title",
            BLOCKS,
            _("No title of the article is in Kazakh, Russian or English"),
            ("refuse", "leave_out"),
        ),
        Group("doi_elsewhere", BLOCKS, _("Another article has this DOI"), ("refuse", "leave_out")),
        Group(
            "subscription",
            BLOCKS,
            _("The issue was for subscribers only, and would be open to all"),
            ("refuse", "import"),
        ),
        Group(
            "long_number",
            BLOCKS,
            _("The volume or number of the issue is longer than 20 characters"),
            ("refuse",),
        ),
        Group("no_year", BLOCKS, _("The year of the issue is unknown"), ("refuse",)),
        Group(
            "same_numbers",
            BLOCKS,
            _("Another issue has this year, volume and number"),
            ("refuse", "import"),
        ),
        Group(
            "invalid_article",
            BLOCKS,
            _("The article cannot be stored as it is"),
            ("refuse", "leave_out"),
        ),
        Group(
            "classification",
            WARNS,
            _("IRSTI or UDC stands among keywords, subjects or in the abstract"),
            ("move", "leave"),
        ),
        Group(
            "affiliation_in_name",
            WARNS,
            _("An affiliation stands in a family name"),
            ("move", "leave"),
        ),
        Group("degree_in_name", WARNS, _("A degree stands in a name"), ("move", "leave")),
        Group(
            "whole_name",
            WARNS,
            _("A whole name stands in one field, or one name in both"),
            ("split", "leave"),
        ),
        Group(
            "keywords_in_abstract",
            WARNS,
            _("Keywords stand as the last line of an abstract"),
            ("move", "leave"),
        ),
        Group(
            "joined_keywords",
            WARNS,
            _("Several keywords stand in one, or with the label or the mark of a list"),
            ("split", "leave"),
        ),
        Group("capital_title", WARNS, _("A title is in capitals"), ("leave", "repair")),
        Group("capital_name", WARNS, _("A family name is in capitals"), ("leave", "repair")),
        Group(
            "other_letters",
            WARNS,
            _("A text is not in the letters of its language"),
            ("leave", "leave_out"),
        ),
        Group(
            "contributor",
            WARNS,
            _("A contributor is not an author, such as a translator"),
            ("leave", "leave_out"),
        ),
        Group(
            "galley_language",
            WARNS,
            _("The label of a galley names another language than its locale"),
            ("leave", "repair"),
        ),
        Group("missing_file", WARNS, _("A file is missing: the galley will not come")),
        Group(
            "other_language",
            WARNS,
            _("The title is missing in the language of the article: that of the title is taken"),
        ),
        Group("future_day", WARNS, _("The day of publication lies ahead: it comes as a draft")),
        Group("no_issue", WARNS, _("It belongs to no issue of the export: it comes without one")),
        Group(
            "same_identifier",
            WARNS,
            _("The export gives this identifier twice: both come"),
        ),
        Group("unknown_locale", WARNS, _("A text in another language will not come")),
        Group("invalid_value", WARNS, _("A value is not valid and will not come")),
        Group("titled_numbers", WARNS, _("The numbers of the issue were read from its title")),
        Group("galley_label", NOTES, _("The label of a galley gave it its language")),
        Group("no_section", NOTES, _("Only the abbreviation of its section is known")),
        Group("markup", NOTES, _("Tags or entities stand in a title")),
        Group(
            "remote_galley", NOTES, _("A galley is on another site: readers are given its address")
        ),
        Group("no_place", NOTES, _("There is no field for this: it will not come")),
        Group("two_issues", NOTES, _("The article is in two issues of the export")),
        Group("gap", NOTES, _("Something is missing")),
        Group("unpublished", NOTES, _("Not published in OJS: it stays behind")),
    )
}
