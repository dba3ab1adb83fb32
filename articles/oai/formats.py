"""The metadata formats of the repository, each made by a writer of `exports`."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from articles.exports import Check, datacite, jats, oai_dc
from articles.exports.xml import Xml
from articles.records.record import Record


class MetadataFormat(NamedTuple):
    prefix: str
    schema: str
    namespace: str
    element: Callable[[Record], Xml]
    check: Check | None  # None: the format can carry every article
    page: int  # records in one response

    def can_carry(self, record: Record) -> bool:
        """Whether the article has all that the format demands."""
        findings = self.check(record) if self.check else ()
        return not any(finding.is_blocking() for finding in findings)


FORMATS = {
    metadata_format.prefix: metadata_format
    for metadata_format in (
        MetadataFormat(
            "oai_dc",
            "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
            "http://www.openarchives.org/OAI/2.0/oai_dc/",
            oai_dc.element,
            None,
            200,
        ),
        MetadataFormat(
            "jats",
            "https://jats.nlm.nih.gov/publishing/1.3/xsd/JATS-journalpublishing1-3-mathml3.xsd",
            "http://jats.nlm.nih.gov",
            jats.element,
            jats.check_saved,
            50,
        ),
        MetadataFormat(
            "oai_datacite",
            "http://schema.datacite.org/meta/kernel-4/metadata.xsd",
            "http://datacite.org/schema/kernel-4",
            datacite.resource,
            datacite.check_saved,
            100,
        ),
    )
}
