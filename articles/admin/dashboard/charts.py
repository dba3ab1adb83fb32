"""The bar charts of the dashboard. Here are their numbers; a template draws them as SVG."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.fields import LanguageChoice
from articles.queries.dashboard import article_counts
from articles.records.languages import LANGUAGES

DAY_SPANS = ((0, 30), (31, 60), (61, 90), (91, 180), (181, None))
ROW_HEIGHT = 26
LONGEST_BAR = 260  # units of the SVG


class Bar(msgspec.Struct, frozen=True):
    label: str
    count: int
    length: int
    top: int


class Chart(msgspec.Struct, frozen=True):
    title: str
    bars: list[Bar]

    @property
    def height(self) -> int:
        return len(self.bars) * ROW_HEIGHT

    @property
    def description(self) -> str:
        """The numbers as text, for screen readers."""
        return "; ".join(f"{bar.label}: {bar.count}" for bar in self.bars)


def charts(articles: QuerySet[Article]) -> list[Chart]:
    """One query; no charts without articles."""
    counts = article_counts(articles, DAY_SPANS)
    total = counts["total"]
    if not total:
        return []
    names = {code: str(LanguageChoice(code).label) for code in LANGUAGES}
    days = [(days_label(*span), counts[f"days_{number}"]) for number, span in enumerate(DAY_SPANS)]
    languages = [(names[code], counts[f"in_{code}"]) for code in LANGUAGES]
    complete = [(names[code], counts[f"full_{code}"]) for code in LANGUAGES]
    return [
        Chart(_("Days from received to accepted"), bars(days)),
        Chart(_("Languages of the full texts"), bars(languages)),
        Chart(_("Articles with title and abstract, by language"), bars(complete, total)),
    ]


def days_label(least: int, most: int | None) -> str:
    return f"{least}–{most}" if most is not None else f"> {least - 1}"


def bars(rows: Sequence[tuple[str, int]], most: int = 0) -> list[Bar]:
    """`most` is the count of a full-length bar; without it, the largest count is."""
    longest = most or max((count for _label, count in rows), default=0) or 1
    return [
        Bar(label, count, round(LONGEST_BAR * count / longest), row * ROW_HEIGHT)
        for row, (label, count) in enumerate(rows)
    ]
