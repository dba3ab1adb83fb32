"""What each line of a header is: title, names, organisation, address, degree."""

from __future__ import annotations

import re

from articles.imports.manuscript.authors.affiliation_lines import (
    is_address,
    is_degree,
    is_place,
    organisation_of,
)
from articles.imports.manuscript.authors.bylines import byline_of
from articles.imports.manuscript.authors.contacts import emails, without_contacts
from articles.imports.manuscript.authors.marks import leading_marks
from articles.imports.manuscript.labels.label import label_of
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.vocabulary import PLACE

# Places, and the words for what they are.
OF_PLACES = re.compile(
    rf"{PLACE.pattern}|^(?:қала|город|г\.|ауыл|село|облы|област|ауданы|район|республик|city|town"
    r"|village|region|district|republic|of$|the$|in$|және$|и$)",
    re.IGNORECASE,
)
# What stands below a name, and so above the next.
OWN_LINES = ("organisation", "contact", "degree", "place")


def kinds_of(paragraphs: list[Paragraph]) -> list[str]:
    """A word for each line, from the surest signs to the least sure."""
    kinds = [_kind(paragraph) for paragraph in paragraphs]
    for step in (_doubtful_names, _names_again, _title_in_disguise, _one_title, _some_title):
        kinds = step(paragraphs, kinds)
    return kinds


def _kind(paragraph: Paragraph) -> str:
    label = label_of(paragraph)
    if label and label.element in ("email", "orcid", "correspondence"):
        return "contact"
    if label and label.element in ("title", "authors", "organisation"):
        return {"title": "title", "authors": "byline", "organisation": "organisation"}[
            label.element
        ]
    if paragraph.heading:
        return "title"
    if organisation_of(paragraph) and not _is_sure_byline(paragraph):
        return "organisation"
    if _is_sure_byline(paragraph):
        return "byline"
    if emails(paragraph.text) and not without_contacts(paragraph.text):
        return "contact"
    return _lesser_kind(paragraph)


def _lesser_kind(paragraph: Paragraph) -> str:
    if is_place(paragraph) and not paragraph.is_capital:
        return "place"
    if is_degree(paragraph) and not paragraph.is_capital and not paragraph.is_bold:
        return "degree"
    if emails(paragraph.text):
        return "contact"
    if is_address(paragraph):
        return "left"
    if byline_of(paragraph):
        return "maybe"
    return "title" if re.search(r"[^\W\d_]{3}", paragraph.text) else "left"


def _is_sure_byline(paragraph: Paragraph) -> bool:
    byline = byline_of(paragraph)
    return byline is not None and (byline.is_sure or (byline.is_marked and len(byline.people) > 1))


def _doubtful_names(paragraphs: list[Paragraph], kinds: list[str]) -> list[str]:
    """Words with capitals are names beside an organisation or a mark, else a title."""
    found = list(kinds)
    sure = "byline" in kinds
    for at, kind in enumerate(kinds):
        if kind != "maybe":
            continue
        byline = byline_of(paragraphs[at])
        near = kinds[at + 1] if at + 1 < len(kinds) else ""
        apart = at > 0 and kinds[at - 1] in OWN_LINES and near in OWN_LINES
        beside = near in ("organisation", "contact", "degree", "place", "maybe")
        marked = byline is not None and byline.is_marked
        titled = "title" in kinds or kinds.count("maybe") > 1
        found[at] = "byline" if marked or apart or (beside and titled and not sure) else "title"
    return found


def _names_again(paragraphs: list[Paragraph], kinds: list[str]) -> list[str]:
    """A name with its address below the byline that has it already."""
    found = list(kinds)
    seen: set[str] = set()
    for at, kind in enumerate(kinds):
        byline = byline_of(paragraphs[at]) if kind == "byline" else None
        people = byline.people if byline else ()
        names = {person.name.casefold().replace(" ", "") for person in people}
        if names and names <= seen:
            found[at] = "contact"
        seen |= names
    return found


def _title_in_disguise(paragraphs: list[Paragraph], kinds: list[str]) -> list[str]:
    """`Models of the speech of a rural teacher`: words of posts, places, organisations in a title.

    Only where no other line is one, at the top or at the bottom of the header.
    """
    told = [at for at, kind in enumerate(kinds) if kind not in ("contact", "left")]
    if "title" in kinds or len(told) < 2:
        return kinds
    found = [at for at in (told[0], told[-1]) if _is_phrase(paragraphs[at], kinds, at)]
    return [*kinds[: found[0]], "title", *kinds[found[0] + 1 :]] if len(found) == 1 else kinds


def _is_phrase(paragraph: Paragraph, kinds: list[str], at: int) -> bool:
    """Several words without a comma, and more of them than such a line needs."""
    words = [word for word in paragraph.text.split() if not OF_PLACES.match(word)]
    if "," in paragraph.text or len(paragraph.text.split()) < 4 or leading_marks(paragraph.text)[1]:
        return False
    if kinds[at] == "organisation":
        organisation = organisation_of(paragraph)
        return kinds.count("organisation") > 1 and not (organisation and organisation.signs)
    return kinds[at] in ("degree", "place") and len(words) > 1


def _one_title(paragraphs: list[Paragraph], kinds: list[str]) -> list[str]:
    """A second line before an organisation's place, or after it in lower case, goes on from it."""
    found = list(kinds)
    for at in range(1, len(kinds)):
        if found[at] in ("title", "place", "degree") and found[at - 1] in ("organisation", "more"):
            before, text = paragraphs[at - 1].text, paragraphs[at].text
            goes_on = before.endswith((",", "-")) or text[:1].islower() or found[at] == "place"
            if goes_on and not paragraphs[at].heading:
                found[at] = "more"
    return [kind if kind != "place" else "left" for kind in found]


def _some_title(paragraphs: list[Paragraph], kinds: list[str]) -> list[str]:
    """A header without a title: an organisation that is set apart or has no place is the title."""
    if "title" in kinds:
        return kinds
    if kinds.count("organisation") < 2 - ("byline" not in kinds):
        return kinds
    found = list(kinds)
    for at, paragraph in enumerate(paragraphs):
        organisation = organisation_of(paragraph) if kinds[at] == "organisation" else None
        if organisation is None or organisation.signs or PLACE.search(paragraph.text):
            continue
        if paragraph.is_bold or len(paragraph.text.split()) > 4:
            found[at] = "title"
            break
    return found
