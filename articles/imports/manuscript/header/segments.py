"""Segments of the header lines: each holds the header of one language, or of several at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, groupby, pairwise

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
    kinds = {zone: zone in HEADER_ZONES for zone in (*HEADER_ZONES, *SEPARATORS)}
    places = (at for at, zone in enumerate(layout.zones) if zone in kinds)
    groups = groupby(places, key=lambda at: kinds[layout.zones[at]])
    return (list(members) for is_header, members in groups if is_header)


def _starts(layout: Layout, region: list[int]) -> Iterator[int]:
    """Where a header begins: with the lines after an abstract, or with a title that is another's.

    In a layout with the authors below the abstract, only with the title.
    """
    groups = groupby(region, key=lambda at: layout.line_type(at) in TEXTS)
    runs = [list(members) for is_text, members in groups if not is_text] or [[]]
    authors_last = "byline" not in _types(layout, runs[0]) and "byline" in _types(layout, runs[-1])
    above: set[str] = set()  # the types of the run before
    for whole in runs:
        has_open_names = "byline" in above and "affiliation" not in above
        run = _without_foot(layout, whole) if has_open_names else whole
        above = _types(layout, run)
        titles = [at for at in run if layout.line_type(at) == "title"]
        if authors_last:
            yield from titles[:1]
        elif titles or "byline" in above:
            yield run[0]
        others = [at for at in titles[1:] if _is_other(layout, titles, at)]
        for before, at in pairwise(run):
            if run[0] in titles and at in others and before not in titles:
                yield at
            if run[0] not in titles and others and before in titles and at not in titles:
                yield at  # the names of the next title are above it


def _without_foot(layout: Layout, run: list[int]) -> list[int]:
    """The lines from the first title or byline: organisations before it are of the names above."""
    return list(dropwhile(lambda at: layout.line_type(at) not in STARTS, run))


def _types(layout: Layout, places: list[int]) -> set[str]:
    return {layout.line_type(at) for at in places}


def _is_other(layout: Layout, titles: list[int], at: int) -> bool:
    """Whether a title is in another language than those above it."""
    above = {detect_language(layout.paragraphs[title].text) for title in titles if title < at}
    return detect_language(layout.paragraphs[at].text) not in above
