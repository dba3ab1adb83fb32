"""Markup of titles and abstracts that carries meaning."""

import pytest

from articles.imports.manuscript.header.markup import meaningful_markup
from articles.imports.manuscript.lines.paragraph import Paragraph, join_paragraphs
from articles.imports.readers.line import Span


@pytest.mark.parametrize(
    ("text", "spans", "markup"),
    [
        ("E coli in the steppe", (Span(0, 1, "i"), Span(2, 6, "i")), "<i>E coli</i> in the steppe"),
        ("The steppe E coli", (Span(11, 12, "i"), Span(13, 17, "i")), "The steppe <i>E coli</i>"),
        ("The steppe of E", (Span(13, 15, "i"),), "The steppe of <i>E</i>"),
        ("The CO2 of plants", (Span(6, 7, "sub"),), "The CO<sub>2</sub> of plants"),
        ("The steppe", (Span(0, 10, "i"),), ""),
        ("The steppe", (), ""),
    ],
)
def test_a_style_of_some_words_is_kept_and_one_of_the_whole_text_is_not(text, spans, markup):
    assert meaningful_markup(Paragraph(text=text, spans=spans)) == markup


def test_paragraphs_are_joined_by_a_blank():
    paragraphs = [
        Paragraph(text="The CO2", spans=(Span(6, 7, "sub"),)),
        Paragraph(text="of plants"),
    ]

    assert meaningful_markup(join_paragraphs(paragraphs)) == "The CO<sub>2</sub> of plants"
