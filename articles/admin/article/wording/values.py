"""A record's values for display: codes, dates, keys and sizes in the editor's language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.country_field import country_label
from articles.models import Article, Authorship, Galley, Relation
from articles.models.fields import LanguageChoice
from articles.records.diff import Path
from articles.records.languages import LANGUAGES
from articles.records.licences import licence_name
from articles.records.plain_fields import FIELDS, Kind

from .credit_roles import CREDIT_CHOICES
from .key_names import KEY_FIELDS, NO_NAMES, KeyNames

Formatter = Callable[[Any], str]

REFERENCE_TYPES = {
    "journal_article": gettext_lazy("article in a journal"),
    "book": gettext_lazy("book"),
    "chapter": gettext_lazy("chapter of a book"),
    "conference_paper": gettext_lazy("conference paper"),
    "dissertation": gettext_lazy("dissertation"),
    "web_resource": gettext_lazy("web page"),
}


def label_in(choices: Any) -> Formatter:
    """Formats a choice by its label; another value stays as it is."""
    labels = dict(choices)
    return lambda code: str(labels.get(code, code))


def choice(choices: type[TextChoices]) -> Formatter:
    return label_in(choices.choices)


def day(iso: str) -> str:
    return str(date_format(date.fromisoformat(iso), "DATE_FORMAT"))


def yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


def percent(value: float) -> str:
    return f"{number_format(value)} %"


# How values are displayed, by `dotted_field`; a field that is not here: as stored.
FORMATTERS: dict[str, Formatter] = {
    "language": choice(LanguageChoice),
    "type": choice(Article.Type),
    "status": choice(Article.Status),
    **{field.path: day for field in FIELDS if field.kind in (Kind.DATE, Kind.DATES)},
    "licence": licence_name,
    "internal.originality": percent,
    "authors.kind": choice(Authorship.Kind),
    "authors.roles": label_in(CREDIT_CHOICES),
    "authors.corresponding": yes_or_no,
    "affiliations.country": country_label,
    "references.type": label_in(REFERENCE_TYPES.items()),
    "galleys.language": choice(LanguageChoice),
    "external_files.language": choice(LanguageChoice),
    "galleys.kind": choice(Galley.Kind),
    "galleys.size": filesizeformat,
    "galleys.checksum": lambda checksum: checksum[:8],
    "relations.kind": choice(Relation.Kind),
    "relations.article_id": lambda key: f"№ {key}",
}


def dotted_field(path: Path) -> str:
    """A path without numbers and languages: ("authors", 1, "roles", 0) → authors.roles."""
    return ".".join(part for part in path if isinstance(part, str) and part not in LANGUAGES)


# Defaults, which the JSON of a record leaves out.
DEFAULTS = {
    "status": "draft",
    "type": "research",
    "authors.kind": "person",
    "authors.corresponding": False,
    "galleys.kind": "pdf",
}


def display_change(path: Path, value: Any, names: KeyNames = NO_NAMES) -> Any:
    """One side of a change for display; None is a default that the JSON leaves out."""
    return display(path, DEFAULTS.get(dotted_field(path)) if value is None else value, names)


def display(path: Path, value: Any, names: KeyNames = NO_NAMES) -> Any:
    """The same tree of mappings and lists with its leaves for display."""
    if isinstance(value, dict):
        return {key: display((*path, key), inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [display((*path, place), inner, names) for place, inner in enumerate(value)]
    field = dotted_field(path)
    if value is None or value == "":
        return value
    if (key_field := str(path[-1])) in KEY_FIELDS:
        return names.name(key_field, value)
    return FORMATTERS[field](value) if field in FORMATTERS else value
