"""The status badge of a retracted, withdrawn, corrected or doubted article."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.records.record import RelationKind, Status


class StatusBadge(NamedTuple):
    css_class: str
    label: str


def status_badge(status: Status, relations: Container[RelationKind]) -> StatusBadge | None:
    """The badge, or None. A withdrawal or retraction comes before a notice about the article."""
    if status == "withdrawn":
        return StatusBadge("bad", _("Withdrawn"))
    if status == "retracted":
        return StatusBadge("bad", _("Retracted"))
    if "concern_expressed_by" in relations:
        return StatusBadge("warn", _("Expression of concern"))
    return StatusBadge("warn", _("Corrected")) if "corrected_by" in relations else None
