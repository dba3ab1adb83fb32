"""The plain fields of an article, each described once.

From these descriptions come the inputs of the article form, the columns of its row, the mapping of
both to the record, the greatest lengths, and the labels in errors, conflicts and history. How to
add one: CONTRIBUTING.md, "Adding a field". Authors, affiliations, keywords, references, funding,
files and related articles are lists of their own kind, and written out where they are used.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import identifiers, pages
from .languages import LANGUAGES

if TYPE_CHECKING:
    from .record import Record


class Kind(Enum):
    """How a field is stored and typed."""

    PLAIN = auto()  # one column and one input; the record has the column's value
    TRILINGUAL = auto()  # a text in three columns and inputs
    CODES = auto()  # a tuple of codes; an array column, an input with the codes on one line
    DATE = auto()
    DATES = auto()  # a tuple of dates; an array column, one input
    KEY = auto()  # a foreign key; the record has the key, as `issue_id`


class PlainField(msgspec.Struct, frozen=True):
    name: str
    label: str | Promise
    section: str = ""  # of the form; '' where the form has no such input
    kind: Kind = Kind.PLAIN
    row: int = 1  # in the section: plain inputs of one row stand beside one another
    part: str = ""  # of the record that holds it: "statements", "internal"
    max_length: int | None = None  # characters, in each language
    height: int = 3  # lines of text in the box of a trilingual field
    normalise: Callable[[str], str] | None = None  # the standard form of an identifier or a code

    @property
    def key(self) -> str:
        """The name in the record and of the column: `issue_id` for `issue`."""
        return f"{self.name}_id" if self.kind is Kind.KEY else self.name

    @property
    def path(self) -> str:
        """From the record: `internal.originality`."""
        return f"{self.part}.{self.key}" if self.part else self.key

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the form's inputs."""
        if self.kind is Kind.TRILINGUAL:
            return tuple(f"{self.name}_{code}" for code in LANGUAGES)
        return (self.name,)

    def value_in(self, record: Record) -> Any:
        return getattr(getattr(record, self.part) if self.part else record, self.key)


TEXT, CODES, DATE, DATES, KEY = Kind.TRILINGUAL, Kind.CODES, Kind.DATE, Kind.DATES, Kind.KEY

FIELDS = (
    PlainField("language", _("language of the full text"), "head"),
    PlainField("type", _("type"), "head"),
    PlainField("status", _("status")),
    PlainField("issue", _("issue"), "dates", KEY, row=4),
    PlainField("section", _("section"), "dates", KEY, row=4),
    PlainField("position", _("position in the issue"), "dates", row=4),
    PlainField("title", _("title"), "title", TEXT, max_length=1_000, height=2),
    PlainField("abstract", _("abstract"), "abstract", TEXT, max_length=20_000, height=7),
    PlainField("contributions", _("author contributions"), "statements", TEXT, 1, "statements"),
    PlainField("conflicts", _("conflicts of interest"), "statements", TEXT, 2, "statements"),
    PlainField("data", _("data availability"), "statements", TEXT, 3, "statements"),
    PlainField("thanks", _("acknowledgements"), "statements", TEXT, 4, "statements"),
    PlainField(
        "copyright_holder", _("copyright holder"), "statements", TEXT, 5, max_length=500, height=1
    ),
    PlainField("body", _("full text"), "body"),
    PlainField("doi", "DOI", "dates", row=2, normalise=identifiers.doi),
    PlainField("edn", "EDN", "dates", row=2, max_length=6),
    PlainField("first_page", _("first page"), "dates", row=3, max_length=20),
    PlainField("last_page", _("last page"), "dates", row=3, max_length=20),
    PlainField(
        "page_ranges", _("further pages"), "dates", CODES, row=3, normalise=pages.page_range
    ),
    PlainField("article_number", _("article number"), "dates", row=3, max_length=40),
    PlainField("received_on", _("received"), "dates", DATE),
    PlainField("revised_on", _("revised"), "dates", DATE),
    PlainField("accepted_on", _("accepted"), "dates", DATE),
    PlainField("published_on", _("published"), "dates", DATE),
    PlainField("irsti", _("IRSTI"), "dates", CODES, row=5, normalise=identifiers.irsti),
    PlainField("udc", _("UDC"), "dates", CODES, row=5, normalise=identifiers.udc),
    PlainField("jel", "JEL", "dates", CODES, row=5),
    PlainField("copyright_year", _("copyright year"), "statements", row=6),
    PlainField("licence", _("licence"), "statements", row=6, max_length=200),
    PlainField("licence_from", _("licence from"), "statements", DATE, row=6),
    PlainField("originality", _("originality, per cent"), "office", part="internal"),
    PlainField("originality_system", _("checked with"), "office", part="internal"),
    PlainField("originality_on", _("originality checked"), "office", DATE, part="internal"),
    PlainField("review_count", _("reviews"), "office", row=2, part="internal"),
    PlainField("reviewed_on", _("reviewed"), "office", DATES, row=2, part="internal"),
)
FORM_FIELDS = tuple(field for field in FIELDS if field.section)
TRILINGUAL = tuple(field.name for field in FIELDS if field.kind is Kind.TRILINGUAL)
