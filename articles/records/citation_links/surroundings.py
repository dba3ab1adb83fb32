"""What stands around a bracket of numbers and shows that it is no citation.

Intervals, sets of numbers, values with their range, indices of a formula, labels of a list. Where
the words leave it open, it is none: a citation without a link costs readers less than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .html_text import FORMULA, LINK, RAISED
from .numbers import Bracket

SIGNS = frozenset("=<>≤≥≈≡≠∈∉⊂⊆∪∩×·∙*+±→⟶↦∀∃|^~∫∑∏√∆∂")
BEFORE, AFTER = 60, 40  # characters that are looked at
LETTERS = re.compile(r"[^\W\d_]+$")
LAST_WORDS = re.compile(r"(?:[\w%.,-]+\s+){0,2}([\w%]+)[.:]?\s*$")
NEXT_WORD = re.compile(r"\s*-?\s*(\w+)")
# How words begin that stand near an interval, and those right beside a set or a scale.
INTERVAL = re.compile(
    r"\b(?:интервал|отрез[ко]|полуинтервал|диапазон|промежут|аралы[қғ]|кесінді|ауқым|interval|range"
    r"|(?:ci|iqr|ди|мкр)\b)",
    re.IGNORECASE,
)
NUMBERS = re.compile(
    r"(?:множеств|вектор|массив|матриц|набор|кортеж|шкал|сегмент|предел|числ|значени|балл|ранг"
    r"|медиан|жиын|тізбек|сандар|мәндер|ұпай|sets?\b|vector|array|matri|tuple|sequence|scale|segment"
    r"|domain|between|bounds|values?\b|numbers?\b|scores?\b|points?\b|ranks?\b|indices|median|me\b)",
    re.IGNORECASE,
)
VARIABLE = re.compile(r"(?<![\w.])[a-zA-Zα-ωΑ-Ω](?:\s+(?:in|from|на|из|от|в))?\s*$")
VALUE = re.compile(r"(?<![\w.])(\d{1,3}(?:[.,]\d{1,4})?)\s*%?\s*[,;(]?\s*$")
UNIT = re.compile(
    r"\s?(?:[%‰°]|(?:лет|жас|жаста|м|мм|см|км|кг|мг|мкг|мл|га|тг|mm|cm|km|kg|mg|ml|ha)\b)"
)
SENTENCE = re.compile(r"\s*(?:[:.]|[^\W\d_a-zа-яёәғқңөұүһі])")
BETWEEN = re.compile(rf"(?:[\s,;–×-]|\[{LINK}\])*(?:и|және|and|or|или|немесе)?\s*")


def citing_brackets(text: str, brackets: list[Bracket]) -> Iterator[Bracket]:
    """The brackets that are citations by what stands around them."""
    for chain in _chains(text, brackets):
        cite = [_cites(text, bracket) for bracket in chain]
        is_series = not all(cite)  # of intervals: [0, 1], [1, 2], [2, 3]
        for bracket, cites in zip(chain, cite, strict=True):
            if cites and not (is_series and bracket.is_plain):
                yield bracket


def _chains(text: str, brackets: list[Bracket]) -> Iterator[list[Bracket]]:
    """Brackets that follow one another at once."""
    chain: list[Bracket] = []
    for bracket in brackets:
        if chain and not BETWEEN.fullmatch(text, chain[-1].end, bracket.start):
            yield chain
            chain = []
        chain.append(bracket)
    yield chain


def _cites(text: str, bracket: Bracket) -> bool:
    before = text[max(0, bracket.start - BEFORE) : bracket.start]
    after = text[bracket.end : bracket.end + AFTER]
    if not bracket.citations or _is_in_formula(before, after):
        return False
    if bracket.is_plain:
        return not _is_interval(before, after, bracket)
    return not (bracket.is_single and _is_label(before, after))


def _is_in_formula(before: str, after: str) -> bool:
    """As in a[1], x = [2], [1]², [14]C, spiro[4,5]decane, [3](b + c), [5] %."""
    letters = LETTERS.search(before.rstrip(RAISED))
    return (
        (letters is not None and (len(letters[0]) < 3 or after[:1].isalpha()))
        or after[:1].isupper()
        or before[-1:].isdigit()
        or before[-1:] in {"[", "\\", "_", FORMULA}
        or before.rstrip()[-1:] in SIGNS
        or after[:1].isdigit()
        or after[:1] in {"(", "_", FORMULA}
        or (after[:1] == RAISED and after[1:2] != LINK)  # a power, but not the call of a note
        or after.lstrip()[:1] in SIGNS
        or UNIT.match(after) is not None
    )


def _is_label(before: str, after: str) -> bool:
    """At the start of a paragraph and before a sentence: the label of an entry in a list."""
    is_first = before.rstrip(" ")[-1:] in ("", "\n")
    return is_first and SENTENCE.match(after) is not None


def _is_interval(before: str, after: str, bracket: Bracket) -> bool:
    """By a word, a variable or a value beside it."""
    words, following = LAST_WORDS.search(before), NEXT_WORD.match(after)
    return (
        (words is not None and INTERVAL.search(words[0]) is not None)
        or (words is not None and NUMBERS.match(words[1]) is not None)
        or (following is not None and INTERVAL.match(following[1]) is not None)
        or (following is not None and NUMBERS.match(following[1]) is not None)
        or before.rstrip()[-1:] == FORMULA
        or after.lstrip()[:1] == FORMULA
        or VARIABLE.search(before) is not None
        or _holds_value(before, bracket)
    )


def _holds_value(before: str, bracket: Bracket) -> bool:
    """Whether a number stands before its range: 2 [1; 3]."""
    value = VALUE.search(before)
    first, last = bracket.citations[0].reference, bracket.citations[-1].reference
    return value is not None and first <= float(value[1].replace(",", ".")) <= last
