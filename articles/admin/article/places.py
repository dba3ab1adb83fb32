"""Where in the form a finding's field is, and what editors call it."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.records.findings import Finding
from articles.records.languages import LANGUAGES

PATH = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")

NAMES = {
    "title": gettext_lazy("Title"),
    "abstract": gettext_lazy("Abstract"),
    "keywords": gettext_lazy("Keywords"),
    "body": gettext_lazy("Full text"),
    "authors": gettext_lazy("Authors"),
    "affiliations": gettext_lazy("Affiliations"),
    "references": gettext_lazy("References"),
    "relations": gettext_lazy("Related articles"),
    "galleys": gettext_lazy("Files"),
    "journal": gettext_lazy("Journal"),
    "issue": gettext_lazy("Issue"),
    "section": gettext_lazy("Section"),
    "first_page": gettext_lazy("First page"),
    "last_page": gettext_lazy("Last page"),
    "received_on": gettext_lazy("Received"),
    "revised_on": gettext_lazy("Revised"),
    "accepted_on": gettext_lazy("Accepted"),
    "published_on": gettext_lazy("Published"),
    "licence": gettext_lazy("Licence"),
    "irsti": gettext_lazy("IRSTI"),
    "udc": gettext_lazy("UDC"),
    "edn": "EDN",
    "doi": "DOI",
}  # fmt: skip
ONE_OF = {
    "authors": gettext_lazy("Author %(number)s"),
    "affiliations": gettext_lazy("Affiliation %(number)s"),
    "references": gettext_lazy("Reference %(number)s"),
}
PARTS = {
    "names": gettext_lazy("name"),
    "bio": gettext_lazy("biography"),
    "marks": gettext_lazy("marks"),
    "email": gettext_lazy("e-mail"),
    "name": gettext_lazy("name"),
    "text": gettext_lazy("as printed"),
    "romanized": gettext_lazy("romanized"),
}
# Rows of the form: their prefix, and the input that a part of the record is typed into.
ROWS = {"authors": "authorships", "affiliations": "affiliations"}
INPUTS = {"names": "family_name", "collective": "collective", "name": "name", "bio": "bio"}
TRANSLATED = ("title", "abstract", "keywords", *INPUTS.values())


def parts_of(finding: Finding) -> tuple[str, str | None, str | None]:
    """Field, number and part of a path: authors[2].bio."""
    found = PATH.match(finding.field)
    field, number, part = found.groups() if found else (finding.field, None, None)
    return field.removesuffix("_id"), number, part


def label_of(finding: Finding) -> str:
    """`Author 2: biography`."""
    field, number, part = parts_of(finding)
    head = NAMES.get(field, field)
    if number and field in ONE_OF:
        head = ONE_OF[field] % {"number": number}
    named = PARTS.get(part, part.upper() if part in ("orcid", "ror", "doi") else "") if part else ""
    return _("%(field)s: %(part)s") % {"field": head, "part": named} if named else str(head)


def anchor_of(finding: Finding) -> str:
    """The id of the input in the article form; '' where the form has none."""
    field, number, part = parts_of(finding)
    if field == "references":
        return "id_references_romanized" if part == "romanized" else "id_references_original"
    if field in ROWS:
        name = _translated(INPUTS.get(part or "names", part or ""), finding)
        return f"id_{ROWS[field]}-{int(number) - 1}-{name}" if number else field
    if field in ("journal", "relations", "galleys", "site"):
        return ""
    return f"id_{_translated(field, finding)}"


def _translated(name: str, finding: Finding) -> str:
    return f"{name}_{finding.language or LANGUAGES[0]}" if name in TRANSLATED else name
