"""Figures that open in full size, and tables that scroll by themselves on a narrow screen."""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import Element, SubElement, _Element

from articles.records.table_scopes import mark_scopes

from .ids import Ids
from .labels import Labels, text_of
from .tree import put_space_before, wrap

SHOWN = 90  # characters of a caption in the contents


class Figure(NamedTuple):
    """A figure or a table with a caption, in the contents."""

    id: str
    title: str


def mark_figures(root: _Element, ids: Ids, labels: Labels) -> list[Figure]:
    """Prepare the figures and tables; return those with a caption, in the order of the text."""
    for each in list(root.iter("table")):
        if not _is_inside(each, "table"):
            _put_in_figure(each)
    figures: list[Figure] = []
    counts = {"fig": 0, "tab": 0}
    for figure in list(root.iter("figure")):
        table = next(figure.iter("table"), None)
        kind = "fig" if table is None else "tab"
        counts[kind] += 1
        name = ids.give(figure, f"{kind}{counts[kind]}")
        if table is not None:
            _mark_table(figure, table, labels.table % counts[kind], labels)
        if title := _caption(figure):
            figures.append(Figure(name, title))
        if table is None:
            _mark_pictures(figure, labels)
    return figures


def _caption(figure: _Element) -> str:
    caption = figure.find("figcaption")
    title = text_of(caption) if caption is not None else ""
    return title if len(title) <= SHOWN else f"{title[:SHOWN].rsplit(' ', 1)[0]} …"


def _put_in_figure(table: _Element) -> None:
    """Put a table with its id and caption into a figure, if it does not stand in one."""
    if _is_inside(table, "figure"):
        return
    figure = Element("figure")
    if name := table.get("id"):
        figure.set("id", name)
        del table.attrib["id"]
    wrap(table, figure)


def _mark_table(figure: _Element, table: _Element, label: str, labels: Labels) -> None:
    """A region of its own that can be scrolled by keyboard, named by the caption."""
    figure.set("class", "wide")
    caption = table.find("caption")
    if caption is not None and figure.find("figcaption") is None:
        caption.tag, caption.tail = "figcaption", None
        figure.insert(0, caption)
    attributes = {"class": "scroll", "tabindex": "0", "role": "region"}
    region = Element("div", attributes)
    region.set("aria-label", _caption(figure) or label)
    if not _caption(figure):
        labels.mark(region)
    wrap(table, region)
    mark_scopes(table)


def _mark_pictures(figure: _Element, labels: Labels) -> None:
    """Each picture is a link to itself in full size; the caption offers it as a file."""
    sources = []
    for picture in list(figure.iter("img")):
        source = picture.get("src", "")
        picture.set("loading", "lazy")
        if source and not _is_inside(picture, "a"):
            sources.append(source)
            wrap(picture, Element("a", {"href": source}))
    caption = figure.find("figcaption")
    if caption is not None:
        for source in sources:
            _add_download(caption, source, labels)


def _add_download(caption: _Element, source: str, labels: Labels) -> None:
    link = SubElement(caption, "a", {"class": "noprint", "href": source, "download": ""})
    link.text = labels.download
    labels.mark(link)
    put_space_before(link, caption)


def _is_inside(element: _Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None
