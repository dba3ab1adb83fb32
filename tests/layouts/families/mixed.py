"""A family of families: each seed draws a design of its own, from the order to the marks.

The line classifier is trained with many of them; in strange words, they tell what it learned.
"""

from __future__ import annotations

import re

from tests.layouts import words
from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines
from tests.layouts.families.mixed_asides import ASIDES, RULE, STATEMENTS, TOP
from tests.layouts.families.mixed_people import MAIL, People
from tests.layouts.words import WORDS

ORDERS = ("title people contacts texts", "title people contacts texts", "people title texts",
          "people contacts title texts", "title texts people contacts",
          "people title contacts texts", "title people texts contacts",
          "title names texts foot", "names title texts foot")  # fmt: skip
PLACES = ("front", "front", "end", "end", "split", "stacked", "only", "before references")
HEADINGS = ("{}", "{}", "{}", "run in", "capital", "numbered", "")
PARTS_ABROAD = ("", "", "", "title texts", "title bare texts", "texts")


class Design:
    """The choices of one layout."""

    def __init__(self, a: Article) -> None:
        chance = a.chance
        self.people = People(a)
        self.order, self.where = chance.choice(ORDERS), chance.choice(PLACES)
        if "foot" in self.order:
            self.people.choose_foot()
        self.parts_abroad = chance.choice(PARTS_ABROAD)
        self.is_capital = chance.random() < 0.4
        self.title_style = chance.choice(["title", "title", "title", "text"])
        self.label = chance.choice(["<b>{}.</b> {}", "<b>{}:</b> {}", "{}. {}", "{}: {}",
                                    "<i>{}</i> – {}", "<b><i>{}</i></b>: {}"])  # fmt: skip
        self.abstract = chance.choice(["label"] * 5 + ["none", "own line", "structured"])
        self.keywords = chance.choice(["below"] * 6 + ["above", "none", "own line"])
        self.text_print = chance.choice(["{}", "{}", "<i>{}</i>"])
        self.is_capital_label = chance.random() < 0.25
        self.sign = chance.choice([", ", ", ", "; "])
        self.contacts = chance.choice(["", "", "", "mail", "star", "sentence", "named", "list",
                                       "orcids"])  # fmt: skip
        if self.people.mail or "contact" in self.people.card:
            self.contacts = ""
        self.headings = chance.choice(HEADINGS)
        self.part = chance.choice(["{}: {}", "{}. {}", "<b>{}.</b> {}"])  # of an abstract
        self.top = chance.sample(TOP, chance.randint(0, 3))
        self.asides = chance.sample(ASIDES, chance.choice([0, 0, 1, 2]))
        self.has_gaps, self.has_statement = chance.random() < 0.8, chance.random() < 0.1


def mixed(a: Article) -> Lines:
    """One manuscript of a design that its seed draws, or its authors alone."""
    design = Design(a)
    yield from _block(a, design) if a.chance.random() < 0.06 else _manuscript(a, design)


def _block(a: Article, design: Design) -> Lines:
    """What is pasted into the form of an article."""
    for language in a.languages[: a.chance.choice([1, 1, 2, 3])]:
        yield from [*design.people.lines(language), ""]
        yield from [*_contacts(a, design, language), ""] if language == a.own else []


def _manuscript(a: Article, design: Design) -> Lines:
    others = [] if design.where == "only" else a.languages[1:]
    front = {"end": [], "before references": [], "split": others[:1]}.get(design.where, others)
    for line in design.top:
        yield from [*line(a), *[""] * design.has_gaps]
    if design.where == "stacked":
        for part in design.order.split():
            for language in a.languages:
                yield from _part(a, design, part, language)
    else:
        for language in [a.own, *front]:
            yield from _header(a, design, language)
    for aside in design.asides:
        yield from aside(a)
    yield from _body(a, design.headings)
    behind = [line for language in ([] if design.where == "stacked" else others[len(front) :])
              for line in ["", *_header(a, design, language)]]  # fmt: skip
    yield from behind if design.where == "before references" else []
    yield from a.references(both=a.chance.random() < 0.5)
    yield from behind if design.where != "before references" else []


