"""What a reader typed, read as a question: words, "phrases", -exclusions, beginnings*, codes.

Every word passes through the tokeniser that texts pass through, and only keys come out, so
nothing typed can break the question: signs that mean nothing are left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from articles.records import identifiers
from articles.records.scripts import KAZAKH_LETTERS
from articles.search.analysis import Analysed, analyse
from articles.search.derivation import relatives
from articles.search.initials import codes_asked
from articles.search.lexicon import FUNCTION_WORDS
from articles.search.vectors import DOI, ORCID, TITLE, quoted
from articles.search.word_keys import FOLDED_KAZAKH, FOLDED_RUSSIAN, letters_of, word_keys

MOST_CHARACTERS, MOST_WORDS = 1_000, 24
PREFIX_LETTERS = 2  # a shorter beginning is a word

QUOTES = str.maketrans(dict.fromkeys("«»„“”‟＂", '"'))
# What no keyboard means: controls, marks of direction, joiners; a soft hyphen is a word's.
SILENT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
PIECE = re.compile(r'(?P<minus>[-−–—]?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
DOI_TYPED = re.compile(
    r"(?:https?://)?(?:dx\.)?(?:doi\.org/|doi:)?(10\.\d{4,9}/\S+)", re.IGNORECASE
)
ORCID_TYPED = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")


FOLDED = (FOLDED_KAZAKH, FOLDED_RUSSIAN)


class Wanted(msgspec.Struct, frozen=True):
    """The keys that an answer marks, and how keys may begin."""

    keys: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    @property
    def strong(self) -> Wanted:
        """Without the folded keys."""
        kept = frozenset(key for key in self.keys if not key.startswith(FOLDED))
        return Wanted(kept, self.beginnings)

    @property
    def looked_for(self) -> Collection[str]:
        """The plain set where no beginning is asked for: it is asked for every word of a page."""
        return self if self.beginnings else self.keys

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and (
            key in self.keys or (bool(self.beginnings) and key.startswith(self.beginnings))
        )

    def __iter__(self) -> Iterator[str]:
        yield from self.keys
        yield from self.beginnings

    def __len__(self) -> int:
        return len(self.keys) + len(self.beginnings)


class Term(msgspec.Struct, frozen=True):
    """One thing that must be found, or must not."""

    printed: str
    tsquery: str
    keys: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    is_excluded: bool = False
    is_phrase: bool = False
    is_minor: bool = False  # a function word
    is_code: bool = False

    @property
    def is_plain(self) -> bool:
        return not (self.is_excluded or self.is_phrase or self.is_minor or self.is_code)

    @property
    def is_letter(self) -> bool:
        return len(self.printed) == 1 and self.printed.isalpha()


class Question(msgspec.Struct, frozen=True):
    terms: tuple[Term, ...] = ()

    @property
    def found(self) -> tuple[Term, ...]:
        """What an answer holds; of function words alone, these; of more, the others."""
        wanted = tuple(term for term in self.terms if not term.is_excluded)
        return tuple(term for term in wanted if not term.is_minor) or wanted

    @property
    def tsquery(self) -> str:
        """'' where nothing is asked for, though something may be excluded."""
        excluded = [f"!{term.tsquery}" for term in self.terms if term.is_excluded]
        found = [term.tsquery for term in self.found]
        return " & ".join([*found, *excluded]) if found else ""

    @property
    def ranking(self) -> str:
        """Any of its keys: ts_rank counts them one by one, not in pairs."""
        keys = dict.fromkeys(key for term in self.found for key in term.keys)
        beginnings = dict.fromkeys(one for term in self.found for one in term.beginnings)
        return " | ".join([*map(lexeme, keys), *(f"{lexeme(one)}:*" for one in beginnings)])

    @property
    def in_title(self) -> str:
        """Any of its keys in a title."""
        keys = dict.fromkeys(key for term in self.found for key in term.keys)
        beginnings = dict.fromkeys(one for term in self.found for one in term.beginnings)
        ways = [lexeme(TITLE + key) for key in keys]
        return " | ".join([*ways, *(f"{lexeme(TITLE + one)}:*" for one in beginnings)])

    @property
    def wanted(self) -> Wanted:
        """Initials beside a name are not marked: in a text they would be every "с" and "а"."""
        found = [term for term in self.found if not term.is_letter] or self.found
        keys = frozenset(key for term in found for key in term.keys)
        return Wanted(keys, tuple(one for term in found for one in term.beginnings))


def question(typed: str, is_loose: bool = False, is_unfinished: bool = False) -> Question:
    """`is_loose`: also by folded keys where Kazakh letters were typed, by initials for given
    names, and by learned words of the same root; `is_unfinished`: the last word may go on.
    """
    text = SILENT.sub(" ", typed[:MOST_CHARACTERS]).translate(QUOTES)
    terms: list[Term] = []
    for piece in PIECE.finditer(text):
        goes_on = is_unfinished and piece.end() == len(text)
        terms += piece_terms(piece, is_loose, goes_on)
    terms = terms[:MOST_WORDS]
    return Question(tuple(also_by_initials(terms) if is_loose else terms))


def also_by_initials(terms: Sequence[Term]) -> Iterator[Term]:
    codes = codes_asked([term.printed if term.is_plain else "" for term in terms])
    for term, ways in zip(terms, codes, strict=True):
        joined = " | ".join([term.tsquery, *map(lexeme, ways)])
        yield msgspec.structs.replace(term, tsquery=f"({joined})") if ways else term


def piece_terms(piece: re.Match[str], is_loose: bool, goes_on: bool) -> Iterator[Term]:
    is_excluded = bool(piece["minus"])
    if piece["word"] is None:
        yield from phrase_terms(piece["phrase"], is_excluded, is_loose)
        return
    if not is_excluded and (code := code_term(piece["word"])):
        yield code
        return
    found = [word for word in analyse(piece["word"]) if word.keys]
    is_beginning = goes_on or piece["word"].endswith("*")
    for place, word in enumerate(found):
        is_last = place == len(found) - 1
        yield word_term(word, is_excluded, is_loose, is_beginning and is_last)


def code_term(typed: str) -> Term | None:
    """A DOI or an ORCID, with its address or without."""
    if found := DOI_TYPED.fullmatch(typed.rstrip(".,;)")):
        key = DOI + found[1].lower()
    elif (found := ORCID_TYPED.fullmatch(typed)) and identifiers.is_orcid(found[1].upper()):
        key = ORCID + found[1].lower()
    else:
        return None
    return Term(typed, lexeme(key), (key,), is_code=True)


def phrase_terms(text: str, is_excluded: bool, is_loose: bool) -> Iterator[Term]:
    words = [one for word in analyse(text) for one in word.parts or (word,) if one.keys]
    if len(words) == 1:
        yield word_term(words[0], is_excluded, is_loose, False)
    elif words:
        words = words[:MOST_WORDS]
        yield Term(
            text.strip(),
            "(" + " <-> ".join(any_of(keys_of(word, is_loose)) for word in words) + ")",
            tuple(key for word in words for key in keys_of(word, is_loose)),
            is_excluded=is_excluded,
            is_phrase=True,
        )


def word_term(word: Analysed, is_excluded: bool, is_loose: bool, goes_on: bool) -> Term:
    keys = word.keys if is_excluded else keys_of(word, is_loose)
    if is_loose and not is_excluded:
        keys += related_keys(word)
    beginnings = beginnings_of(word) if goes_on else ()
    ways = [*map(lexeme, keys), *(f"{lexeme(one)}:*" for one in beginnings)]
    parts = [part for part in word.parts if part.keys]
    if parts:
        together = " <-> ".join(any_of(keys_of(part, is_loose)) for part in parts)
        ways.append(f"({together})")
        keys = (*keys, *(key for part in parts for key in keys_of(part, is_loose)))
    return Term(
        word.word.text,
        f"({' | '.join(ways)})",
        keys,
        beginnings,
        is_excluded,
        is_minor=not goes_on and letters_of(word.word.text) in FUNCTION_WORDS,
    )


def keys_of(word: Analysed, is_loose: bool) -> tuple[str, ...]:
    """Who types Kazakh letters means them; who types none may have no keyboard for them."""
    is_meant = not KAZAKH_LETTERS.isdisjoint(word.word.text)
    return word.keys if is_meant and not is_loose else word.keys + word.folded


def related_keys(word: Analysed) -> tuple[str, ...]:
    derived = relatives(word.word.text)
    return tuple(dict.fromkeys(key for one in derived for key in word_keys(one, None).keys))


def beginnings_of(word: Analysed) -> tuple[str, ...]:
    """A word not typed to its end: as a stem, and as it stands."""
    letters = "".join(filter(str.isalnum, letters_of(word.word.text)))
    if len(letters) < PREFIX_LETTERS:
        return ()
    raw = [key[:2] + letters for key in word.keys]
    return tuple(
        dict.fromkeys([*raw, *(key for key in word.keys if len(key) > PREFIX_LETTERS + 2)])
    )


def any_of(keys: tuple[str, ...]) -> str:
    return f"({' | '.join(map(lexeme, keys))})"


def lexeme(key: str) -> str:
    return f"'{quoted(key)}'"
