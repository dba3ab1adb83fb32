"""The choices of one journal: a layout among several thousand."""

import random
from dataclasses import dataclass

from tests.imports.manuscript_layouts import texts


@dataclass
class Layout:
    """The choices of one journal."""

    languages: list[str]
    names: str
    order: str  # of a header: title first or authors first
    marks: str
    separator: str
    label_end: str
    bare_labels: bool  # labels on a line of their own
    abstract_label: bool
    keyword_sign: str
    capital: bool
    numbering: str
    translations: str  # where the headers in other languages are
    run_in: bool
    headings_numbered: bool
    authors: int
    bios: list[str]  # languages of the biographies at the very end
    contacts: str  # where the e-mails of all authors are, "" if only one is printed
    citation: bool
    article_type: bool
    statements: bool
    turkish: bool
    seed: int = 0


def a_layout(seed: int) -> Layout:
    """One of several thousand layouts."""
    chance = random.Random(seed)
    languages = ["kk", "ru", "en"]
    chance.shuffle(languages)
    run_in = chance.random() < 0.3
    return Layout(
        languages=languages,
        names=chance.choice(list(texts.NAMES)),
        order=chance.choice(["title first", "authors first"]),
        marks=chance.choice(["raised", "plain", "before", "raised"]),
        separator=chance.choice([", ", ", ", "; ", "\n"]),
        label_end=chance.choice([".", ":", " –"]),
        bare_labels=chance.random() < 0.25,
        abstract_label=chance.random() < 0.8,
        keyword_sign=chance.choice([", ", "; "]),
        capital=chance.random() < 0.3,
        numbering=chance.choice(["{}. ", "{}) ", "[{}] ", "{} "]),
        translations=chance.choice(["front", "end", "after original", "before references"]),
        run_in=run_in,
        headings_numbered=not run_in and chance.random() < 0.3,
        authors=chance.choice([1, 2, 3]),
        **_extras(random.Random(seed + 77)),
        seed=seed,
    )


def _extras(chance: random.Random) -> dict:
    if chance.random() < 0.4:
        return {
            "bios": [],
            "contacts": "",
            "citation": False,
            "article_type": False,
            "statements": False,
            "turkish": False,
        }
    return {
        "bios": chance.choice([[], ["kk"], ["ru", "en"], ["kk", "ru", "en"]]),
        "contacts": chance.choice(["", "organisations", "lines", "bios", "list"]),
        "citation": chance.random() < 0.4,
        "article_type": chance.random() < 0.3,
        "statements": chance.random() < 0.4,
        "turkish": chance.random() < 0.25,
    }


def has_addresses(layout: Layout, *others: str) -> bool:
    if layout.contacts == "bios":
        return bool(layout.bios)
    if layout.contacts == "organisations":
        return layout.authors < 3
    return layout.contacts in ("lines", *others)
