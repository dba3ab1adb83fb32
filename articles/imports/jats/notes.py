"""Footnotes inside the text, brought to where our own files have them: behind the text."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from articles.imports.jats.back import is_statement

# Notes there stay where they are.
ELSEWHERE = {"fn-group", "table-wrap-foot", "fn"}


def move_notes(article: _Element) -> None:
    """Leave a link to each note in its place in the text, and put the note into `back/fn-group`."""
    body = article.find("body")
    notes = [] if body is None else [each for each in body.iter("fn") if is_in_text(each)]
    if not notes:
        return
    group = group_of(article)
    for number, note in enumerate(notes, len(footnotes(article)) + 1):
        name = note.get("id") or f"fn-{number}"
        note.set("id", name)
        replace(note, link_to(name, number))
        group.append(note)


def footnotes(article: _Element) -> list[_Element]:
    """Return the footnotes behind the text, without those that are statements of the authors."""
    return [note for note in article.iterfind("back/fn-group/fn") if not is_statement(note)]


def is_in_text(note: _Element) -> bool:
    return ELSEWHERE.isdisjoint(str(each.tag) for each in note.iterancestors())


def group_of(article: _Element) -> _Element:
    """The list of the footnotes, made if there is none."""
    back = article.find("back")
    if back is None:
        back = etree.SubElement(article, "back")
    group = back.find("fn-group")
    return etree.SubElement(back, "fn-group") if group is None else group


def link_to(name: str, number: int) -> _Element:
    raised = etree.Element("sup")
    etree.SubElement(raised, "xref", {"ref-type": "fn", "rid": name}).text = str(number)
    return raised


def replace(note: _Element, link: _Element) -> None:
    """Put the link where the note stands; the text behind the note stays in the paragraph."""
    link.tail, note.tail = note.tail, None
    parent = note.getparent()
    if parent is not None:
        parent.replace(note, link)
