"""Label of a finding's field, and the link to its input in the article form."""

from __future__ import annotations

import re

from articles.records.diff import Path
from articles.records.findings import Finding
from articles.records.languages import LANGUAGES
from articles.records.plain_fields import TRILINGUAL

from .wording.labels import field_label

PARTS = re.compile(r"\w+")
# The record's lists that findings link into: the prefix of their rows, and the input of a part.
ROW_PREFIXES = {"authors": "authorships", "affiliations": "affiliations"}
INPUTS = {"names": "family_name", "collective": "collective", "name": "name", "bio": "bio"}
TRANSLATED = (*TRILINGUAL, "keywords", *INPUTS.values())
WITHOUT_INPUT = ("journal", "relations", "galleys", "site")


def path_of(finding: Finding) -> Path:
    """`authors[2].bio` → ("authors", 1, "bio")."""
    parts = PARTS.findall(finding.field.removesuffix("_id"))
    return tuple(int(part) - 1 if part.isdigit() else part for part in parts)


def finding_label(finding: Finding) -> str:
    """`Author 2: about the author`."""
    return field_label(path_of(finding)).label


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
    return f"id_{translated_name(str(field), finding)}"


def translated_name(name: str, finding: Finding) -> str:
    return f"{name}_{finding.language or LANGUAGES[0]}" if name in TRANSLATED else name
