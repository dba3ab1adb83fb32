"""The type of each line of a header: title, byline, affiliation, contact, degree.

Two types are given up on the way: a "possible byline" and a "place" become one of the others.
"""

from __future__ import annotations

import re

from articles.imports.manuscript.authors.affiliation_lines import (
    is_address,
    is_degree,
    is_place,
    parse_affiliation_line,
)
from articles.imports.manuscript.authors.bylines import parse_byline
from articles.imports.manuscript.authors.contacts import find_emails, strip_contacts
from articles.imports.manuscript.authors.marks import leading_marks
from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import PLACE

# Names of places, and the words around them.
OF_PLACES = re.compile(
    rf"{PLACE.pattern}|^(?:қала|город|г\.|ауыл|село|облы|област|ауданы|район|республик|city|town"
    r"|village|region|district|republic|of$|the$|in$|және$|и$)",
    re.IGNORECASE,
)
# Lines below the name of an author that belong to this author.
AUTHOR_LINES = ("affiliation", "contact", "degree", "place")


def classify_header_lines(paragraphs: list[Paragraph]) -> list[str]:
    """Return the type of each line: by the line alone, then by the lines around it."""
    types = [_type_by_signs(paragraph) for paragraph in paragraphs]
    for step in (
        _decide_possible_bylines,
        _repeated_names_to_contacts,
        _title_with_affiliation_words,
        _continuations,
        _affiliation_as_title,
    ):
        types = step(paragraphs, types)
    return types


def _type_by_signs(paragraph: Paragraph) -> str:
    label = find_label(paragraph)
    if label and label.element in ("email", "orcid", "correspondence"):
        return "contact"
    if label and label.element in ("title", "authors", "affiliation"):
        return "byline" if label.element == "authors" else label.element
    if paragraph.heading:
        return "title"
    if parse_affiliation_line(paragraph) and not _is_sure_byline(paragraph):
        return "affiliation"
    if _is_sure_byline(paragraph):
        return "byline"
    if find_emails(paragraph.text) and not strip_contacts(paragraph.text):
        return "contact"
    return _type_by_weak_signs(paragraph)


def _type_by_weak_signs(paragraph: Paragraph) -> str:
    if is_place(paragraph) and not paragraph.is_capital:
        return "place"
    if is_degree(paragraph) and not paragraph.is_capital and not paragraph.is_bold:
        return "degree"
    if find_emails(paragraph.text):
        return "contact"
    if is_address(paragraph):
        return "leftover"
    if parse_byline(paragraph):
        return "possible byline"
    return "title" if re.search(r"[^\W\d_]{3}", paragraph.text) else "leftover"


def _is_sure_byline(paragraph: Paragraph) -> bool:
    byline = parse_byline(paragraph)
    return byline is not None and (byline.is_sure or (byline.is_marked and len(byline.people) > 1))


def _decide_possible_bylines(paragraphs: list[Paragraph], types: list[str]) -> list[str]:
    """Words with capitals are a byline beside an affiliation or with a mark, else a title."""
    decided = list(types)
    sure = "byline" in types
    for at, line_type in enumerate(types):
        if line_type != "possible byline":
            continue
        byline = parse_byline(paragraphs[at])
        near = types[at + 1] if at + 1 < len(types) else ""
        apart = at > 0 and types[at - 1] in AUTHOR_LINES and near in AUTHOR_LINES
        beside = near in ("affiliation", "contact", "degree", "place", "possible byline")
        marked = byline is not None and byline.is_marked
        titled = "title" in types or types.count("possible byline") > 1
        decided[at] = "byline" if marked or apart or (beside and titled and not sure) else "title"
    return decided


def _repeated_names_to_contacts(paragraphs: list[Paragraph], types: list[str]) -> list[str]:
    """A name below the byline that already has it introduces an e-mail."""
    decided = list(types)
    seen: set[str] = set()
    for at, line_type in enumerate(types):
        byline = parse_byline(paragraphs[at]) if line_type == "byline" else None
        people = byline.people if byline else ()
        names = {person.name.casefold().replace(" ", "") for person in people}
        if names and names <= seen:
            decided[at] = "contact"
        seen |= names
    return decided


def _title_with_affiliation_words(paragraphs: list[Paragraph], types: list[str]) -> list[str]:
    """A title with words of posts, places or organisations: `Models of the speech of a teacher`.

    Only if no other line is the title, and only at the top or the bottom of the header.
    """
    known = [at for at, line_type in enumerate(types) if line_type not in ("contact", "leftover")]
    if "title" in types or len(known) < 2:
        return types
    phrases = [at for at in (known[0], known[-1]) if _is_phrase(paragraphs[at], types, at)]
    if len(phrases) != 1:
        return types
    return [*types[: phrases[0]], "title", *types[phrases[0] + 1 :]]


def _is_phrase(paragraph: Paragraph, types: list[str], at: int) -> bool:
    """Whether a line has no comma, and more words than a degree, place or affiliation needs."""
    words = [word for word in paragraph.text.split() if not OF_PLACES.match(word)]
    if "," in paragraph.text or len(paragraph.text.split()) < 4 or leading_marks(paragraph.text)[1]:
        return False
    if types[at] == "affiliation":
        affiliation = parse_affiliation_line(paragraph)
        return types.count("affiliation") > 1 and not (affiliation and affiliation.signs)
    return types[at] in ("degree", "place") and len(words) > 1


def _continuations(paragraphs: list[Paragraph], types: list[str]) -> list[str]:
    """The second line of an affiliation: its place, or words in lower case or after a comma."""
    decided = list(types)
    for at in range(1, len(types)):
        can_continue = decided[at] in ("title", "place", "degree")
        if can_continue and decided[at - 1] in ("affiliation", "continuation"):
            before, text = paragraphs[at - 1].text, paragraphs[at].text
            continues = before.endswith((",", "-")) or text[:1].islower() or decided[at] == "place"
            if continues and not paragraphs[at].heading:
                decided[at] = "continuation"
    return [line_type if line_type != "place" else "leftover" for line_type in decided]


def _affiliation_as_title(paragraphs: list[Paragraph], types: list[str]) -> list[str]:
    """Without a title, the first affiliation in bold or of many words, without a place, is it."""
    if "title" in types:
        return types
    if types.count("affiliation") < 2 - ("byline" not in types):
        return types
    decided = list(types)
    for at, paragraph in enumerate(paragraphs):
        affiliation = parse_affiliation_line(paragraph) if types[at] == "affiliation" else None
        if affiliation is None or affiliation.signs or PLACE.search(paragraph.text):
            continue
        if paragraph.is_bold or len(paragraph.text.split()) > 4:
            decided[at] = "title"
            break
    return decided
