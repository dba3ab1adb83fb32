"""Parses what a reader typed: words, "phrases", -excluded words, word beginnings*, DOIs and ORCIDs.

Every word goes through the same analysis as the texts and comes out as keys, so nothing that is
typed can break the query. Characters without a meaning are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from articles.records import identifiers
from articles.records.scripts import KAZAKH_LETTERS
from articles.search.analysis import AnalysedWord, analyse
from articles.search.function_words import FUNCTION_WORDS
from articles.search.initials import codes_of_query
from articles.search.vectors import DOI, ORCID, TITLE, quoted
from articles.search.word_families import related_words
from articles.search.word_keys import FOLDED_KAZAKH, FOLDED_RUSSIAN, letters_of, word_keys

MOST_CHARACTERS, MOST_WORDS = 1_000, 24
PREFIX_LETTERS = 2  # a shorter beginning is taken as a whole word

QUOTES = str.maketrans(dict.fromkeys("«»„“”‟＂", '"'))
# Control characters, direction marks and joiners. A soft hyphen is not among them.
SILENT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
PIECE = re.compile(r'(?P<minus>[-−–—]?)(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
DOI_TYPED = re.compile(
    r"(?:https?://)?(?:dx\.)?(?:doi\.org/|doi:)?(10\.\d{4,9}/\S+)", re.IGNORECASE
)
ORCID_TYPED = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")


FOLDED = (FOLDED_KAZAKH, FOLDED_RUSSIAN)


class WantedKeys(msgspec.Struct, frozen=True):
    """The keys that are highlighted in results, and the beginnings of keys."""

    keys: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    @property
    def without_folded(self) -> WantedKeys:
        """Without the folded keys."""
        exact = frozenset(key for key in self.keys if not key.startswith(FOLDED))
        return WantedKeys(exact, self.beginnings)

    @property
    def lookup_keys(self) -> Collection[str]:
        """A plain set if there are no beginnings: it is looked up for every word of a page."""
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
    """One condition of a query: a word, phrase or code that must, or must not, be in an article."""

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


class Query(msgspec.Struct, frozen=True):
    terms: tuple[Term, ...] = ()

    @property
    def required(self) -> tuple[Term, ...]:
        """The terms that a result must have. Function words count only if there are no others."""
        included = tuple(term for term in self.terms if not term.is_excluded)
        return tuple(term for term in included if not term.is_minor) or included

    @property
    def tsquery(self) -> str:
        """All conditions in PostgreSQL's notation; '' if nothing is required."""
        excluded = [f"!{term.tsquery}" for term in self.terms if term.is_excluded]
        required = [term.tsquery for term in self.required]
        return " & ".join([*required, *excluded]) if required else ""

    @property
    def keys(self) -> list[str]:
        return list(dict.fromkeys(key for term in self.required for key in term.keys))

    @property
    def beginnings(self) -> list[str]:
        return list(dict.fromkeys(key for term in self.required for key in term.beginnings))

    @property
    def ranking(self) -> str:
        """Any of its keys, for ts_rank, which then scores each key by itself."""
        keys = dict.fromkeys(key for term in self.required for key in term.keys)
        beginnings = dict.fromkeys(
            beginning for term in self.required for beginning in term.beginnings
        )
        return " | ".join([*map(lexeme, keys), *map(prefix, beginnings)])

    @property
    def in_title(self) -> str:
        """Any of its keys as the key of a word in a title."""
        keys = dict.fromkeys(key for term in self.required for key in term.keys)
        beginnings = dict.fromkeys(
            beginning for term in self.required for beginning in term.beginnings
        )
        ways = [lexeme(TITLE + key) for key in keys]
        return " | ".join([*ways, *(f"{lexeme(TITLE + beginning)}:*" for beginning in beginnings)])

    @property
    def wanted_keys(self) -> WantedKeys:
        """The keys to highlight, without initials: they would mark every "с" and "а" of a text."""
        terms = [term for term in self.required if not term.is_letter] or self.required
        keys = frozenset(key for term in terms for key in term.keys)
        beginnings = tuple(beginning for term in terms for beginning in term.beginnings)
        return WantedKeys(keys, beginnings)


def parse_query(typed: str, is_loose: bool = False, is_unfinished: bool = False) -> Query:
    """The query that `typed` means.

    With `is_loose`, words with Kazakh letters also match by folded keys, given names by initials,
    and scholarly words by words of the same root. With `is_unfinished`, the last word may be the
    beginning of a longer one.
    """
    text = SILENT.sub(" ", typed[:MOST_CHARACTERS]).translate(QUOTES)
    terms: list[Term] = []
    for piece in PIECE.finditer(text):
        is_beginning = is_unfinished and piece.end() == len(text)
        terms += piece_terms(piece, is_loose, is_beginning)
    terms = terms[:MOST_WORDS]
    return Query(tuple(also_by_initials(terms) if is_loose else terms))


def also_by_initials(terms: Sequence[Term]) -> Iterator[Term]:
    codes = codes_of_query([term.printed if term.is_plain else "" for term in terms])
    for term, ways in zip(terms, codes, strict=True):
        joined = " | ".join([term.tsquery, *map(lexeme, ways)])
        yield msgspec.structs.replace(term, tsquery=f"({joined})") if ways else term


def piece_terms(piece: re.Match[str], is_loose: bool, is_beginning: bool) -> Iterator[Term]:
    is_excluded = bool(piece["minus"])
    if piece["word"] is None:
        yield from phrase_terms(piece["phrase"], is_excluded, is_loose)
        return
    if not is_excluded and (code := code_term(piece["word"])):
        yield code
        return
    found = [word for word in analyse(piece["word"]) if word.keys]
    is_beginning = is_beginning or piece["word"].endswith("*")
    for place, word in enumerate(found):
        is_last = place == len(found) - 1
        yield word_term(word, is_excluded, is_loose, is_beginning and is_last)


def code_term(typed: str) -> Term | None:
    """A DOI or an ORCID iD, with or without its web address."""
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


def word_term(word: AnalysedWord, is_excluded: bool, is_loose: bool, is_beginning: bool) -> Term:
    keys = word.keys if is_excluded else keys_of(word, is_loose)
    if is_loose and not is_excluded:
        keys += related_keys(word)
    beginnings = beginnings_of(word) if is_beginning else ()
    ways = [*map(lexeme, keys), *map(prefix, beginnings)]
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
        is_minor=not is_beginning and letters_of(word.word.text) in FUNCTION_WORDS,
    )


def keys_of(word: AnalysedWord, is_loose: bool) -> tuple[str, ...]:
    """The keys of a typed word, also the folded ones if it has no Kazakh letters: the reader may
    have no keyboard for them.
    """
    is_meant = not KAZAKH_LETTERS.isdisjoint(word.word.text)
    return word.keys if is_meant and not is_loose else word.keys + word.folded


def related_keys(word: AnalysedWord) -> tuple[str, ...]:
    derived = related_words(word.word.text)
    return tuple(dict.fromkeys(key for one in derived for key in word_keys(one, None).keys))


def beginnings_of(word: AnalysedWord) -> tuple[str, ...]:
    """Beginnings of keys for an unfinished word: its letters, and its stems."""
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


def prefix(key: str) -> str:
    """A lexeme that begins with the key, in PostgreSQL's notation."""
    return f"{lexeme(key)}:*"
