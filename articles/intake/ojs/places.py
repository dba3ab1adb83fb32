"""Where a finding of a plan stands, in words: `Author 2: family name (Russian)`."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.fields import LanguageChoice
from articles.records.diff import parse_path
from articles.records.field_labels import path_label
from articles.records.languages import LANGUAGES

from .groups import PlanFinding

# Parts of an export that are no fields of a record.
EXPORT_LABELS = {
    "cover": gettext_lazy("cover"),
    "issue_galley": gettext_lazy("file of the whole issue"),
    "issue_doi": gettext_lazy("DOI of the issue"),
    "galley": gettext_lazy("file"),
    "disciplines": gettext_lazy("disciplines"),
    "subjects": gettext_lazy("subjects"),
    "licence": gettext_lazy("licence"),
    "pages": gettext_lazy("pages"),
    "id": gettext_lazy("identifier"),
    "doi": "DOI",
}


def place_words(finding: PlanFinding) -> str:
    """The field and its language; '' for a finding about the whole article."""
    field, *rest = finding.field.split() or [""]
    path = parse_path(field)
    if not path:
        return ""
    known = EXPORT_LABELS.get(field)
    label = capfirst(str(known)) if known else path_label(path)
    label = " ".join((label, *(str(EXPORT_LABELS.get(word, word)) for word in rest)))
    code = finding.language or next((part for part in path if part in LANGUAGES), None)
    if not code:
        return label
    return _("%(field)s (%(language)s)") % {
        "field": label,
        "language": LanguageChoice(code).label,
    }
