"""Why a file was not taken: each reason with its article, its field and what to do."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.db import DatabaseError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding

# The database's own rules by name; what is not here is told in general words.
RULES: dict[str, tuple[str, str | Promise]] = {
    "article_doi_once": ("doi", _("Another article has this DOI.")),
    "article_doi_form": ("doi", _("This is no DOI.")),
    "article_published_has_a_date": ("published_on", _("What is published has its date.")),
    "article_issue_of_its_journal": ("issue", _("This issue belongs to another journal.")),
    "article_section_of_its_journal": ("section", _("This section belongs to another journal.")),
    "relation_has_a_target": ("relations", _("A relation names an article or a DOI.")),
    "relation_not_to_itself": ("relations", _("An article has no relation to itself.")),
}


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """One reason; `record` is the article's place in its file, where it holds several."""

    message: str
    field: str = ""
    language: str | None = None
    record: int | None = None

    def __str__(self) -> str:
        number = str(_("record %(record)d")) % {"record": self.record} if self.record else ""
        field = f"{self.field} ({self.language})" if self.language else self.field
        return ": ".join(filter(None, (number, field, self.message)))


class NotImported(ValueError):
    """Nothing of the file was saved."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__("\n".join(map(str, self.refusals)))


def refused(
    message: str | Promise, field: str = "", *, number: int | None = None, **values: object
) -> NotImported:
    return NotImported([Refusal(message=str(message) % values, field=field, record=number)])


def from_findings(findings: Iterable[Finding], number: int | None = None) -> list[Refusal]:
    return [
        Refusal(
            message=" ".join(filter(None, (str(finding.message), str(finding.remedy)))),
            field=finding.field,
            language=finding.language,
            record=number,
        )
        for finding in findings
    ]


def from_database(error: DatabaseError, number: int | None = None) -> NotImported:
    """The rule that the database kept, in words; its own words where we have none."""
    diagnosis = getattr(error.__cause__, "diag", None)
    rule = getattr(diagnosis, "constraint_name", None) or ""
    if rule in RULES:
        field, message = RULES[rule]
        return refused(message, field, number=number)
    field = ".".join(filter(None, map(str, _named(diagnosis))))
    said = getattr(diagnosis, "message_primary", None) or str(error).partition("\n")[0]
    return refused(_("The database refuses a value: %(said)s"), field, number=number, said=said)


def _named(diagnosis: object) -> tuple[object, object]:
    table = str(getattr(diagnosis, "table_name", None) or "").removeprefix("articles_")
    return table, getattr(diagnosis, "column_name", None) or ""
