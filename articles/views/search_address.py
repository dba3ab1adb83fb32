"""A search as its address says it, and the addresses that lead on from it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.records.html import Shown, marked, shown
from articles.records.languages import Language
from articles.search.asking import SILENT
from articles.search.facets import Facet
from articles.search.facets import Value as FacetValue
from articles.search.filters import KINDS, LONGEST, MOST_VALUES, Filters
from articles.search.query import LONGEST as WORDS_LENGTH
from articles.search.query import Hint

from .part import Part
from .words import of_text

SORTS = ("newest", "oldest")


class Asked(Part, frozen=True):
    words: str
    filters: Filters
    sort: str
    page: int

    @property
    def is_asked(self) -> bool:
        return bool(self.words or self.filters)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What a form beside must send along, but for the sort and the page."""
        return pairs(self.words, self.filters)

    def address(self, page: int = 1, filters: bool = True) -> str:
        return address(self.words, self.filters if filters else Filters(), self.sort, page)


class Box(Part, frozen=True):
    value: str
    label: Shown
    count: int
    is_chosen: bool


class Boxes(Part, frozen=True):
    """A facet as a page shows it."""

    kind: str
    heading: str
    boxes: list[Box]


def asked_of(request: HttpRequest, page: int) -> Asked:
    """Any text may be typed: signs that nothing shows are dropped, the rest is cut."""
    sort = request.GET.get("sort", "")
    return Asked(
        words=tidied(request.GET.get("q", ""), WORDS_LENGTH),
        filters=Filters(
            **{
                kind: tuple(
                    dict.fromkeys(
                        value
                        for one in request.GET.getlist(kind)[:MOST_VALUES]
                        if (value := tidied(one, LONGEST))
                    )
                )
                for kind in KINDS
            }
        ),
        sort=sort if sort in SORTS else "",
        page=page,
    )


def tidied(text: str, most: int) -> str:
    return " ".join(SILENT.sub(" ", text[:most]).split())


def address(words: str, filters: Filters, sort: str = "", page: int = 1) -> str:
    """Always in this order, and nothing that says nothing: the same search, the same address."""
    said = pairs(words, filters)
    said += [("sort", sort)] if sort else []
    said += [("page", str(page))] if page > 1 else []
    return f"?{urlencode(said)}"


def pairs(words: str, filters: Filters) -> list[tuple[str, str]]:
    chosen = [(kind, value) for kind in KINDS for value in sorted(getattr(filters, kind))]
    return [("q", words), *chosen] if words else chosen


def facet_boxes(facet: Facet, reader: Language) -> Boxes:
    boxes = [
        Box(one.value, label_of(facet.kind, one, reader), one.count, one.is_chosen)
        for one in facet.values
    ]
    return Boxes(facet.kind, heading(facet.kind), boxes)


def heading(kind: str) -> str:
    return {
        "journal": _("Journal"),
        "year": _("Year"),
        "language": _("Language of the text"),
        "section": _("Section"),
        "author": _("Author"),
        "keyword": _("Keyword"),
    }[kind]


def label_of(kind: str, one: FacetValue, reader: Language) -> Shown:
    if isinstance(one.label, dict):
        return shown(one.label, reader, "kk") or Shown(marked(one.value))
    if kind == "language" and one.label in ("kk", "ru", "en"):
        return Shown(marked(of_text(one.label)))  # type: ignore[arg-type]  # one of the three
    return Shown(marked(one.label))


def removals(asked: Asked, facets: Iterable[Facet], reader: Language) -> list[tuple[str, Shown]]:
    """A link for each filter that is on, to the same search without it."""
    return [
        (address(asked.words, lessened(asked.filters, facet.kind, one.value), asked.sort), label)
        for facet in facets
        for one in facet.values
        if one.is_chosen
        for label in (label_of(facet.kind, one, reader),)
    ]


def lessened(filters: Filters, kind: str, value: str) -> Filters:
    kept = tuple(one for one in getattr(filters, kind) if one.casefold() != value.casefold())
    return filters.with_values(kind, kept)


def hint_links(asked: Asked, hints: Iterable[Hint]) -> list[tuple[str, Hint]]:
    return [(address(hint.typed, asked.filters, asked.sort), hint) for hint in hints]
