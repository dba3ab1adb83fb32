"""Crossref's answer to a deposit, doi_batch_diagnostic, read without trust."""

from __future__ import annotations

from typing import Literal

import msgspec
from lxml import etree

Status = Literal["unknown", "waiting", "completed"]

STATUSES: dict[str, Status] = {
    "unknown_submission": "unknown",
    "queued": "waiting",
    "in_process": "waiting",
    "completed": "completed",
}


class UnreadableDiagnostic(ValueError):
    """Not a diagnostic: an HTML page, half a file, another document."""


class Verdict(msgspec.Struct, frozen=True):
    """What became of one DOI; an empty one stands for the whole file."""

    doi: str
    status: Literal["Success", "Warning", "Failure"]
    message: str


class Answer(msgspec.Struct, frozen=True):
    status: Status
    verdicts: tuple[Verdict, ...] = ()


def read_diagnostic(body: bytes) -> Answer:
    """Raises UnreadableAnswer."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDiagnostic(str(error)) from error
    if root.tag != "doi_batch_diagnostic" or root.get("status") not in STATUSES:
        raise UnreadableDiagnostic(f"<{root.tag} status={root.get('status')!r}>")
    verdicts = tuple(verdict(record) for record in root.iterfind("record_diagnostic"))
    return Answer(STATUSES[root.get("status", "")], verdicts)


def verdict(record: etree._Element) -> Verdict:
    status = record.get("status", "")
    if status not in ("Success", "Warning", "Failure"):
        raise UnreadableDiagnostic(f"record_diagnostic status={status!r}")
    return Verdict(
        doi=(record.findtext("doi") or "").strip(),
        status=status,  # type: ignore[arg-type]  # one of the three, as was just seen
        message=(record.findtext("msg") or "").strip(),
    )
