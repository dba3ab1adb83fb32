"""Every form in which articles leave: one list, in the order in which readers see it."""

from __future__ import annotations

from articles.exports import crossref, record
from articles.exports.format import Check, Format, Refused, Stamp, Write, demand, stamp

FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("crossref", "Crossref", "application/xml", "xml", crossref.write, crossref.check),
        Format("record", "JSON", "application/json", "json", record.write, record.check),
    )
}

__all__ = ["FORMATS", "Check", "Format", "Refused", "Stamp", "Write", "demand", "stamp"]
