"""Why a file was not imported: reasons that name the article, the field and the remedy."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.db import DatabaseError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.records.findings import Finding

# Field and message for the constraints of the database, by their names.
CONSTRAINTS: dict[str, tuple[str, str | Promise]] = {
    "article_doi_once": ("doi", _("Another article has this DOI.")),
    "article_doi_form": ("doi", _("This is not a DOI.")),
    "article_published_has_a_date": (
        "published_on",
        _("A published article must have a publication date."),
    ),
    "article_issue_of_its_journal": ("issue", _("This issue belongs to another journal.")),
    "article_section_of_its_journal": ("section", _("This section belongs to another journal.")),
    "relation_has_a_target": ("relations", _("A relation needs an article or a DOI.")),
    "relation_not_to_itself": ("relations", _("An article cannot be related to itself.")),
}


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One reason. `record` is the number of the article, counted from 1, in a file of several."""

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

    def __init__(self, reasons: Iterable[Reason]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("\n".join(map(str, self.reasons)))


def not_imported(
    message: str | Promise, field: str = "", *, number: int | None = None, **values: object
) -> NotImported:
    """The exception for a single reason; `values` fill the message."""
    return NotImported([Reason(message=str(message) % values, field=field, record=number)])


def reasons_of(findings: Iterable[Finding], number: int | None = None) -> list[Reason]:
    return [
        Reason(
            message=" ".join(filter(None, (str(finding.message), str(finding.remedy)))),
            field=finding.field,
            language=finding.language,
            record=number,
        )
        for finding in findings
    ]


def database_refusal(error: DatabaseError, number: int | None = None) -> NotImported:
    """The exception for a broken constraint; the database's own message if it is unknown here."""
    diagnosis = getattr(error.__cause__, "diag", None)
    constraint = getattr(diagnosis, "constraint_name", None) or ""
    if constraint in CONSTRAINTS:
        field, message = CONSTRAINTS[constraint]
        return not_imported(message, field, number=number)
    field = ".".join(filter(None, map(str, _table_and_column(diagnosis))))
    said = getattr(diagnosis, "message_primary", None) or str(error).partition("\n")[0]
    message = _("The database rejected a value: %(said)s")
    return not_imported(message, field, number=number, said=said)


def _table_and_column(diagnosis: object) -> tuple[str, str]:
    table = str(getattr(diagnosis, "table_name", None) or "").removeprefix("articles_")
    return table, getattr(diagnosis, "column_name", None) or ""
