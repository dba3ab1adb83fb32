"""Parts that run on in one paragraph are split: codes and authors, a whole header, keywords.

`УДК 614.8 А. Б. Тестов`, `Title. A.B. Name, Organisation. Abstract: … Keywords: …`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.labels.phrases import Element, fold_letters, phrase_pattern
from articles.imports.manuscript.lines.paragraph import Paragraph, slice_paragraph

CODES: tuple[Element, ...] = ("irsti", "udc")
NO_LETTERS = re.compile(r"[\W\d_]+")
SHORTEST = 8  # characters of what follows a code
CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
WORD = rf"[{CAPITAL}][^\W\d_]+(?:[-'’][^\W\d_]+)*"
INITIALS = rf"(?:[{CAPITAL}][a-zа-я]?\.\s?){{1,2}}"
PATRONYMIC = rf"{WORD}\s{WORD}\s[{CAPITAL}]\w+(?:вич|вна|ұлы|қызы|uly|kyzy|vich|vna)"
NAME = rf"(?:{WORD}\s{INITIALS}|{INITIALS}\s?{WORD}|{PATRONYMIC})"
NAMES = re.compile(rf"(?<!\w){NAME}(?!\w)[\d*¹²³]*(?:,\s+{NAME}(?!\w)[\d*¹²³]*)*")
SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ«])|(?<=[)»])\.\s+")


def split_run_in_parts(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, with those that hold several parts split."""
    for paragraph in paragraphs:
        for part in _without_codes(paragraph):
            first, *others = _split_at_labels(part)
            begins = find_label(others[0]) if others else None
            is_front = begins is not None and begins.element == "abstract"
            yield from _front_parts(first) if is_front else [first]
            yield from others


def _without_codes(paragraph: Paragraph) -> list[Paragraph]:
    """Split the authors or the title from the code before them."""
    label = find_label(paragraph)
    if label is None or label.element not in CODES:
        return [paragraph]
    codes = NO_LETTERS.match(paragraph.text, label.end)
    rest = slice_paragraph(paragraph, codes.end()) if codes else paragraph
    if not codes or len(rest.text) < SHORTEST or not rest.text[0].isupper() or find_label(rest):
        return [paragraph]
    return [slice_paragraph(paragraph, 0, codes.end()), rest]


def _split_at_labels(paragraph: Paragraph) -> list[Paragraph]:
    """Split before each label of an abstract or of keywords that follows a full sentence."""
    folded = fold_letters(paragraph.text)
    starts = [label.start(1) for label in _labels().finditer(folded)]
    starts = [start for start in starts if paragraph.text[start].isupper()]
    ends = [*starts, len(paragraph.text)]
    return [
        slice_paragraph(paragraph, start, end)
        for start, end in zip([0, *starts], ends, strict=True)
    ]


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"[.!?;»”)\]]\s+((?:{phrase_pattern('abstract', 'keywords')})\s*:)")


def _front_parts(front: Paragraph) -> Iterator[Paragraph]:
    """The title, the names, and each sentence of what follows them."""
    names = NAMES.search(front.text)
    if not names:
        yield front
        return
    ends = [end.span() for end in SENTENCE_END.finditer(front.text, names.end())]
    cuts = [(names.start(),) * 2, *ends]
    if "," in names[0] or not front.text.startswith(",", names.end()):
        cuts.insert(1, (names.end(),) * 2)  # what follows a single name is said of that person
    start = 0
    for stop, following in [*cuts, (len(front.text),) * 2]:
        part = slice_paragraph(front, start, stop)
        lead = len(part.text) - len(part.text.lstrip(" .,;:–-"))
        part = slice_paragraph(part, lead)
        if part.text:
            yield part
        start = following
