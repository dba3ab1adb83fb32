"""Title, abstract, keywords and authors of every language, out of the blocks."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.manuscript.authors.author_lists import Voice, voice_of
from articles.imports.manuscript.classify.header_blocks import Block
from articles.imports.manuscript.classify.layout import Outline
from articles.imports.manuscript.header.header import Header, read_header
from articles.imports.manuscript.header.keywords import keywords_in
from articles.imports.manuscript.header.line_types import kinds_of
from articles.imports.manuscript.header.markup import kept_print
from articles.imports.manuscript.language import own, tongue
from articles.imports.manuscript.lines.paragraph import Paragraph, part
from articles.imports.manuscript.sourced_value import Found, Sureness
from articles.records.languages import LANGUAGES, Language

RUBRIC_WORDS = 5
Heads = list[tuple[Block, Header]]


def headers_of(outline: Outline, blocks: list[Block]) -> Heads:
    """The header of each block, read."""
    return [
        (block, read_header([outline.paragraphs[at] for at in _without_rubric(outline, block)]))
        for block in blocks
    ]


def _without_rubric(outline: Outline, block: Block) -> list[int]:
    """`HISTORY` above the codes or the type of the article, where a title stands below them."""
    if len(block.header) < 2:
        return block.header
    first, second, *_ = block.header
    parted = any(outline.zones[at] in ("code", "aside") for at in range(first + 1, second))
    if not parted or len(outline.paragraphs[first].text.split()) > RUBRIC_WORDS:
        return block.header
    kinds = kinds_of([outline.paragraphs[at] for at in block.header])
    is_rubric = kinds[0] == "title" and "title" in kinds[1:]
    return block.header[1:] if is_rubric else block.header


def title_values(heads: Heads) -> Iterator[Found]:
    """Of each language the best title of its own block, else one that another block shows."""
    for language in LANGUAGES:
        found = [(h, t) for b, h in heads if b.language == language for t in _fitting(h, language)]
        sureness = Sureness.CERTAIN
        if not found:
            found = [(h, t) for _b, h in heads for t in h.titles if _is_title_in(t, language)]
            sureness = Sureness.LIKELY
        if found:
            title = max((t for _h, t in found), key=_rank)
            doubt = Sureness.DOUBTFUL if len(found) > 1 and not title.heading else sureness
            shown = _shown(title)
            kept = kept_print([shown])
            yield Found(f"title.{language}", shown.text, shown.lines, doubt, kept)


def _fitting(header: Header, language: Language) -> list[Paragraph]:
    """The block's own titles: those that can be of its language, if any are."""
    named = [title for title in header.titles if _can_be(title, language)]
    exact = [title for title in named if own(tongue(title.text)) == language]
    longer = [title for title in exact if len(title.text) > 15]
    return longer or exact or named


def _can_be(title: Paragraph, language: Language) -> bool:
    """Short Kazakh without its own letters looks Russian."""
    spoken = tongue(title.text)
    return spoken == language or (language == "kk" and spoken == "ru") or spoken == ""


def _is_title_in(title: Paragraph, language: Language) -> bool:
    return tongue(title.text) == language and len(title.text) > 15


def _rank(title: Paragraph) -> tuple[bool, float, bool, bool, int]:
    return (title.heading > 0, title.size, title.is_capital, title.is_bold, len(title.text))


def _shown(title: Paragraph) -> Paragraph:
    """Without the stars around it and the full stop behind it."""
    text = title.text
    start, end = len(text) - len(text.lstrip("* ")), len(text.rstrip("* "))
    shown = part(title, start, end)
    if shown.text.endswith(".") and not shown.text.endswith(".."):
        return part(shown, 0, len(shown.text) - 1)
    return shown


def text_values(outline: Outline, blocks: list[Block]) -> Iterator[Found]:
    """Abstract and keywords as printed, without their labels."""
    for block in blocks:
        if not block.language:
            continue
        parts = [_without_label(outline, at) for at in block.abstract]
        if told := [each for each in parts if each.text]:
            text = " ".join(each.text for each in told)
            sure = Sureness.CERTAIN if outline.element(block.abstract[0]) else Sureness.LIKELY
            kept = kept_print(told)
            yield Found(f"abstract.{block.language}", text, _lines(parts), sure, kept)
        parts = [_without_label(outline, at) for at in block.keywords]
        if words := keywords_in("\n".join(each.text for each in parts if each.text)):
            yield Found(f"keywords.{block.language}", words, _lines(parts))


def _without_label(outline: Outline, at: int) -> Paragraph:
    label = outline.labels[at]
    paragraph = part(outline.paragraphs[at], label.end if label else 0)
    return part(paragraph, len(paragraph.text) - len(paragraph.text.lstrip("*:.–— ")))


def _lines(parts: list[Paragraph]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for each in parts for number in each.lines))


def voices_of(heads: Heads, article: Language | None) -> list[Voice]:
    """The authors in each language, the article's own first."""
    voices: dict[Language, Voice] = {}
    for block, header in heads:
        for language, share in _shares(block, header):
            if language not in voices and share.bylines:
                voices[language] = voice_of(language, share)
    if not voices:  # only a byline of another language: its names are better than none
        shares = (share for block, header in heads for share in _by_letters(block, header))
        voices |= {language: voice_of(language, share) for language, share in shares}
    return sorted(voices.values(), key=lambda voice: voice.language != article)


def _shares(block: Block, header: Header) -> Iterator[tuple[Language, Header]]:
    """A header of one language is the block's; one of several is shared out by letters."""
    latin = [byline for byline in header.bylines if own(tongue(_names(byline))) == "en"]
    if block.language and (len(latin) in (0, len(header.bylines))):
        spoken: Language = block.language
        if (spoken == "en") == bool(latin) or not header.bylines:
            yield spoken, header
            return
    if block.tongue == "other":
        return
    yield from _by_letters(block, header)


def _names(byline: object) -> str:
    return " ".join(person.name for person in byline.people)  # type: ignore[attr-defined]


def _by_letters(block: Block, header: Header) -> Iterator[tuple[Language, Header]]:
    for language in LANGUAGES:
        share = Header(titles=header.titles, contacts=header.contacts)
        share.bylines = [each for each in header.bylines if _speaks(_names(each), language, block)]
        share.organisations = [
            each for each in header.organisations if _speaks(each.name, language, block)
        ]
        kept = [*share.bylines, *share.organisations]
        share.order = [each for each in header.order if any(each is one for one in kept)]
        if share.bylines:
            yield language, share


def _speaks(text: str, language: Language, block: Block) -> bool:
    spoken = own(tongue(text))
    if spoken == "ru" and block.language in ("kk", "ru"):
        return block.language == language
    return spoken == language
