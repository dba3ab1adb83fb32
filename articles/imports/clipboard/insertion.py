"""Pasted text put into a full text where the cursor stands, with its notes at the end."""

from __future__ import annotations

import re
from typing import NamedTuple

from articles.records.body_paragraphs import BLOCK_TAGS, TAG

NOTES = re.compile(r'\s*<section id="footnotes"><ol>(.*?)</ol></section>\s*', re.DOTALL)
NOTE_NUMBER = re.compile(r'id="fn(\d{1,6})"')
NOTE_LINK = re.compile(r'<a href="#fn(\d{1,6})">\d{1,6}</a>')
ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
SPLIT = ("p", "h2", "h3", "h4")  # elements that hold no blocks
WITH_TEXT = (*SPLIT, "li", "td", "th", "caption", "figcaption")


class Inserted(NamedTuple):
    """The text up to the cursor, which stands behind what was pasted, and the text after it."""

    before: str
    after: str


def insert_pasted(before: str, pasted: str, after: str) -> Inserted:
    """Put pasted HTML (of `read_clipboard`) between two parts of a full text."""
    before, after = _out_of_tag(before, after)
    text, notes = _with_new_numbers(pasted, _last_note(before + after))
    around = _open_block(before)
    alone = ONE_PARAGRAPH.fullmatch(text)
    if alone and (around in WITH_TEXT or _is_among_words(before, after)):
        before += alone[1]
    elif around in SPLIT:
        before, after = _split(before, text, after, around)
    else:
        before = f"{_with_line_end(before)}{text}"
        after = "\n" + after.lstrip("\n") if after.strip() else after
    return _with_notes(before, after, notes)


def _out_of_tag(before: str, after: str) -> tuple[str, str]:
    """The two parts, divided behind the tag in which the cursor stands."""
    if before.rfind("<") > before.rfind(">") and re.search(r"<[/A-Za-z][^<]*$", before):
        tag, sign, rest = after.partition(">")
        return (before + tag + sign, rest) if sign and "<" not in tag else (before, after)
    return before, after


def _open_block(before: str) -> str:
    """The innermost block that is not closed yet, '' for none."""
    opened: list[str] = []
    for tag in TAG.finditer(before):
        if tag[2] not in BLOCK_TAGS:
            continue
        if not tag[1]:
            opened.append(tag[2])
        elif tag[2] in opened:
            while opened.pop() != tag[2]:
                pass
    return opened[-1] if opened else ""


def _is_among_words(before: str, after: str) -> bool:
    """Whether there is bare text on the line of the cursor."""
    left, right = before.rpartition("\n")[2].strip(), after.partition("\n")[0].strip()
    return bool(left and not left.endswith(">")) or bool(right and not right.startswith("<"))


def _split(before: str, text: str, after: str, tag: str) -> tuple[str, str]:
    """The blocks between two halves of a paragraph; an empty half is left out."""
    start, end = f"<{tag}>", f"</{tag}>"
    is_first, is_last = before.rstrip().endswith(start), after.lstrip().startswith(end)
    before = before.rstrip().removesuffix(start) if is_first else f"{before.rstrip()}{end}\n"
    after = after.lstrip().removeprefix(end) if is_last else f"\n<{tag}>{after.lstrip()}"
    return before + text, after


def _with_line_end(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _last_note(text: str) -> int:
    return max((int(number) for number in NOTE_NUMBER.findall(text)), default=0)


def _with_new_numbers(pasted: str, last: int) -> tuple[str, str]:
    """The pasted text, and its notes; their numbers follow the last one of the full text."""
    section = NOTES.search(pasted)
    text = NOTES.sub("", pasted) if section else pasted
    notes = section[1] if section else ""
    if not last:
        return text, notes
    text = NOTE_LINK.sub(lambda link: _note_link(int(link[1]) + last), text)
    return text, NOTE_NUMBER.sub(lambda number: f'id="fn{int(number[1]) + last}"', notes)


def _note_link(number: int) -> str:
    return f'<a href="#fn{number}">{number}</a>'


def _with_notes(before: str, after: str, notes: str) -> Inserted:
    """Add the notes to those of the full text, or at its end."""
    if not notes:
        return Inserted(before, after)
    if section := NOTES.search(after):
        return Inserted(before, after[: section.end(1)] + notes + after[section.end(1) :])
    if section := NOTES.search(before):
        return Inserted(before[: section.end(1)] + notes + before[section.end(1) :], after)
    ending = f'\n<section id="footnotes"><ol>{notes}</ol></section>'
    return Inserted(before, after.rstrip() + ending)
