"""Footnotes on the clipboard: the marks in the text, and the notes that lead back to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from articles.records.body_losses import LossKind

from .markup import Clipboard, drop, style_of, text_of
from .runs import NOTE

# Divisions that hold one note with all its paragraphs, by their ids in Word and LibreOffice.
NOTE_ID = re.compile(r"(?:_?(?:ftn|edn)|sd(?:foot|end)note)\d+")
PARAGRAPHS = ("p", "li", "div", "td")
MARK = re.compile(r"\[?[\divxlcа-яa-z*†‡]{1,6}\]?", re.IGNORECASE)


def take_notes(clipboard: Clipboard) -> list[_Element]:
    """Number the marks and take the notes out of the text; return the notes, in their order."""
    anchors = [anchor for anchor in clipboard.root.iter("a") if anchor.get("href")]
    places = {name: anchor for anchor in anchors for name in _names(anchor)}
    notes: list[_Element] = []
    taken: set[_Element] = set()
    for anchor in anchors:
        back = places.get((anchor.get("href") or "").removeprefix("#"))
        if anchor in taken:
            continue
        if back is not None and back not in taken and _leads_to(back, anchor):
            taken |= {anchor, back}
            anchor.set(NOTE, str(len(notes) + 1))
            notes.append(_note_of(back))
        elif is_word_mark(anchor):
            _keep_as_words(clipboard, anchor)
    for note in notes:
        drop(note)
    return notes


def _names(anchor: _Element) -> Iterator[str]:
    """The names under which links find the anchor: its own, and those of what it stands in."""
    for element in (anchor, anchor.getparent()):
        if element is not None:
            yield from filter(None, (element.get("name"), element.get("id")))


def _leads_to(anchor: _Element, other: _Element) -> bool:
    return (anchor.get("href") or "").removeprefix("#") in set(_names(other)) and (
        MARK.fullmatch(text_of(other)) is not None
    )


def is_word_mark(anchor: _Element) -> bool:
    style = style_of(anchor)
    return "mso-footnote-id" in style or "mso-endnote-id" in style


def _keep_as_words(clipboard: Clipboard, anchor: _Element) -> None:
    """The mark of a note whose text was not copied stays as the index that it looks like."""
    clipboard.lose(LossKind.NOTE, text_of(anchor))
    anchor.tag = "sup"


def _note_of(anchor: _Element) -> _Element:
    """The element with the whole note that an anchor begins; the anchor is taken out of it."""
    above = [each for each in anchor.iterancestors() if str(each.tag) in PARAGRAPHS]
    whole = next((each for each in above if NOTE_ID.fullmatch(each.get("id") or "")), None)
    note = whole if whole is not None else (above or [anchor])[0]
    parent = anchor.getparent()
    drop(parent if parent is not None and parent.tag == "sup" and parent is not note else anchor)
    return note
