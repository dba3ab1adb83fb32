"""A whole invented manuscript: codes, headers, text, references, headers in other languages."""

from __future__ import annotations

from tests.layouts import words
from tests.layouts.generator import Manuscript
from tests.layouts.headers import write_header, write_stacked_headers
from tests.layouts.words import WORDS


def write_manuscript(seed: int) -> Manuscript:
    """One of any number of manuscripts."""
    m = Manuscript(seed)
    own, *others = m.languages[: m.chance.choice([1, 2, 3, 3, 3, 3])]
    where = m.chance.choice(["front", "front", "end", "end", "split", "stacked"])
    front = {"end": [own], "split": [own, *others[:1]]}.get(where, [own, *others])
    _write_top(m, own)
    m.is_in_table = m.has_table
    if m.is_in_table and m.chance.random() < 0.5:
        m.add("leftover", m.chance.choice(["Язык", "Тіл", "Language"]), gap=True)
        m.add("leftover", m.chance.choice(["Сведения", "Мәлімет", "Details"]), gap=True)
    if where == "stacked":
        write_stacked_headers(m, front)
    else:
        _write_headers(m, front)
    m.is_in_table = False
    _write_asides(m, own)
    _write_text(m, own)
    _write_references(m, own)
    _write_headers(m, [language for language in others if language not in front])
    if m.chance.random() < 0.1:
        m.footnotes += [("leftover", words.sentences(m.chance, own, 1))]
    m.add_footnotes()
    return m


def _write_top(m: Manuscript, language: str) -> None:
    parts = [
        lambda: m.add("leftover", m.chance.choice(WORDS["aside"][language]), gap=True),
        lambda: _write_codes(m, language),
        lambda: m.add("leftover", m.chance.choice(WORDS["types"][language]), gap=True),
    ]
    for part, share in zip(m.chance.sample(parts, 3), (0.3, 0.6, 0.3), strict=True):
        if m.chance.random() < share:
            part()


def _write_codes(m: Manuscript, language: str) -> None:
    codes = [*WORDS["codes"][language], "https://doi.org/10.5555/ulgi.2021.12.1.41"]
    codes = m.chance.sample(codes, m.chance.randint(1, 3))
    for line in ["  ".join(codes)] if m.chance.random() < 0.2 else codes:
        m.add("leftover", line)


def _write_headers(m: Manuscript, languages: list[str]) -> None:
    for language in languages:
        if m.chance.random() < (0.5 if m.is_in_table else 0.03):
            name = WORDS["language names"][language]
            m.add("leftover", name, gap=True, lead=len(name))
        write_header(m, language)
        if m.chance.random() < 0.06:
            _write_turkish(m)


def _write_turkish(m: Manuscript) -> None:
    m.add("title", "Eski kuyuların tarihi ve bugünkü durumu", gap=True)
    m.label("abstract labels", "tr", "abstract", words.sentences(m.chance, "tr", 5))
    m.label("keywords labels", "tr", "keywords", "kuyu, yol, okul")


def _write_asides(m: Manuscript, language: str) -> None:
    """Lines between the headers and the text."""
    if m.chance.random() < 0.2:
        m.add("leftover", m.chance.choice(WORDS["dates"][language]), gap=True)
    if m.chance.random() < 0.15:
        m.add("leftover", m.chance.choice(WORDS["aside"][language]), gap=True)


def _write_text(m: Manuscript, language: str) -> None:
    style = m.chance.choice(["headings", "headings", "numbers", "run in", "free", "none"])
    headings = WORDS["free_headings"][language] if style == "free" else WORDS["headings"][language]
    for number, heading in enumerate(headings, 1):
        text = words.sentences(m.chance, language, m.chance.randint(2, 7))
        if style == "run in":
            text = f"{heading}. {text}"
        elif style != "none":
            m.add("heading", f"{number}. {heading}" if style == "numbers" else heading, gap=True)
        m.add("body", text, gap=True)
        for _ in range(m.chance.randint(0, 2)):
            count = m.chance.randint(1, 5)
            m.add("body", words.sentences(m.chance, language, count), gap=m.chance.random() < 0.6)
        if m.chance.random() < 0.1:
            m.add("body", WORDS["captions"][language], gap=True)
            _write_table(m, language)


def _write_table(m: Manuscript, language: str) -> None:
    m.is_in_table = True
    for _row in range(m.chance.randint(1, 3)):
        m.add("body", m.chance.choice(WORDS["keywords"][language]))
        m.add("body", str(m.chance.randint(1, 99)))
    m.is_in_table = False


def _write_references(m: Manuscript, language: str) -> None:
    number = m.chance.choice(["{}. ", "[{}] ", "{} ", ""])
    lists = [
        (WORDS["references"][language], WORDS["entries"]),
        (WORDS["references"]["en"], WORDS["romanized"]),
    ]
    for names, entries in lists[: m.chance.choice([1, 2, 2])]:
        m.add("heading", m.chance.choice(names), gap=True)
        for at, entry in enumerate(entries, 1):
            m.add("references", number.format(at) + entry, gap=at == 1)
    if m.chance.random() < 0.3:
        m.add("leftover", m.chance.choice(WORDS["dates"][language]), gap=True)
