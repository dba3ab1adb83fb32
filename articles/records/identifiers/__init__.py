"""Identifiers in their canonical form: each function returns it or raises InvalidIdentifier."""

from articles.records.identifiers.dois import DOI_PATTERN, doi, doi_key, doi_url, is_doi
from articles.records.identifiers.parsing import InvalidIdentifier
from articles.records.identifiers.people import (
    ORCID_PATTERN,
    ROR_PATTERN,
    is_orcid,
    is_ror,
    orcid,
    orcid_url,
    ror,
)
from articles.records.identifiers.serials import (
    EDN_PATTERN,
    ISSN_PATTERN,
    edn,
    is_edn,
    is_issn,
    issn,
)
from articles.records.identifiers.subjects import (
    IRSTI_PATTERN,
    UDC_PATTERN,
    irsti,
    is_irsti,
    is_udc,
    udc,
)

__all__ = [
    "DOI_PATTERN",
    "EDN_PATTERN",
    "IRSTI_PATTERN",
    "ISSN_PATTERN",
    "ORCID_PATTERN",
    "ROR_PATTERN",
    "UDC_PATTERN",
    "InvalidIdentifier",
    "doi",
    "doi_key",
    "doi_url",
    "edn",
    "irsti",
    "is_doi",
    "is_edn",
    "is_irsti",
    "is_issn",
    "is_orcid",
    "is_ror",
    "is_udc",
    "issn",
    "orcid",
    "orcid_url",
    "ror",
    "udc",
]
