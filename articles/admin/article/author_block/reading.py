"""What a pasted author block says: authors and affiliations of each of its languages."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.imports import Unreadable
from articles.imports.manuscript.author_block.block import BlockPart, read_author_block
from articles.intake.manuscripts.draft_record import LeftOut, draft_of
from articles.records.cleaning import FORBIDDEN
from articles.records.languages import LANGUAGES, Language
from articles.records.record import Affiliation, Authorship

TEXT = "pasted_authors"  # the name of the box
LANGUAGE = "pasted_language_{}"  # the name of the choice for one part
MAX_CHARACTERS = 100_000
NO_NAMES = gettext_noop(
    "No names were found in this text. Paste the lines with the authors as they are printed."
)
TOO_LONG = gettext_noop("This text is too long for the authors of one article.")


class PastedPart(msgspec.Struct, frozen=True, kw_only=True):
    """One language of a block; None is unknown, or the language of an earlier part.

    `unknown_marks`: for each author the printed marks that no organisation of the part has.
    """

    language: Language | None
    authors: tuple[Authorship, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    unknown_marks: tuple[tuple[str, ...], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    text: str = ""


class PastedBlock(msgspec.Struct, frozen=True, kw_only=True):
    """What was pasted; `problem` says why nothing was read."""

    text: str
    parts: tuple[PastedPart, ...] = ()
    unread: tuple[str, ...] = ()  # lines that were not understood
    problem: str = ""

    @property
    def has_authors(self) -> bool:
        return any(part.authors for part in self.parts)


def pasted_text(posted: QueryDict) -> str:
    return posted.get(TEXT, "").strip()


def read_pasted_block(posted: QueryDict) -> PastedBlock | None:
    """The block in the box of the form; None where it is empty."""
    if not (text := pasted_text(posted)):
        return None
    if len(text) > MAX_CHARACTERS:
        return PastedBlock(text=text, problem=_(TOO_LONG))
    try:
        block = read_author_block(FORBIDDEN.sub(" ", text), dict(chosen_languages(posted)))
    except Unreadable as refusal:
        return PastedBlock(text=text, problem=str(refusal))
    parts = tuple(map(pasted_part, block.parts))
    problem = "" if any(part.authors for part in parts) else _(NO_NAMES)
    return PastedBlock(text=text, parts=parts, unread=block.unread, problem=problem)


def chosen_languages(posted: QueryDict) -> Iterator[tuple[int, Language]]:
    """The language that the editor chose for each part, by its place."""
    for place in range(len(LANGUAGES) * 2):
        code = posted.get(LANGUAGE.format(place))
        yield from ((place, language) for language in LANGUAGES if language == code)


def pasted_part(part: BlockPart) -> PastedPart:
    draft = draft_of(part.manuscript)
    return PastedPart(
        language=part.language,
        authors=draft.record.authors,
        affiliations=draft.record.affiliations,
        unknown_marks=part.unknown_marks,
        left_out=draft.left_out,
        text=" ".join(line.text for line in part.manuscript.lines[:1]),
    )
