"""The two kinds of rows that can be merged, with their tables and columns."""

from __future__ import annotations

from typing import Any

import msgspec

from articles.models import (
    ArticleAffiliation,
    Author,
    AuthorDistinction,
    AuthorMerge,
    Authorship,
    Organisation,
    OrganisationDistinction,
    OrganisationMerge,
)
from articles.models.people import NAME_PARTS
from articles.records.languages import Language


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    rows: type[Any]
    merges: type[Any]
    distinctions: type[Any]
    printed: type[Any]  # the rows of articles that link to these
    link: str  # the column of `printed` that does
    identifier: str  # the column that no two rows share
    codes: tuple[str, ...]  # further columns that a kept row takes over if it has none
    name_parts: tuple[str, ...]  # columns of a name, one for each language

    def columns_of_name(self, language: Language) -> list[str]:
        return [f"{part}_{language}" for part in self.name_parts]

    def has_name(self, row: Any, language: Language) -> bool:
        """Whether the row has the first part of a name in the language."""
        return bool(getattr(row, self.columns_of_name(language)[0]))


PEOPLE = Kind(
    rows=Author,
    merges=AuthorMerge,
    distinctions=AuthorDistinction,
    printed=Authorship,
    link="author",
    identifier="orcid",
    codes=("spin", "scopus_id", "researcher_id"),
    name_parts=NAME_PARTS,
)
ORGANISATIONS = Kind(
    rows=Organisation,
    merges=OrganisationMerge,
    distinctions=OrganisationDistinction,
    printed=ArticleAffiliation,
    link="organisation",
    identifier="ror",
    codes=("country",),
    name_parts=("name", "city"),
)
