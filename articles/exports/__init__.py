"""The formats in which articles are exported, in the order in which readers see them."""

from __future__ import annotations

from articles.exports import (
    bibtex,
    crossref,
    csl,
    datacite,
    doaj,
    jats,
    oai_dc,
    record,
    rinc,
    ris,
    schema_org,
)
from articles.exports.format import (
    ENTRY_LANGUAGES,
    Check,
    EntryLanguage,
    Format,
    NotExportable,
    Stamp,
    Write,
    entry_language,
    require_exportable,
    stamp,
)

FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("crossref", "Crossref", "application/xml", "xml", crossref.write, crossref.check),
        Format("jats", "JATS", "application/xml", "xml", jats.write, jats.check),
        Format("datacite", "DataCite", "application/xml", "xml", datacite.write, datacite.check),
        Format("doaj", "DOAJ", "application/xml", "xml", doaj.write, doaj.check),
        Format("rinc", "РИНЦ", "application/xml", "xml", rinc.write, rinc.check),
        Format("oai_dc", "Dublin Core", "application/xml", "xml", oai_dc.write, oai_dc.check),
        Format(
            "csl",
            "CSL-JSON",
            "application/vnd.citationstyles.csl+json",
            "json",
            csl.write,
            csl.check,
            csl.write,
        ),
        Format(
            "bibtex",
            "BibTeX",
            "application/x-bibtex",
            "bib",
            bibtex.write,
            bibtex.check,
            bibtex.write,
        ),
        Format(
            "ris",
            "RIS",
            "application/x-research-info-systems",
            "ris",
            ris.write,
            ris.check,
            ris.write,
        ),
        Format(
            "schema_org",
            "schema.org",
            "application/ld+json",
            "jsonld",
            schema_org.write,
            schema_org.check,
        ),
        Format("record", "JSON", "application/json", "json", record.write, record.check),
    )
}

# Those of reference managers, whose entries are in one language.
ENTRY_FORMATS = tuple(format for format in FORMATS.values() if format.is_in_one_language)

__all__ = [
    "ENTRY_FORMATS",
    "ENTRY_LANGUAGES",
    "FORMATS",
    "Check",
    "EntryLanguage",
    "Format",
    "NotExportable",
    "Stamp",
    "Write",
    "entry_language",
    "require_exportable",
    "stamp",
]
