"""A comparison as lists with titles, and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .comparison import ComparedArticle, Comparison


def comparison_groups(comparison: Comparison) -> list[tuple[str, tuple[ComparedArticle, ...]]]:
    """The lists of a comparison that are not empty, each with its title."""
    groups = [
        (_("Registered otherwise than here"), comparison.different),
        (_("Registered, but not here"), comparison.not_here),
        (_("Public here, but not in the file"), comparison.not_registered),
    ]
    return [(title, articles) for title, articles in groups if articles]


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    for title, articles in comparison_groups(comparison):
        yield f"{title}: {len(articles)}"
        for article in articles:
            yield f"  {article.doi} · {article.title}"
            for each in article.fields:
                yield f"    {each.label}: {each.registered or '–'} ≠ {each.here or '–'}"


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
