"""What state public pages are in: one query tells whether a page that was made before still holds.

Each function takes the keyword arguments of the view, and returns None where nothing is public.
Every request of a public page begins with one of them: hence columns summed here, not aggregates,
which cost twice as much.
"""

from __future__ import annotations

from collections.abc import Iterable

from articles.models.public_state import PublicState


def site_state(**arguments: object) -> int | None:
    """For pages that show several journals, or people and keywords of all."""
    return total(PublicState.objects.values_list("number", flat=True))


def journal_state(journal: str, **arguments: object) -> int | None:
    """For pages below the address of one journal."""
    states = PublicState.objects.filter(journal__slug=journal)
    return total(states.values_list("number", flat=True))


def article_state(pk: int, **arguments: object) -> int | None:
    """The state of its journal; of the site where the article names others, of any journal."""
    states = PublicState.objects.filter(journal__listings=pk)
    rows = list(states.values_list("number", "journal__listings__stored"))
    if any('"relations"' in stored for _number, stored in rows):
        return site_state()
    return total(number for number, _stored in rows)


def total(numbers: Iterable[int]) -> int | None:
    """The state of several rows as one number; None where there are none."""
    return sum(numbers) or None
