"""Misprints in romanized entries, found by comparing them with the originals word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from django.utils.translation import gettext_lazy as _
from rapidfuzz.distance import Indel, Levenshtein

from articles.records.base import Value
from articles.records.findings import Finding, Level
from articles.records.languages import Language
from articles.records.romanization import SCHEMES, romanize
from articles.records.scripts import KAZAKH_LETTERS, Word, is_cyrillic, words

from ..messages import fill, spot_in
from ..subject import Subject
from .romanization_keys import latin_key, plain_latin, romanization_key

LETTERS_AT_LEAST, LETTERS_AT_MOST = 4, 60
ALIKE = 0.72  # of Indel's similarity: a misprint of the word, not another word
SCHEME_SHARE, SCHEME_WORDS = 0.9, 20  # of the list's words, before one scheme is called its own

BRACKETS = re.compile(r"\[[^\[\]]{0,500}\]")  # translations and marks: [in Russian]
# Letters that scanning confuses: rn and m, li and h.
MISREAD = (("rn", "m"), ("li", "h"), ("cl", "d"), ("ri", "n"), ("vv", "w"), ("ii", "u"))
# English words: a translation without its brackets, not a romanization.
ENGLISH = re.compile(
    r".*(?:logy|graphy|nomy|macy|acy|sophy|metry|pathy|tion|sion|ics|ity|ism|nce|ment|ing|ture|"
    r"ical|istry|ess|ive|ern|ian|ish|tic|ary|ory)"
)
CHINESE = re.compile("чж|цз|цзы|сюй|хуа|хуэ|шэн|жэн", re.IGNORECASE)  # pinyin writes Zhao, Ji
INITIAL = re.compile(r"[\s,]*[А-ЯЁӘҒҚҢӨҰҮҺІ]\.")


class Pair(Value, frozen=True):
    """A word of the original and the word in its place in the romanized entry."""

    original: str
    is_name: bool  # initials follow
    romanized: Word


def check_romanized(subject: Subject) -> Iterator[Finding]:
    """A word that is nearly the romanized original but follows no romanization scheme."""
    entries = [(one.text, one.romanized) for one in subject.record.references]
    pairs = [list(aligned_pairs(*entry)) if all(entry) else [] for entry in entries]
    scheme = list_scheme([pair for entry in pairs for pair in entry])
    for place, (entry, (_text, romanized)) in enumerate(zip(pairs, entries, strict=True), 1):
        for pair in entry:
            level, wanted = judge_pair(pair, scheme)
            if level:
                yield _finding(level, f"references[{place}].romanized", romanized, pair, wanted)


def aligned_pairs(text: str, romanized: str) -> Iterator[Pair]:
    """Words in the same place of both entries: equal ones, and as many between equal ones."""
    originals = list(_words(text))
    romans = list(_words(_blanked(romanized)))
    theirs = [romanization_key(word.text) for word in romans]
    for step in Levenshtein.opcodes([romanization_key(word.text) for word in originals], theirs):
        mine = originals[step.src_start : step.src_end]
        block = romans[step.dest_start : step.dest_end]
        if step.tag not in ("equal", "replace") or len(mine) != len(block):
            continue
        pairs = [
            Pair(one.text, INITIAL.match(text, one.end) is not None, other)
            for one, other in zip(mine, block, strict=True)
        ]
        if step.tag == "equal" or all(map(is_alike, pairs)):
            yield from pairs


def judge_pair(pair: Pair, scheme: str) -> tuple[Level | None, str]:
    """The level of the difference (None: no finding) and the expected word."""
    original, written = pair.original, pair.romanized.text
    if not any(map(is_cyrillic, original)):
        return (None if original.lower() == written.lower() else Level.WARNS), original
    wanted = latin(original, scheme or "bgn_pcgn")
    if romanization_key(original) == romanization_key(written):
        is_other = bool(scheme) and plain_latin(written) not in forms(original, scheme)
        is_capital = written[0].isupper()
        return (Level.NOTES if is_capital else Level.WARNS) if is_other else None, wanted
    if CHINESE.search(original) or ENGLISH.fullmatch(plain_latin(written)):
        return None, wanted
    if pair.is_name and not is_misread(original, written):
        return Level.NOTES, wanted
    return Level.WARNS, wanted


def is_alike(pair: Pair) -> bool:
    one, other = romanization_key(pair.original), latin_key(pair.romanized.text)
    similarity = Indel.normalized_similarity
    if similarity(one, other) >= ALIKE:
        return True
    plain = plain_latin(latin(pair.original, "bgn_pcgn"))
    return similarity(plain, plain_latin(pair.romanized.text)) >= ALIKE


def is_misread(original: str, written: str) -> bool:
    """Whether undoing one confusion of letters (rn read as m) gives the expected word."""
    wanted, word = romanization_key(original), plain_latin(written)
    return any(
        latin_key(word[:at] + right + word[at + len(wrong) :]) == wanted
        for right, wrong in MISREAD
        for at in range(len(word))
        if word.startswith(wrong, at)
    )


def list_scheme(pairs: list[Pair]) -> str:
    """The scheme that nearly all words of the list follow; '' if there is none."""
    counts: Counter[str] = Counter()
    cyrillic = [pair for pair in pairs if is_cyrillic(pair.original[0])]
    for pair in cyrillic:
        written = plain_latin(pair.romanized.text)
        counts.update(scheme for scheme in ALL if written in forms(pair.original, scheme))
    best, count = max(counts.items(), key=lambda one: one[1], default=("", 0))
    is_enough = len(cyrillic) >= SCHEME_WORDS and count >= SCHEME_SHARE * len(cyrillic)
    return best if is_enough else ""


ALL = tuple(dict.fromkeys(name for schemes in SCHEMES.values() for name in schemes))


@lru_cache(maxsize=50_000)
def forms(word: str, scheme: str) -> frozenset[str]:
    """The word by this scheme, read as Russian and as Kazakh if its letters allow both."""
    languages: tuple[Language, ...] = ("ru", "kk") if KAZAKH_LETTERS.isdisjoint(word) else ("kk",)
    return frozenset(
        plain_latin(romanize(word, language, scheme))
        for language in languages
        if scheme in SCHEMES[language]
    )


def latin(word: str, scheme: str) -> str:
    language: Language = "ru" if KAZAKH_LETTERS.isdisjoint(word) else "kk"
    known = scheme if scheme in SCHEMES[language] else "bgn_pcgn"
    return romanize(word, language, known)


def _blanked(text: str) -> str:
    """The text with spaces in place of brackets; positions stay the same."""
    return BRACKETS.sub(lambda match: " " * len(match[0]), text)


def _words(text: str) -> Iterator[Word]:
    """Words of four letters or more; the halves of hyphenated words are separate."""
    addresses = re.sub(r"https?://\S+|10\.\d{4,9}/\S+", lambda match: " " * len(match[0]), text)
    for word in words(BRACKETS.sub(lambda match: " " * len(match[0]), addresses)):
        start = word.start
        for half in word.text.split("-"):
            if LETTERS_AT_LEAST <= len(half) <= LETTERS_AT_MOST and half[0].isalpha():
                yield Word(half, start, start + len(half))
            start += len(half) + 1


def _finding(level: Level, field: str, text: str, pair: Pair, wanted: str) -> Finding:
    word = pair.romanized
    return Finding(
        level,
        field,
        None,
        fill(
            _("“%(original)s” is romanized as “%(written)s”; expected “%(wanted)s”."),
            written=word.text,
            original=pair.original,
            wanted=wanted,
        ),
        _("Check for a wrong or missing letter. Keep a person's own spelling."),
        rule="language",
        spot=spot_in(text, word.start, word.end),
    )
