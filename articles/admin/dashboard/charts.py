"""Small charts of the office, drawn on the server as SVG: bars with their numbers."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import Any

import msgspec
from django.db.models import Count, F, Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.fields import LanguageChoice
from articles.records.languages import LANGUAGES

DAYS = ((0, 30), (31, 60), (61, 90), (91, 180), (181, None))
ROW, BAR, LABEL, WIDTH = 26, 16, 120, 420


class Chart(msgspec.Struct, frozen=True):
    title: str
    picture: SafeString


def charts(mine: QuerySet[Article]) -> list[Chart]:
    """One question for all of them."""
    counts = mine.aggregate(**questions())
    total = counts["total"]
    if not total:
        return []
    days = [(days_label(*span), counts[f"days_{number}"]) for number, span in enumerate(DAYS)]
    languages = [(str(LanguageChoice(code).label), counts[f"in_{code}"]) for code in LANGUAGES]
    complete = [(str(LanguageChoice(code).label), counts[f"full_{code}"]) for code in LANGUAGES]
    return [
        Chart(_("Days from received to accepted"), bars(days)),
        Chart(_("Languages of the full texts"), bars(languages)),
        Chart(_("Articles with title and abstract, by language"), bars(complete, total)),
    ]


def questions() -> dict[str, Any]:
    asked: dict[str, Any] = {"total": Count("pk")}
    for number, (least, most) in enumerate(DAYS):
        span = Q(accepted_on__gte=F("received_on") + timedelta(least))
        span &= Q(accepted_on__lte=F("received_on") + timedelta(most)) if most is not None else Q()
        asked[f"days_{number}"] = Count("pk", filter=span)
    for code in LANGUAGES:
        full = Q(**{f"title_{code}__gt": "", f"abstract_{code}__gt": ""})
        asked[f"in_{code}"] = Count("pk", filter=Q(language=code))
        asked[f"full_{code}"] = Count("pk", filter=full)
    return asked


def days_label(least: int, most: int | None) -> str:
    return f"{least}–{most}" if most is not None else f"> {least - 1}"


def bars(rows: list[tuple[str, int]], most: int = 0) -> SafeString:
    """A row a bar; the number stands beside it, so that nothing is told by length alone."""
    longest = most or max((count for _label, count in rows), default=0) or 1
    room = WIDTH - LABEL - 40
    parts = []
    for number, (label, count) in enumerate(rows):
        top = number * ROW
        length = round(room * count / longest)
        parts.append(
            f'<text x="{LABEL - 8}" y="{top + 14}" text-anchor="end">{escape(label)}</text>'
            f'<rect x="{LABEL}" y="{top + 2}" width="{length}" height="{BAR}" fill="currentColor"/>'
            f'<text x="{LABEL + length + 6}" y="{top + 14}">{count}</text>'
        )
    said = "; ".join(f"{label}: {count}" for label, count in rows)
    size = f'viewBox="0 0 {WIDTH} {len(rows) * ROW}" width="{WIDTH}" height="{len(rows) * ROW}"'
    return SafeString(
        f'<svg {size} role="img" aria-label="{escape(said)}" font-size="13">{"".join(parts)}</svg>'
    )
