"""Labels of a record's fields, lists and parts in the reader's language."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from .diff import Path
from .plain_fields import FIELDS

# Of the record's own fields; lists and parts have more below.
FIELD_LABELS = {
    **{field.key: field.label for field in FIELDS if not field.part},
    "keywords": gettext_lazy("Keywords"),
    "authors": gettext_lazy("Authors"),
    "affiliations": gettext_lazy("Affiliations"),
    "references": gettext_lazy("References"),
    "relations": gettext_lazy("Related articles"),
    "galleys": gettext_lazy("Files"),
    "external_files": gettext_lazy("Files on other sites"),
    "funding": gettext_lazy("Funding"),
    "statements": gettext_lazy("Statements"),
    "internal": gettext_lazy("Internal"),
    "journal": gettext_lazy("Journal"),
    "issue": gettext_lazy("Issue"),
    "section": gettext_lazy("Section"),
}
ROW_LABELS = {
    "authors": gettext_lazy("Author %(number)d"),
    "affiliations": gettext_lazy("Affiliation %(number)d"),
    "references": gettext_lazy("Reference %(number)d"),
    "funding": gettext_lazy("Funding %(number)d"),
    "galleys": gettext_lazy("File %(number)d"),
    "external_files": gettext_lazy("File on another site %(number)d"),
    "relations": gettext_lazy("Related article %(number)d"),
}
PART_LABELS = {
    **{field.key: field.label for field in FIELDS if field.part},
    "names": pgettext_lazy("person", "name"),
    "label": gettext_lazy("label"),
    "family": gettext_lazy("family name"),
    "given": gettext_lazy("given name"),
    "patronymic": gettext_lazy("patronymic"),
    "suffix": gettext_lazy("suffix (Jr., III)"),
    "collective": gettext_lazy("collective name"),
    "degree": gettext_lazy("degree"),
    "academic_title": gettext_lazy("academic title"),
    "post": gettext_lazy("position"),
    "bio": gettext_lazy("about the author"),
    "email": gettext_lazy("email"),
    "corresponding": gettext_lazy("corresponding author"),
    "marks": gettext_lazy("affiliations"),
    "roles": "CRediT",
    "orcid": "ORCID",
    "author_id": gettext_lazy("known person"),
    "kind": gettext_lazy("kind"),
    "ror": "ROR",
    "organisation_id": gettext_lazy("known organisation"),
    "name": gettext_lazy("name"),
    "unit": gettext_lazy("unit"),
    "city": gettext_lazy("city"),
    "country": gettext_lazy("country"),
    "text": gettext_lazy("as printed"),
    "romanized": gettext_lazy("romanized"),
    "type": gettext_lazy("type"),
    "doi": "DOI",
    "url": "URL",
    "funder": gettext_lazy("funder"),
    "funder_id": gettext_lazy("funder's ROR or DOI"),
    "award": gettext_lazy("award number"),
    "size": gettext_lazy("size"),
    "pages": gettext_lazy("pages"),
    "checksum": "SHA-256",
    "made_from": gettext_lazy("made from the record"),
}


def path_label(path: Path) -> str:
    """("authors", 1, "names", "kk", "family") → `Author 2: family name`."""
    field, *rest = path
    number = next((part for part in rest if isinstance(part, int)), None)
    label = capfirst(str(FIELD_LABELS.get(str(field), field)))
    if number is not None:
        row_label = ROW_LABELS.get(str(field), gettext_lazy("%(field)s %(number)d"))
        label = str(row_label) % {"number": number + 1, "field": label}
    part = next((PART_LABELS[part] for part in reversed(rest) if part in PART_LABELS), None)
    return _("%(field)s: %(part)s") % {"field": label, "part": part} if part else label
