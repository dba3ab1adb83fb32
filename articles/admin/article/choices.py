"""Words of a record that stand for a choice, as the editor's language has them."""

from __future__ import annotations

from typing import Any

from django.db.models import TextChoices

from articles.models import Article, Galley, Relation
from articles.models.fields import LanguageChoice
from articles.records.compare import Path

CHOICES: dict[Path, type[TextChoices]] = {
    ("status",): Article.Status,
    ("type",): Article.Type,
    ("language",): LanguageChoice,
}


def named(path: Path, value: Any) -> Any:
    choices = CHOICES.get(path)
    return str(choices(value).label) if choices and value in choices.values else value


def kind_named(row: dict[str, Any]) -> dict[str, Any]:
    """A relation or a file: its kind in words."""
    labels = {**dict(Relation.Kind.choices), **dict(Galley.Kind.choices)}
    kind = row.get("kind")
    return {**row, "kind": str(labels[kind])} if kind in labels else row
