"""Crossref's answer to a deposit (doi_batch_diagnostic), parsed as untrusted XML."""

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
    """The answer is not a diagnostic: an HTML page, an incomplete file, another document."""


class Verdict(msgspec.Struct, frozen=True):
    """The result for one DOI, or for the whole file if `doi` is empty."""

    doi: str
    status: Literal["Success", "Warning", "Failure"]
    message: str


class Diagnostic(msgspec.Struct, frozen=True):
    status: Status
    verdicts: tuple[Verdict, ...] = ()


def read_diagnostic(body: bytes) -> Diagnostic:
    """Parses an answer. Raises UnreadableDiagnostic."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDiagnostic(str(error)) from error
    if root.tag != "doi_batch_diagnostic" or root.get("status") not in STATUSES:
        raise UnreadableDiagnostic(f"<{root.tag} status={root.get('status')!r}>")
    verdicts = tuple(read_verdict(record) for record in root.iterfind("record_diagnostic"))
    return Diagnostic(STATUSES[root.get("status", "")], verdicts)


def read_verdict(record: etree._Element) -> Verdict:
    status = record.get("status", "")
    if status not in ("Success", "Warning", "Failure"):
        raise UnreadableDiagnostic(f"record_diagnostic status={status!r}")
    return Verdict(
        doi=(record.findtext("doi") or "").strip(),
        status=status,  # type: ignore[arg-type]  # checked above
        message=(record.findtext("msg") or "").strip(),
    )
