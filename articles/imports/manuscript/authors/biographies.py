"""Biographies: one a person, by the language they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from articles.imports.manuscript.classify.layout import Outline
from articles.imports.manuscript.classify.paragraph_types import after_name, is_bio, is_full_name
from articles.imports.manuscript.language import own, tongue
from articles.imports.manuscript.lines.paragraph import Paragraph, part
from articles.imports.manuscript.sourced_value import Found, Sureness
from articles.records.languages import Language


def bios_of(outline: Outline) -> list[Paragraph]:
    """Each biography as one paragraph; what goes on below a name is joined to it."""
    bios: list[Paragraph] = []
    for at in outline.members("bios"):
        paragraph = outline.paragraphs[at]
        if outline.element(at) == "bios":
            label = outline.labels[at]
            paragraph = part(paragraph, label.end if label else 0)
        if not paragraph.text or not re.search(r"\w", paragraph.text):
            continue
        if bios and not _begins(paragraph, bios[-1]):
            bios[-1] = _joined(bios[-1], paragraph)
        else:
            bios.append(paragraph)
    return bios


def _begins(paragraph: Paragraph, before: Paragraph) -> bool:
    """Whether a paragraph is a new person's."""
    if after_name(paragraph.text) or is_full_name(paragraph.text):
        return True
    lead = paragraph.text[: paragraph.lead()].strip(" –-—,.:")
    return bool(lead) and is_full_name(lead)


def _joined(bio: Paragraph, more: Paragraph) -> Paragraph:
    blank = "" if bio.text.endswith(("/", "-")) and "://" in bio.text[-60:] else " "
    return msgspec.structs.replace(
        bio, text=f"{bio.text}{blank}{more.text}", lines=bio.lines + more.lines
    )


def bio_values(bios: list[Paragraph]) -> Iterator[Found]:
    """The texts as printed, without the star before a name."""
    counts: dict[Language, int] = {}
    spoken: Language | None = None
    for bio in bios:
        spoken = own(tongue(bio.text, of_names=True)) or spoken
        text = re.sub(r"^[*✉]\s*|^\d{1,2}[.)]\s+", "", bio.text)
        if spoken:
            at = counts.get(spoken, 0)
            counts[spoken] = at + 1
            yield Found(f"bios.{spoken}.{at}", text, bio.lines, _sureness(bio))


def _sureness(bio: Paragraph) -> Sureness:
    return Sureness.CERTAIN if is_bio(bio) else Sureness.DOUBTFUL
