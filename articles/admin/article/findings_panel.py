"""The panel of preflight: what must be mended, what is complete, who receives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec
from django.utils.translation import gettext_lazy as _

from articles.exports import FORMATS
from articles.preflight.matrix import Row, completeness, is_complete
from articles.preflight.receivers import is_sent_to
from articles.records.findings import Finding, Level
from articles.records.record import Record

from .finding_places import anchor_of, label_of

LEVELS = {Level.BLOCKS: _("Error"), Level.WARNS: _("Warning"), Level.NOTES: _("Note")}
MARKS = {Level.BLOCKS: "bad", Level.WARNS: "warn", Level.NOTES: "note"}
OWN_RULES = ("journal", "language", "identifiers")


class Shown(msgspec.Struct, frozen=True):
    """A finding as the panel lists it; `url` leads to the input, where there is one."""

    finding: Finding
    label: str
    url: str = ""

    @property
    def level(self) -> object:
        return LEVELS[self.finding.level]

    @property
    def mark(self) -> str:
        return MARKS[self.finding.level]

    @property
    def receiver(self) -> str:
        """Whose demand it is, if it is not the journal's."""
        if self.finding.rule in OWN_RULES:
            return ""
        known = FORMATS.get(self.finding.rule)
        return known.label if known else self.finding.rule


class Receiver(msgspec.Struct, frozen=True):
    label: str
    refusals: int


class Panel(msgspec.Struct, frozen=True):
    shown: tuple[Shown, ...]
    blocks: int
    warns: int
    notes: int
    rows: tuple[Row, ...]
    complete: int
    cells: int
    receivers: tuple[Receiver, ...]


def panel(record: Record, findings: list[Finding], form_url: str = "") -> Panel:
    """For templates; without the form's address nothing links to its inputs."""
    rows = completeness(record, findings)
    receivers = tuple(_receivers(record, findings))
    findings = [finding for finding in findings if _is_shown(finding, findings, record)]
    counts = Counter(finding.level for finding in findings)
    cells = [cell for row in rows for cell in row.cells]
    return Panel(
        shown=tuple(_shown(finding, form_url) for finding in findings),
        blocks=counts[Level.BLOCKS],
        warns=counts[Level.WARNS],
        notes=counts[Level.NOTES],
        rows=rows,
        complete=sum(map(is_complete, cells)),
        cells=len(cells),
        receivers=receivers,
    )


def _is_shown(finding: Finding, findings: list[Finding], record: Record) -> bool:
    """Not what the journal's own rules have said of the field, nor a receiver's it never sends to.

    The command lists them all.
    """
    if finding.rule not in FORMATS or finding.check.startswith("check_"):
        return True
    own = {one.field for one in findings if one.is_blocking()}
    is_told = finding.field in own
    return not is_told and (finding.level is not Level.NOTES or is_sent_to(finding.rule, record))


def _shown(finding: Finding, form_url: str) -> Shown:
    anchor = anchor_of(finding) if form_url else ""
    return Shown(finding, label_of(finding), f"{form_url}#{anchor}" if anchor else "")


def _receivers(record: Record, findings: list[Finding]) -> Iterator[Receiver]:
    """Those that the journal sends to, and how much each of them would refuse."""
    for name, format in FORMATS.items():
        if is_sent_to(name, record):
            refusals = sum(
                finding.rule in (name, "xml") and finding.level is not Level.NOTES
                for finding in findings
            )
            yield Receiver(format.label, refusals)
