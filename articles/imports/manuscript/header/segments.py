"""Segments of the header lines: each holds the header of one language, or of several at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articles.imports.manuscript.classify.layout import Layout, Zone
from articles.imports.manuscript.language import detect_language

# Parts that lie between headers; single lines, statements and unknown lines may lie within one.
SEPARATORS: tuple[Zone, ...] = ("body", "references", "bios")
HEADER_ZONES: tuple[Zone, ...] = ("header", "abstract", "keywords")
TEXTS = ("abstract", "keywords")
STARTS = ("title", "byline")


def find_segments(layout: Layout) -> list[list[int]]:
    """Return the places of the header lines, split where a header begins."""
    segments: list[list[int]] = []
    for region in _regions(layout):
        starts = {region[0], *_starts(layout, region)}
        for at in region:
            if at in starts:
                segments.append([])
            segments[-1].append(at)
    return segments


def _regions(layout: Layout) -> Iterator[list[int]]:
    """The header lines from one separator to the next."""
    region: list[int] = []
    for at, zone in enumerate([*layout.zones, "body"]):
        if zone in HEADER_ZONES:
            region.append(at)
        elif zone in SEPARATORS and region:
            yield region
            region = []


def _starts(layout: Layout, region: list[int]) -> Iterator[int]:
    """Where a header begins: with the lines after an abstract, or with a title that is another's.

    In a layout with the authors below the abstract, only with the title.
    """
    runs = list(_runs(layout, region)) or [[]]
    authors_last = "byline" not in _types(layout, runs[0]) and "byline" in _types(layout, runs[-1])
    above: set[str] = set()  # the types of the run before
    for whole in runs:
        run = (
            _without_foot(layout, whole) if above & {"byline"} > above & {"affiliation"} else whole
        )
        above = _types(layout, run)
        titles = [at for at in run if layout.choices[at].label == "title"]
        if authors_last:
            yield from titles[:1]
        elif titles or "byline" in _types(layout, run):
            yield run[0]
        others = [at for at in titles[1:] if _is_other(layout, titles, at)]
        for before, at in pairwise(run):
            if run[0] in titles and at in others and before not in titles:
                yield at
            if run[0] not in titles and others and before in titles and at not in titles:
                yield at  # the names of the next title are above it


def _runs(layout: Layout, region: list[int]) -> Iterator[list[int]]:
    """The lines between one abstract and the next."""
    run: list[int] = []
    for at in region:
        if layout.choices[at].label not in TEXTS:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _without_foot(layout: Layout, run: list[int]) -> list[int]:
    """The lines from the first title or byline: organisations before it are of the names above."""
    starts = (place for place, at in enumerate(run) if layout.choices[at].label in STARTS)
    return run[next(starts, len(run)) :]


def _types(layout: Layout, places: list[int]) -> set[str]:
    return {layout.choices[at].label for at in places}


def _is_other(layout: Layout, titles: list[int], at: int) -> bool:
    """Whether a title is in another language than those above it."""
    above = {detect_language(layout.paragraphs[title].text) for title in titles if title < at}
    return detect_language(layout.paragraphs[at].text) not in above
