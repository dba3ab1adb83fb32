"""The findings panel: what has to be corrected, what is complete, which receivers refuse it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.exports import FORMATS
from articles.preflight.matrix import Row, completeness, is_complete
from articles.preflight.receivers import is_sent_to
from articles.records.diff import Path, parse_path
from articles.records.findings import Finding, Level
from articles.records.languages import LANGUAGES
from articles.records.plain_fields import TRILINGUAL
from articles.records.record import Record

from ..trilingual import NATIVE
from .wording.labels import field_label

LEVEL_LABELS = {Level.BLOCKS: _("Error"), Level.WARNS: _("Warning"), Level.NOTES: _("Note")}
LEVEL_CLASSES = {Level.BLOCKS: "bad", Level.WARNS: "warn", Level.NOTES: "note"}  # of CSS
JOURNAL_RULES = ("journal", "language", "identifiers")
# The record's lists that findings link into: the prefix of their rows, and the input of a part.
ROW_PREFIXES = {"authors": "authorships", "affiliations": "affiliations", "funding": "fundings"}
INPUTS = {"names": "family_name", "collective": "collective", "name": "name", "bio": "bio"}
TRANSLATED = (
    *TRILINGUAL,
    *("keywords", "unit", "city", "funder", "degree", "academic_title", "post"),
    *INPUTS.values(),
)
PARTS_OF_RECORD = ("statements", "internal")  # whose fields have inputs of their own
WITHOUT_INPUT = ("journal", "relations", "galleys", "external_files", "site")


class PanelEntry(msgspec.Struct, frozen=True):
    """A finding in the panel; `url` leads to its input, where there is one."""

    finding: Finding
    label: str
    url: str = ""

    @property
    def level(self) -> Promise:
        return LEVEL_LABELS[self.finding.level]

    @property
    def css_class(self) -> str:
        return LEVEL_CLASSES[self.finding.level]

    @property
    def receiver(self) -> str:
        """The receiver that demands it; '' for a rule of the journal's own."""
        if self.finding.rule in JOURNAL_RULES:
            return ""
        format = FORMATS.get(self.finding.rule)
        return format.label if format else self.finding.rule


class Receiver(msgspec.Struct, frozen=True):
    label: str
    refusals: int


class FindingsPanel(msgspec.Struct, frozen=True):
    entries: tuple[PanelEntry, ...]
    blocks: int
    warns: int
    notes: int
    rows: tuple[Row, ...]  # of the table of completeness
    complete: int  # cells of that table
    cells: int
    receivers: tuple[Receiver, ...]


def findings_panel(record: Record, findings: list[Finding], form_url: str = "") -> FindingsPanel:
    """`form_url` is the article form's address; without it entries have no links."""
    rows = completeness(record, findings)
    receivers = tuple(receivers_of(record, findings))
    visible = [finding for finding in findings if is_visible(finding, findings, record)]
    counts = Counter(finding.level for finding in visible)
    cells = [cell for row in rows for cell in row.cells]
    return FindingsPanel(
        entries=tuple(entry(finding, form_url) for finding in visible),
        blocks=counts[Level.BLOCKS],
        warns=counts[Level.WARNS],
        notes=counts[Level.NOTES],
        rows=rows,
        complete=sum(map(is_complete, cells)),
        cells=len(cells),
        receivers=receivers,
    )


def is_visible(finding: Finding, findings: list[Finding], record: Record) -> bool:
    """False for a receiver's demand that repeats a blocking finding of the same field.

    Also for a note of a receiver that the journal does not send to. The command lists them all.
    """
    if finding.rule not in FORMATS or finding.check.startswith("check_"):
        return True
    if any(other.is_blocking() and other.field == finding.field for other in findings):
        return False
    return finding.level is not Level.NOTES or is_sent_to(finding.rule, record)


def entry(finding: Finding, form_url: str) -> PanelEntry:
    anchor = finding_anchor(finding) if form_url else ""
    return PanelEntry(finding, finding_label(finding), f"{form_url}#{anchor}" if anchor else "")


def plain_entries(findings: list[Finding]) -> list[PanelEntry]:
    """Entries without links, for a page that only lists findings."""
    return [entry(finding, "") for finding in findings]


def receivers_of(record: Record, findings: list[Finding]) -> Iterator[Receiver]:
    """The receivers of the journal, each with the number of findings that make it refuse."""
    for name, format in FORMATS.items():
        if is_sent_to(name, record):
            refusals = sum(
                finding.rule in (name, "xml") and finding.level is not Level.NOTES
                for finding in findings
            )
            yield Receiver(format.label, refusals)


def path_of(finding: Finding) -> Path:
    """`authors[2].bio` → ("authors", 1, "bio")."""
    return parse_path(finding.field.removesuffix("_id"))


def finding_label(finding: Finding) -> str:
    """`Author 2: about the author`."""
    return field_label(path_of(finding)).label


def finding_text(finding: Finding) -> str:
    """`Title (Русский): The title is missing.`"""
    language = f" ({NATIVE[finding.language]})" if finding.language else ""
    return f"{finding_label(finding)}{language}: {finding.message}"


def finding_anchor(finding: Finding) -> str:
    """The id of the input in the article form; '' where the form has none."""
    field, *rest = path_of(finding)
    number = next((part for part in rest if isinstance(part, int)), None)
    part = next((str(part) for part in rest if not isinstance(part, int)), "")
    if field == "references":
        return "id_references_romanized" if part == "romanized" else "id_references_original"
    if field in ROW_PREFIXES:
        name = translated_name(INPUTS.get(part or "names", part), finding)
        return (
            f"id_{ROW_PREFIXES[str(field)]}-{number}-{name}" if number is not None else str(field)
        )
    if field in WITHOUT_INPUT:
        return ""
    if field in PARTS_OF_RECORD:
        return f"id_{translated_name(part, finding)}"
    return f"id_{translated_name(str(field), finding)}"


def translated_name(name: str, finding: Finding) -> str:
    return f"{name}_{finding.language or LANGUAGES[0]}" if name in TRANSLATED else name
