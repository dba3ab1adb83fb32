"""Biographies: one for each author in each language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.classify.paragraph_types import (
    is_biography,
    is_full_name,
    text_after_name,
)
from articles.imports.manuscript.language import detect_language, journal_language
from articles.imports.manuscript.lines.paragraph import Paragraph, join_paragraphs
from articles.imports.manuscript.sourced_value import SourcedValue, Sureness
from articles.records.languages import Language


def read_biographies(layout: Layout) -> list[Paragraph]:
    """Return each biography as one paragraph, with the paragraphs that continue it."""
    bios: list[Paragraph] = []
    for at in layout.places_in("bios"):
        is_labelled = layout.element(at) == "bios"
        paragraph = layout.without_label(at) if is_labelled else layout.paragraphs[at]
        if not re.search(r"\w", paragraph.text):
            continue
        if bios and not _begins(paragraph):
            bios[-1] = join_paragraphs([bios[-1], paragraph])
        else:
            bios.append(paragraph)
    return bios


def _begins(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins the biography of another person."""
    if text_after_name(paragraph.text) or is_full_name(paragraph.text):
        return True
    lead = paragraph.text[: paragraph.emphasised_lead()].strip(" –-—,.:")
    return bool(lead) and is_full_name(lead)


def biography_values(bios: list[Paragraph]) -> Iterator[SourcedValue]:
    """The texts as printed, without the star or number before a name."""
    counts: Counter[Language] = Counter()
    language: Language | None = None
    for bio in bios:
        language = journal_language(detect_language(bio.text, of_names=True)) or language
        text = re.sub(r"^[*✉]\s*|^\d{1,2}[.)]\s+", "", bio.text)
        if language:
            sureness = Sureness.CERTAIN if is_biography(bio) else Sureness.DOUBTFUL
            yield SourcedValue(f"bios.{language}.{counts[language]}", text, bio.lines, sureness)
            counts[language] += 1
