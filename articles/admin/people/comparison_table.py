"""The table of rows side by side: what each has, and what they share or contradict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models.roles import Action, can_do
from articles.people import PEOPLE, Kind
from articles.people.facts import Facts, shared
from articles.records.languages import LANGUAGES, Language

from ..country_field import country_label
from ..trilingual import NATIVE

ARTICLES = 5  # named of each row
VALUES = 8  # of each line


class Cell(msgspec.Struct, frozen=True):
    """One value; `mark` is the CSS class of what is shared (yes) or contradicts (no)."""

    text: str
    mark: str = ""
    url: str = ""
    language: str = ""


class Line(msgspec.Struct, frozen=True):
    """A line of the table: for each row its values."""

    label: str
    cells: list[tuple[str, list[Cell]]]  # name of the row, its values


class NameChoice(msgspec.Struct, frozen=True):
    """The spellings of one language; the first of the kept row is proposed."""

    language: Language
    label: str
    options: list[tuple[int, str]]


def table_lines(kind: Kind, rows: list[Facts], request: HttpRequest) -> Iterator[Line]:
    for code in LANGUAGES:
        yield line(NATIVE[code], rows, lambda one, code=code: [name_cell(kind, one, code)])
    yield line(_("Articles"), rows, lambda one: list(article_cells(one, request)))
    yield shared_line(kind.identifier.upper(), rows, "identifiers")
    if kind is PEOPLE:
        yield shared_line(_("Organisations"), rows, "organisations")
        yield shared_line(_("Co-authors"), rows, "people")
        yield shared_line(_("Email"), rows, "emails")
        yield shared_line(_("Keywords"), rows, "keywords")
    else:
        yield line(_("Country"), rows, lambda one: [Cell(country_label(one.row.country))])
        yield shared_line(_("As printed"), rows, "organisations")
        yield shared_line(_("Authors"), rows, "people")


def line(label: str, rows: list[Facts], cells: Any) -> Line:
    return Line(label, [(str(one.row), [cell for cell in cells(one) if cell.text]) for one in rows])


def shared_line(label: str, rows: list[Facts], name: str) -> Line:
    """Values that another row has as well are marked; so are ORCIDs and ROR IDs that differ."""

    def cells(one: Facts) -> list[Cell]:
        values: dict[str, str] = getattr(one, name)
        others = [other for other in rows if other is not one]
        common = shared(one, others, name)
        is_other = name == "identifiers" and any(getattr(other, name) for other in others)
        apart = "no" if is_other else ""
        ordered = sorted(values, key=lambda key: key not in common)
        return [Cell(values[key], "yes" if key in common else apart) for key in ordered[:VALUES]]

    return line(label, rows, cells)


def name_cell(kind: Kind, one: Facts, code: Language) -> Cell:
    return Cell(spelling(kind, one.row, code), language=code)


def spelling(kind: Kind, row: Any, code: Language) -> str:
    parts = (getattr(row, column) or "" for column in kind.columns_of_name(code))
    return " ".join(filter(None, parts)) if kind is PEOPLE else next(parts)


def article_cells(one: Facts, request: HttpRequest) -> Iterator[Cell]:
    """Their number and years, then the newest, each with a link that the editor may open."""
    count = len(one.articles)
    if not count:
        return
    years = sorted({article.published_on.year for article in one.articles if article.published_on})
    span = f"{years[0]}–{years[-1]}" if years[1:] else "".join(map(str, years))
    yield Cell(", ".join(filter(None, (str(count), span))))
    for article in one.articles[:ARTICLES]:
        if can_do(request.user, Action.VIEW, article):
            url = reverse("admin:articles_article_change", args=[article.pk])
            yield Cell(str(article), url=url)
        elif article.is_public:
            yield Cell(str(article), url=article.get_absolute_url())


def name_choice(kind: Kind, rows: list[Facts], code: Language) -> NameChoice | None:
    options = [(one.row.pk, text) for one in rows if (text := spelling(kind, one.row, code))]
    return NameChoice(code, NATIVE[code], options) if len(options) > 1 else None
