"""A record's values in words: codes, dates and keys as the editor's language has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.models import Article, Authorship, Galley, Relation
from articles.models.fields import LanguageChoice
from articles.records.countries import country_name
from articles.records.diff import Path
from articles.records.languages import LANGUAGES
from articles.records.licences import licence_name

from .credit_roles import CREDIT_CHOICES
from .key_names import FIELDS, NO_NAMES, Names

Say = Callable[[Any], str]

REFERENCE_TYPES = {
    "journal_article": gettext_lazy("article in a journal"),
    "book": gettext_lazy("book"),
    "chapter": gettext_lazy("chapter of a book"),
    "conference_paper": gettext_lazy("conference paper"),
    "dissertation": gettext_lazy("dissertation"),
    "web_resource": gettext_lazy("web page"),
}


def by(choices: Any) -> Say:
    """A choice by its label; what is none of them as it is."""
    labels = dict(choices)
    return lambda code: str(labels.get(code, code))


def choice(choices: type[TextChoices]) -> Say:
    return by(choices.choices)


def day(written: str) -> str:
    return str(date_format(date.fromisoformat(written), "DATE_FORMAT"))


def country(code: str) -> str:
    reader = next((one for one in LANGUAGES if one == get_language()), LANGUAGES[0])
    return country_name(code, reader)


def yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


def percent(value: float) -> str:
    return f"{number_format(value)} %"


# A path without places and languages → how its value is told.
SAID: dict[str, Say] = {
    "language": choice(LanguageChoice),
    "type": choice(Article.Type),
    "status": choice(Article.Status),
    **dict.fromkeys(("received_on", "revised_on", "accepted_on", "published_on"), day),
    **dict.fromkeys(("licence_from", "internal.originality_on", "internal.reviewed_on"), day),
    "licence": licence_name,
    "internal.originality": percent,
    "authors.kind": choice(Authorship.Kind),
    "authors.roles": by(CREDIT_CHOICES),
    "authors.corresponding": yes_or_no,
    "affiliations.country": country,
    "references.type": by(REFERENCE_TYPES.items()),
    "galleys.language": choice(LanguageChoice),
    "galleys.kind": choice(Galley.Kind),
    "galleys.size": filesizeformat,
    "galleys.checksum": lambda checksum: checksum[:8],
    "relations.kind": choice(Relation.Kind),
    "relations.article_id": lambda key: f"№ {key}",
}


def field_of(path: Path) -> str:
    """("authors", 1, "roles", 0) → authors.roles."""
    return ".".join(part for part in path if isinstance(part, str) and part not in LANGUAGES)


# What a record leaves out of its JSON, because it is nearly always so.
USUAL = {
    "status": "draft",
    "type": "research",
    "authors.kind": "person",
    "authors.corresponding": False,
    "galleys.kind": "pdf",
}


def told(path: Path, value: Any, names: Names = NO_NAMES) -> Any:
    """A value that changed; None is what is usual there."""
    return in_words(path, USUAL.get(field_of(path)) if value is None else value, names)


def in_words(path: Path, value: Any, names: Names = NO_NAMES) -> Any:
    """The same tree, told; `names` has those of the keys in it."""
    if isinstance(value, dict):
        return {key: in_words((*path, key), one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [in_words((*path, place), one, names) for place, one in enumerate(value)]
    field = field_of(path)
    if value is None or value == "":
        return value
    if (key := str(path[-1])) in FIELDS:
        return names.of(key, value)
    return SAID[field](value) if field in SAID else value
