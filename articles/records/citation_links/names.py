"""Citations by author and year: (Сатпаев, 2010), [Smith et al., 2015: 4], Ахметовтың (2012).

The name has to be that of the first author, other names have to stand in the same entry, and the
year has to be one in which the work may have appeared. In a sentence, names may have the endings
of cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .citation import Citation
from .entries import LARGE, LATIN_LETTER, PARTICLE, WORD, WORDS, Entries, Entry

GROUP = re.compile(r"[\[(]([^\[\]()\n]{4,300})[\])]")
YEAR = re.compile(r"(?<![\w-])(?:1[5-9]|20)\d\d[a-eа-д]?(?!\w)")
# What may stand between the years of one author, and behind the last: a page, a volume.
COMMA = re.compile(r"\s?,\s?")
PLACE = re.compile(r"\s?(?:ж\.|г\.)?\s*(?:[:,][^;]{1,60})?")
LEAD = re.compile(
    r"\s*(?:(?:см|қар(?:а(?:ңыз)?)?|ср|напр|мысалы|цит|[Ss]ee|cf|e\.g)\b[.:,]*\s?"
    r"(?:(?:также|по|also)\b[.:]*\s?)?)?"
)
TOKEN = re.compile(
    rf"(?P<initial>{LARGE}[\w’']?\.)|(?P<name>(?:{PARTICLE}){{0,2}}{WORD})(?!\w)"
    r"|(?P<others>et\s+al\.?|и\s+др\.?|және\s+(?:басқалар|т\.\s?б\.?)|т\.\s?б\.?|с\s+соавт\.?)"
    r"|(?P<joint>(?:and|&|и|және|мен|пен|бен)(?=\s))"
    r"|(?P<space>[\s,]+)|(?P<unknown>\S[^\s,]*)"
)
SHORTEST = 2  # letters that a name without its ending has more than
RUN = 100  # characters before a year in brackets that may hold the names
ENDING = re.compile(
    r"(?:['’]s|(?:[тдн][ыі]ң|[тдн][ыі]|[қғкг][ае]|[тд][ае]н?|н[ае]н|[пбм]ен"
    r"|ого|ому|ой|ою|ую|ым|ом|ых|[аеуы]))$"
)


class Token(NamedTuple):
    """A part of a list of names: an initial, a name, `and`, `et al.`."""

    kind: str
    text: str
    start: int


def citations_by_name(text: str, lists: Sequence[Entries]) -> Iterator[Citation]:
    """The citations by author and year for which one entry fits; the first list goes first."""
    for group in GROUP.finditer(text):
        start = group.start(1)
        for part in group[1].split(";"):
            yield from _citations_in(text, start, start + len(part), lists)
            start += len(part) + 1


def _citations_in(text: str, start: int, end: int, lists: Sequence[Entries]) -> Iterator[Citation]:
    """The citations of one part of a bracket; the names stand in it, or before the bracket."""
    years = list(_years(text, start, end))
    if not years:
        return
    lead = LEAD.match(text, start, years[0].start())
    first = lead.end() if lead else start
    is_sentence = first == years[0].start()
    tokens = (
        _tokens_before(text, start - 1) if is_sentence else _tokens(text, first, years[0].start())
    )
    title = [] if is_sentence else WORDS.findall(text[first : years[0].start()].casefold())
    for year in years:
        plain = year[0][:4] + year[0][4:].translate(LATIN_LETTER)
        fits = (
            _by_author(tokens, plain, entries, is_sentence) or _by_title(title, plain, entries)
            for entries in lists
        )
        numbers = next(filter(None, fits), set[int]())
        if len(numbers) == 1:
            is_whole = year is years[0] and not is_sentence
            yield Citation(first if is_whole else year.start(), year.end(), numbers.pop())


def _years(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The years of a part, of which nothing but a page may stand behind the last."""
    years: list[re.Match[str]] = []
    for year in YEAR.finditer(text, start, end):
        if years and not COMMA.fullmatch(text, years[-1].end(), year.start()):
            break
        years.append(year)
    if years and PLACE.fullmatch(text, years[-1].end(), end):
        yield from years


def _tokens(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(match.lastgroup or "", match[0], match.start())
        for match in TOKEN.finditer(text, start, end)
        if match.lastgroup != "space"
    ]


def _tokens_before(text: str, end: int) -> list[Token]:
    """The names right before a place; an unknown word ends them."""
    tokens = _tokens(text, max(0, text.rfind("\n", 0, end) + 1, end - RUN), end)
    places = [place for place, token in enumerate(tokens) if token.kind == "unknown"]
    return tokens[places[-1] + 1 :] if places else tokens


def _by_author(tokens: list[Token], year: str, entries: Entries, is_sentence: bool) -> set[int]:
    """The entries that fit by first author, other names and year."""
    if any(token.kind == "unknown" for token in tokens):
        return set()
    for place, token in enumerate(tokens):
        if token.kind != "name" or (place and tokens[place - 1].kind == "joint"):
            continue
        fitting = {
            entry.number
            for surname in _forms(token.text, is_sentence)
            for entry in entries.by_surname.get(surname, ())
            if year in entry.years and _names_fit(tokens, place, entry, is_sentence)
        }
        if fitting or not is_sentence:  # in a sentence, other words may stand before the names
            return fitting
    return set()


def _names_fit(tokens: list[Token], place: int, entry: Entry, is_sentence: bool) -> bool:
    """Whether the initial of the first author and all other names agree with an entry."""
    initial = _initial(tokens, place)
    if initial and entry.initial and initial != entry.initial:
        return False
    names = [
        _forms(token.text, is_sentence) for token in tokens[place + 1 :] if token.kind == "name"
    ]
    has_full = not entry.full or any(entry.full in forms for forms in names)
    return has_full and all(not forms.isdisjoint(entry.words) for forms in names)


def _initial(tokens: list[Token], place: int) -> str:
    """The first initial of the name at a place, before it or behind it; '' without any."""
    first = place
    while first and tokens[first - 1].kind == "initial":
        first -= 1
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    found = tokens[first] if first < place else behind
    return found.text[:1].casefold() if found and found.kind == "initial" else ""


def _forms(name: str, is_sentence: bool) -> set[str]:
    """The name as it is printed, and in a sentence without the endings of cases."""
    name = name.casefold()
    if not is_sentence:
        return {name}
    stem = ENDING.sub("", name)
    return {name, stem, f"{stem}а"} if len(stem) > SHORTEST else {name}


def _by_title(words: list[str], year: str, entries: Entries) -> set[int]:
    """The entries without an author that begin with these words, two at least."""
    if len(words) < 2:
        return set()
    phrase = " ".join(words)
    return {
        entry.number
        for title, entry in entries.by_first_word.get(words[0], ())
        if year in entry.years and f"{title} ".startswith(f"{phrase} ")
    }
