"""The pasted author block as the form shows it: what was understood, and what happens to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import msgspec
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.intake.manuscripts.matches import person_matches
from articles.records.field_labels import PART_LABELS, ROW_LABELS
from articles.records.record import Record

from ...trilingual import NATIVE, language_of
from ..autocomplete import check_may_search
from ..wording.labels import with_language
from .filled import Conflict, Filling
from .filling import fill_rows
from .reading import LANGUAGE, TEXT, PastedBlock, read_pasted_block

if TYPE_CHECKING:
    from .. import ArticleAdmin

REPLACE = "pasted_replace"  # inputs whose typed text gives way
TEMPLATE = "admin/articles/article/form_author_block_seen.html"
PARTS = {"family_name": "family", "given_name": "given"}  # columns whose label has another name


class SeenConflict(msgspec.Struct, frozen=True, kw_only=True):
    """A typed value that differs from the one read."""

    input: str
    label: str
    typed: str
    read: str
    is_replaced: bool


class PartChoice(msgspec.Struct, frozen=True, kw_only=True):
    """The language of one part of the block, which the editor may correct."""

    name: str
    language: str
    text: str  # its first line
    count: int  # of authors


class AuthorPanel(msgspec.Struct, frozen=True, kw_only=True):
    """What the template needs; `is_filled` says that the rows have it now."""

    block: PastedBlock
    filling: Filling
    conflicts: tuple[SeenConflict, ...]
    parts: tuple[PartChoice, ...]
    numbers: tuple[str, ...]
    is_filled: bool = False


def author_panel(posted: QueryDict, *, is_filled: bool = False) -> AuthorPanel | None:
    """The block in the form's box as it is filled in; None for an empty box."""
    block = read_pasted_block(posted)
    if block is None:
        return None
    replaced = posted.getlist(REPLACE)
    filling = fill_rows(posted, block, replaced)
    add_known_people(filling)
    conflicts = fill_rows(posted, block).conflicts if replaced else filling.conflicts
    return AuthorPanel(
        block=block,
        filling=filling,
        conflicts=tuple(seen_conflicts(conflicts.values(), replaced)),
        parts=tuple(part_choices(block)),
        numbers=tuple(different_numbers(filling)),
        is_filled=is_filled and block.has_authors,
    )


def filled_data(posted: QueryDict, panel: AuthorPanel) -> QueryDict:
    """The form's data with the rows filled in, the people chosen, and an empty box."""
    data = panel.filling.data
    for filled in panel.filling.authors.values():
        if key := posted.get(filled.choice):
            filled.row.set("author", key)
    data[TEXT] = ""
    return data


def add_known_people(filling: Filling) -> None:
    """Finds the people of the site who may be the authors; none where one is chosen already."""
    authors = [filled for filled in filling.authors.values() if not filled.row.get("author")]
    printed = [
        msgspec.structs.replace(
            next(iter(filled.read.values())),
            names=dict(filled.row.names()),
            orcid=filled.row.get("orcid"),
            email=filled.row.get("email"),
        )
        for filled in authors
    ]
    matches = person_matches(Record(language="kk", authors=tuple(printed)))
    for filled, known in zip(authors, matches, strict=True):
        filled.known = tuple(known)


def seen_conflicts(
    conflicts: Collection[Conflict], replaced: Collection[str]
) -> Iterator[SeenConflict]:
    for conflict in conflicts:
        yield SeenConflict(
            input=conflict.input,
            label=conflict_label(conflict),
            typed=conflict.typed,
            read=conflict.read,
            is_replaced=conflict.input in replaced,
        )


def conflict_label(conflict: Conflict) -> str:
    """`Author 2: family name (Русский)`."""
    code = language_of(conflict.field)
    column = conflict.field.removesuffix(f"_{code}") if code else conflict.field
    kind = "authors" if conflict.input.startswith("authorships") else "affiliations"
    row = str(ROW_LABELS[kind]) % {"number": conflict.row}
    part = PART_LABELS[PARTS.get(column, column)]
    return with_language(_("%(field)s: %(part)s") % {"field": row, "part": part}, code)


def part_choices(block: PastedBlock) -> Iterator[PartChoice]:
    for place, part in enumerate(block.parts):
        yield PartChoice(
            name=LANGUAGE.format(place),
            language=part.language or "",
            text=part.text,
            count=len(part.authors),
        )


def different_numbers(filling: Filling) -> Iterator[str]:
    for each in filling.numbers:
        text = (
            _("%(language)s: %(pasted)d authors; %(other)s: %(others)d. Check who is missing.")
            if each.other
            else _("%(language)s: %(pasted)d authors are pasted, the form has %(others)d.")
        )
        yield text % {
            "language": NATIVE[each.language],
            "pasted": each.pasted,
            "other": NATIVE.get(each.other or "", ""),
            "others": each.others,
        }


def author_block_view(admin: ArticleAdmin, request: HttpRequest) -> HttpResponse:
    """POST with the article form: the pasted block as understood, as HTML. Saves nothing."""
    check_may_search(admin, request)
    context = {"panel": author_panel(request.POST), "languages": NATIVE}
    return render(request, TEMPLATE, context)
