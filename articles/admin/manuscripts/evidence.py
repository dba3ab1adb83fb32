"""Whence each cell's value is: the lines of the manuscript, and how sure the reader was."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript import Manuscript, SourcedValue
from articles.intake.manuscripts.draft_record import LeftOut
from articles.records.cleaning import clean_line
from articles.records.diff import Path

ORDER = ("certain", "likely", "doubtful")
EVENTS = {"received_on": "received", "revised_on": "revised", "accepted_on": "accepted"}
PLACES = {
    **{field: f"dates.{event}" for field, event in EVENTS.items()},
    "published_on": "dates.published",
    "first_page": "pages",
    "last_page": "pages",
    "language": "article_language",
    "body": "sections",
    "statements": "other_sections",
    "funding": "funding",
}


class Evidence:
    """Asked cell by cell."""

    def __init__(self, manuscript: Manuscript, left_out: tuple[LeftOut, ...] = ()) -> None:
        self.values = manuscript.values
        self.left_out = {one.field: one for one in left_out}
        self.romanized = {
            clean_line(str(one.value)): one.path
            for one in self.values
            if one.path.startswith("references.romanized.")
        }

    def of(self, path: Path, value: object = None) -> tuple[tuple[int, ...], str]:
        """The lines, and the least sure of what was found there."""
        place = place_in_manuscript(path)
        if place.startswith("references.romanized."):  # a twin may stand at another place
            place = self.romanized.get(str(value), "")
        found = list(self.under(place))
        lines = tuple(dict.fromkeys(number for one in found for number in one.lines))
        sureness = max((str(one.sureness) for one in found), key=ORDER.index, default="")
        return lines, sureness

    def under(self, place: str) -> Iterator[SourcedValue]:
        return (one for one in self.values if one.path == place or one.path.startswith(f"{place}."))

    def refusal(self, path: Path) -> LeftOut | None:
        """A printed value of this place that could not be taken."""
        place = place_in_manuscript(path)
        return next(
            (one for field, one in self.left_out.items() if f"{field}.".startswith(f"{place}.")),
            None,
        )


def place_in_manuscript(path: Path) -> str:
    """("authors", 0, "names", "kk", "family") → authors.0.name.kk."""
    match path:
        case ("authors", int(place), "names", str(code), *_):
            return f"authors.{place}.name.{code}"
        case ("authors", int(place), "bio", str(code)):
            return f"bios.{code}.{place}"
        case ("authors", int(place), "marks"):
            return f"authors.{place}.affiliations"
        case ("references", int(place), "text"):
            return f"references.original.{place}"
        case ("references", int(place), "romanized"):
            return f"references.romanized.{place}"
        case (str(field), *_) if field in PLACES:
            return PLACES[field]
    return ".".join(map(str, path))
