"""The evidence for each field: its lines in the manuscript, and how sure the reader was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.imports.manuscript import Manuscript, SecondReading, SourcedValue
from articles.intake.manuscripts.draft_record import LeftOut
from articles.records.cleaning import clean_line
from articles.records.diff import Path

from .fields import SecondChoice
from .labels import line_type_label

SURENESS_ORDER = ("certain", "likely", "doubtful")
EVENTS = {"received_on": "received", "revised_on": "revised", "accepted_on": "accepted"}
# Fields of the record whose name in the manuscript differs.
MANUSCRIPT_NAMES = {
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
    """Looks up the values that were found in the manuscript by their path in the record."""

    def __init__(self, manuscript: Manuscript, left_out: tuple[LeftOut, ...] = ()) -> None:
        self.values = manuscript.values
        self.second_readings = manuscript.second_readings
        self.text_by_line = {line.number: line.text for line in manuscript.lines}
        self.left_out = {value.field: value for value in left_out}
        self.romanized_paths = {
            clean_line(str(value.value)): value.path
            for value in self.values
            if value.path.startswith("references.romanized.")
        }

    def of(self, path: Path, value: object = None) -> tuple[tuple[int, ...], str]:
        """The numbers of the lines, and the lowest sureness; ((), "") if nothing was found."""
        name = manuscript_path(path)
        if name.startswith("references.romanized."):  # its pair may have another number
            name = self.romanized_paths.get(str(value), "")
        values = list(self.values_under(name))
        lines = tuple(dict.fromkeys(number for value in values for number in value.lines))
        sureness = max(
            (str(value.sureness) for value in values), key=SURENESS_ORDER.index, default=""
        )
        return lines, sureness

    def seconds_of(self, lines: Iterable[int]) -> tuple[SecondChoice, ...]:
        """What these lines were nearly taken for."""
        numbers = set(lines)
        readings = self.second_readings
        return tuple(self.choice(each) for each in readings if numbers.intersection(each.lines))

    def seconds_from(self, number: int) -> tuple[SecondChoice, ...]:
        """What the lines that begin with this one were nearly taken for."""
        readings = self.second_readings
        return tuple(self.choice(each) for each in readings if each.lines[0] == number)

    def choice(self, second: SecondReading) -> SecondChoice:
        label = line_type_label(second.line_type)
        return SecondChoice(second.key, label, self.text_of(second.lines))

    def text_of(self, lines: Iterable[int]) -> str:
        return " ".join(self.text_by_line.get(number, "") for number in lines)

    def values_under(self, path: str) -> Iterator[SourcedValue]:
        return (
            value
            for value in self.values
            if value.path == path or value.path.startswith(f"{path}.")
        )

    def left_out_at(self, path: Path) -> LeftOut | None:
        """A printed value of this field that the record could not take."""
        name = manuscript_path(path)
        return next(
            (value for field, value in self.left_out.items() if f"{field}.".startswith(f"{name}.")),
            None,
        )


def is_unsure(sureness: str) -> bool:
    return sureness in ("likely", "doubtful")


def manuscript_path(path: Path) -> str:
    """A path in the record as the manuscript writes it.

    ("authors", 0, "names", "kk", "family") → authors.0.name.kk
    """
    match path:
        case ("authors", int(place), "names" | "collective", str(code), *_):
            return f"authors.{place}.name.{code}"
        case ("authors", int(place), "bio", str(code)):
            return f"bios.{code}.{place}"
        case ("authors", int(place), "marks"):
            return f"authors.{place}.affiliations"
        case ("references", int(place), "text"):
            return f"references.original.{place}"
        case ("references", int(place), "romanized"):
            return f"references.romanized.{place}"
        case (str(field), *_) if field in MANUSCRIPT_NAMES:
            return MANUSCRIPT_NAMES[field]
    return ".".join(map(str, path))
