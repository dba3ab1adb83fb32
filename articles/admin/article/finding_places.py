"""Where in the form a finding's field is, and what editors call it."""

from __future__ import annotations

import re

from articles.records.diff import Path
from articles.records.findings import Finding
from articles.records.languages import LANGUAGES

from .wording.labels import place_of

PARTS = re.compile(r"\w+")
# Rows of the form: their prefix, and the input that a part of the record is typed into.
ROWS = {"authors": "authorships", "affiliations": "affiliations"}
INPUTS = {"names": "family_name", "collective": "collective", "name": "name", "bio": "bio"}
TRANSLATED = ("title", "abstract", "keywords", *INPUTS.values())


def path_of(finding: Finding) -> Path:
    """`authors[2].bio` → ("authors", 1, "bio")."""
    parts = PARTS.findall(finding.field.removesuffix("_id"))
    return tuple(int(part) - 1 if part.isdigit() else part for part in parts)


def label_of(finding: Finding) -> str:
    """`Author 2: about the author`."""
    return place_of(path_of(finding)).label


def anchor_of(finding: Finding) -> str:
    """The id of the input in the article form; '' where the form has none."""
    field, *rest = path_of(finding)
    number = next((part for part in rest if isinstance(part, int)), None)
    part = next((str(part) for part in rest if not isinstance(part, int)), "")
    if field == "references":
        return "id_references_romanized" if part == "romanized" else "id_references_original"
    if field in ROWS:
        name = _translated(INPUTS.get(part or "names", part), finding)
        return f"id_{ROWS[str(field)]}-{number}-{name}" if number is not None else str(field)
    if field in ("journal", "relations", "galleys", "site"):
        return ""
    return f"id_{_translated(str(field), finding)}"


def _translated(name: str, finding: Finding) -> str:
    return f"{name}_{finding.language or LANGUAGES[0]}" if name in TRANSLATED else name
