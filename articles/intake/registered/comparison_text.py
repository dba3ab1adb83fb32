"""A comparison as lines of text, and the labels of what is compared."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.records.field_labels import FIELD_LABELS

from .comparison import ComparedArticle, Comparison

LABELS: dict[str, str | Promise] = {
    **FIELD_LABELS,
    "pages": gettext_lazy("pages"),
    "address": gettext_lazy("address to which the DOI leads"),
}


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    yield from group_lines(_("Registered otherwise than here"), comparison.different)
    yield from group_lines(_("Registered, but not here"), comparison.not_here)
    yield from group_lines(_("Public here, but not in the file"), comparison.not_registered)


def group_lines(title: str, articles: tuple[ComparedArticle, ...]) -> Iterator[str]:
    if articles:
        yield f"{title}: {len(articles)}"
    for article in articles:
        yield f"  {article.doi} · {article.title}"
        for each in article.fields:
            yield f"    {LABELS[each.field]}: {each.registered or '–'} ≠ {each.here or '–'}"


def last_line(comparison: Comparison) -> str:
    return _(
        "DOIs in the file: %(count)d. The same here: %(same)d, otherwise: %(different)d, not here: "
        "%(absent)d. Public here and not in the file: %(missing)d. Nothing was saved."
    ) % {
        "count": comparison.registered_count,
        "same": comparison.same_count,
        "different": len(comparison.different),
        "absent": len(comparison.not_here),
        "missing": len(comparison.not_registered),
    }
