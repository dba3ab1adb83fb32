"""Parses what a reader typed: words, "phrases", -excluded words, word beginnings*, DOIs and ORCIDs.

Every word goes through the same analysis as the texts and comes out as keys, so nothing that is
typed can break the query. Characters without a meaning are ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from articles.records import identifiers
from articles.records.scripts import KAZAKH_LETTERS
from articles.search.analysis import AnalysedWord, analyse
from articles.search.function_words import FUNCTION_WORDS
from articles.search.initials import codes_of_query
from articles.search.query import Alternative, Beginning, Phrase, Query, Term
from articles.search.vectors import DOI, ORCID
from articles.search.word_families import related_words
from articles.search.word_keys import letters_of, word_keys

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
    for term, more in zip(terms, codes, strict=True):
        yield msgspec.structs.replace(term, alternatives=(*term.alternatives, *more))


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
    return Term(typed, (key,), (key,), is_code=True)


def phrase_terms(text: str, is_excluded: bool, is_loose: bool) -> Iterator[Term]:
    words = [one for word in analyse(text) for one in word.parts or (word,) if one.keys]
    if len(words) == 1:
        yield word_term(words[0], is_excluded, is_loose, False)
    elif words:
        words = words[:MOST_WORDS]
        yield Term(
            text.strip(),
            (Phrase(tuple(keys_of(word, is_loose) for word in words)),),
            tuple(key for word in words for key in keys_of(word, is_loose)),
            is_excluded=is_excluded,
            is_phrase=True,
        )


def word_term(word: AnalysedWord, is_excluded: bool, is_loose: bool, is_beginning: bool) -> Term:
    keys = word.keys if is_excluded else keys_of(word, is_loose)
    if is_loose and not is_excluded:
        keys += related_keys(word)
    beginnings = beginnings_of(word) if is_beginning else ()
    alternatives: list[Alternative] = [*keys, *map(Beginning, beginnings)]
    parts = [part for part in word.parts if part.keys]
    if parts:
        alternatives.append(Phrase(tuple(keys_of(part, is_loose) for part in parts)))
        keys = (*keys, *(key for part in parts for key in keys_of(part, is_loose)))
    return Term(
        word.word.text,
        tuple(alternatives),
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