def _body(a: Article, headings: str) -> Lines:
    """The text with headings on lines of their own, in the paragraphs, or without any."""
    number, run_in = 0, ""
    for style, text in a.body(with_headings=bool(headings)):
        if style != "heading":
            yield style, f"{run_in}{text}"
            run_in = ""
        elif headings == "run in":
            run_in = f"<b>{text}.</b> "
        else:
            number += 1
            printed = text.upper() if headings == "capital" else text
            yield style, f"{number}. {printed}" if headings == "numbered" else printed


def _header(a: Article, design: Design, language: str) -> Lines:
    is_abroad = language != a.own and design.parts_abroad
    for part in (design.parts_abroad if is_abroad else design.order).split():
        yield from _part(a, design, part, language)


def _part(a: Article, design: Design, part: str, language: str) -> Lines:
    if part == "title":
        text = a.title(language, capital=design.is_capital)
        yield (design.title_style, text if design.title_style == "title" else f"<b>{text}</b>")
    elif part == "people":
        yield from design.people.lines(language)
    elif part == "names":
        yield design.people.names_line(language)
    elif part == "bare":
        yield ", ".join(design.people.name(language, at) for at in range(a.people))
    elif part == "foot":
        yield from [RULE, *design.people.all_places(language)]
        yield from _contacts(a, design, language) if language == a.own else []
    elif part == "texts":
        yield from _texts(a, design, language)
    elif language == a.own:
        yield from _contacts(a, design, language)
    yield from [""] * design.has_gaps


def _texts(a: Article, design: Design, language: str) -> Lines:
    keywords = list(_keywords(a, design, language))
    yield from keywords if design.keywords == "above" else []
    label = a.label("abstract labels", language)
    label = label.upper() if design.is_capital_label else label
    if design.abstract == "structured":
        heads = a.words["subheadings"][language]
        parts = [design.part.format(head, words.sentences(a.chance, language, 2, a.words))
                 for head in heads]  # fmt: skip
        a.truth["abstract"][language] = re.sub("</?b>", "", " ".join(parts))
        yield from [f"<b>{label}</b>", *parts]
    elif design.abstract == "own line":
        yield from [f"<b>{label}</b>", a.abstract(language)]
    elif design.abstract == "none" and keywords and design.keywords != "above":
        yield design.text_print.format(a.abstract(language))
    else:
        yield design.label.format(label, a.abstract(language))
    yield from keywords if design.keywords != "above" else []
    yield from [a.chance.choice(STATEMENTS[language])] * design.has_statement


def _keywords(a: Article, design: Design, language: str) -> Lines:
    label = a.label("keywords labels", language)
    label = label.upper() if design.is_capital_label else label
    if design.keywords == "own line":
        yield from [f"<b>{label}</b>", a.keywords(language, design.sign)]
    elif design.keywords != "none":
        yield design.label.format(label, a.keywords(language, design.sign))


def _contacts(a: Article, design: Design, language: str) -> Lines:
    names = [a.name(language, at, "initials first", False) for at in range(a.people)]
    if design.contacts == "mail":
        yield a.chance.choice(["{}", "e-mail: {}", MAIL[language]]).format(a.email(0))
    elif design.contacts == "star":
        yield f"*E-mail: {a.email(0)}"
    elif design.contacts == "sentence":
        name = a.name(language, 0, "", False)
        text = a.chance.choice(WORDS["correspondence"][language])
        yield text.format(name, a.email(0, True) if "{1}" in text else "")
        a.truth["authors"][0]["corresponding"] = True
    elif design.contacts == "named":
        yield from [f"{name}: {a.email(at)}" for at, name in enumerate(names)]
    elif design.contacts == "list":
        yield f"E-mail: {', '.join(a.email(at) for at in range(a.people))}"
    elif design.contacts == "orcids":
        ids = [f"{name} – {a.orcid(at)}" for at, name in enumerate(names)]
        yield f"ORCID: {'; '.join(ids)}"


FAMILIES = (mixed,)
