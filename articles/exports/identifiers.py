"""Validity of identifiers, cached: a batch asks for the same ones again and again."""

from functools import lru_cache

from articles.records import identifiers

is_doi = lru_cache(maxsize=5000)(identifiers.is_doi)
is_issn = lru_cache(maxsize=500)(identifiers.is_issn)
is_orcid = lru_cache(maxsize=5000)(identifiers.is_orcid)
is_ror = lru_cache(maxsize=5000)(identifiers.is_ror)
