"""An invented manuscript of one of many layouts, that grows line by line."""

from __future__ import annotations

import textwrap
from random import Random

from msgspec.structs import replace

from articles.imports.readers.line import Kind, Line, Span, Style
from tests.layouts.words import LANGUAGES, SHAPES, WORDS

ORDERS = (
    ["title authors affiliations abstract"] * 4
    + ["authors affiliations title abstract"] * 4
    + ["authors title affiliations abstract"] * 3
    + ["affiliations authors title abstract",
       "title affiliations authors abstract", "title abstract authors affiliations",
       "title authors abstract affiliations", "authors affiliations title abstract contacts",
       "authors title abstract", "title abstract"]
)  # fmt: skip
FORMS = ("text", "text", "wrapped", "markdown", "word", "pdf")
RAISED = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")


class Manuscript:
    """The choices of one layout, the lines so far, and in `types` what each of them is."""

    def __init__(self, seed: int) -> None:
        chance = self.chance = Random(seed)
        self.lines: list[Line] = []
        self.types: list[str] = []
        self.is_in_table = False
        self.footnotes: list[tuple[str, str]] = []  # printed at the end of the file
        self.form = chance.choice(FORMS)
        self.width = chance.choice([70, 80, 100]) + 14 * (self.form == "pdf")
        self.is_dense = chance.random() < 0.25  # no blank lines
        self.languages = chance.sample(LANGUAGES, 3)
        self.order = chance.choice(ORDERS)
        self._choose_people(chance)
        self._choose_labels(chance)
        self._choose_print(chance)

    def _choose_people(self, chance: Random) -> None:
        self.people = chance.choice([1, 1, 2, 2, 3, 3, 4, 5])
        self.first_person = chance.randrange(10)
        self.name_shape = chance.choice(SHAPES)
        self.last_name = ""
        self.marks = chance.choice(["", "", "", "raised", "raised", "plain", "spaced"])
        self.has_mark_first = chance.random() < 0.2
        self.people_style = chance.choice(
            ["line"] * 6 + ["lines"] * 4 + ["brackets", "dash", "emails", "degrees"]
        )
        self.separator = chance.choice([", ", ", ", "; "])
        self.affiliation_style = chance.choice(
            ["lines"] * 5 + ["line", "broken", "foreign", "none", "footnotes"]
        )
        is_one = not self.marks and chance.random() < 0.7
        self.organisations = 1 if is_one else min(3, self.people)
        self.posts = chance.choice(["", "", "", "below names", "below organisations"])
        self.contacts = chance.choice(
            [
                "",
                "",
                "correspondence",
                "email",
                "list",
                "named",
                "below names",
                "beside organisations",
            ]
        )
        if self.people_style == "lines" and chance.random() < 0.4:
            self._give_own_lines(chance)
        self.has_address = chance.random() < 0.15

    def _give_own_lines(self, chance: Random) -> None:
        """Each author has lines of their own: posts, an organisation, contacts."""
        self.marks, self.organisations = "", min(3, self.people)
        self.posts = chance.choice(["below names", "below names", ""])
        self.contacts = chance.choice(["below names", "below names", ""])

    def _choose_labels(self, chance: Random) -> None:
        self.label_end = chance.choice([".", ":", ":", " –"])
        self.is_labelled = chance.random() < 0.1
        self.has_abstract_label = chance.random() < 0.75
        self.has_keyword_label = chance.random() < 0.95
        self.has_bare_labels = chance.random() < 0.15
        self.is_title_below_label = chance.random() < 0.03
        self.is_structured = chance.choice([""] * 12 + ["below", "run in"])

    def _choose_print(self, chance: Random) -> None:
        self.is_centred = chance.random() < 0.5
        self.has_table = chance.random() < 0.06  # the headers stand in a table
        self.capital = {name for name in ("title", "heading", "byline") if chance.random() < 0.25}
        self.bold = {name for name in ("title", "heading", "byline") if chance.random() < 0.5}
        self.italic = {
            name
            for name in ("affiliation", "byline", "abstract", "degree")
            if chance.random() < 0.2
        }
        self.heading = {name for name in ("title", "heading") if chance.random() < 0.5}

    def add(self, line_type: str, text: str, gap: bool = False, lead: int = 0) -> None:
        """Add one element, in as many lines as its form needs; `lead` letters of it are bold."""
        text = text.upper() if line_type in self.capital else text
        for place, piece in enumerate(self._wrapped(line_type, text)):
            is_more = place and line_type == "affiliation"
            printed = "continuation" if is_more else line_type
            self._add_line(printed, piece, gap and not place, 0 if place else lead)

    def label(self, kind: str, language: str, line_type: str, text: str) -> None:
        """Add a text behind its label, or below it."""
        label = self.chance.choice(WORDS[kind][language])
        if self.has_bare_labels and line_type != "keywords":
            self.add(line_type, label, gap=True, lead=len(label))
            self.add(line_type, text)
        else:
            label = f"{label}{self.label_end}"
            self.add(line_type, f"{label} {text}", gap=True, lead=len(label))

    def sign(self, number: int) -> str:
        """The mark of an organisation, '' if this manuscript has none."""
        raised = str(number).translate(RAISED)
        return {"": "", "plain": str(number), "spaced": f"{raised} "}.get(self.marks, raised)

    def signed(self, name: str, number: int) -> str:
        """A name with its mark."""
        sign = self.sign(number).strip()
        return f"{sign}{name}" if self.has_mark_first else f"{name}{sign}"

    def _wrapped(self, line_type: str, text: str) -> list[str]:
        is_short = line_type in ("title", "affiliation")
        is_broken = is_short and self.form != "word" and self.chance.random() < 0.15
        if self.form not in ("wrapped", "pdf") and not is_broken:
            return [text]
        share = self.chance.uniform(0.4, 0.9) if is_short and self.is_centred else 1.0
        width = int(self.width * (0.6 if self.is_in_table else share))
        return textwrap.wrap(text, width, break_on_hyphens=False)

    def add_footnotes(self) -> None:
        for number, (line_type, text) in enumerate(self.footnotes, 1):
            self._add_line(line_type, text, True, 0)
            self.lines[-1] = replace(self.lines[-1], kind="footnote", notes=((0, str(number)),))

    def _add_line(self, line_type: str, text: str, gap: bool, lead: int) -> None:
        kind: Kind = "cell" if self.is_in_table else "text"
        is_heading = line_type in self.heading
        has_heading = is_heading and self.form in ("markdown", "word")
        self.types.append(line_type)
        self.lines.append(
            Line(
                text=text,
                number=len(self.types),
                gap=(gap or self.form == "markdown") and (not self.is_dense or has_heading),
                whole=self.form == "word",
                heading=int(has_heading),
                kind=kind,
                left=168.0 if self.is_in_table and self.form == "pdf" else 0.0,
                size=(14.0 if is_heading else 11.0) if self.form == "pdf" else 0.0,
                spans=self._spans(line_type, text, lead),
            )
        )

    def _spans(self, line_type: str, text: str, lead: int) -> tuple[Span, ...]:
        if self.form in ("text", "wrapped"):
            return ()
        bold = len(text) if line_type in self.bold else lead
        ends: tuple[tuple[int, Style], ...] = (
            (bold, "b"),
            (len(text) if line_type in self.italic else 0, "i"),
        )
        return tuple(Span(0, end, style) for end, style in ends if end)
