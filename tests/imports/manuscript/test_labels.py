"""Labels of a manuscript: known in any language and spelling."""

import pytest

from articles.imports.manuscript.labels.label import find_label
from articles.imports.manuscript.lines.paragraph import Paragraph


@pytest.mark.parametrize(
    ("text", "element", "rest"),
    [
        ("Аңдатпа. Мақалада", "abstract", "Мақалада"),
        ("Kлючевые cлова: мост", "keywords", "мост"),
        ("ABSTRACT", "abstract", ""),
        ("IRSTI/МРНТИ/ХҒТАР 76.29.48", "irsti", "76.29.48"),
        ("FTAMP 14.15.07", "irsti", "14.15.07"),
        ("5. References", "romanized", ""),
        ("8. Funding", "funding", ""),
        ("Пайдаланылған әдебиеттер тізімі:", "references", ""),
        ("*Корреспонденция үшін автор: a@example.org", "correspondence", "a@example.org"),
        ("Abstract in English: The article", "abstract", "The article"),
        ("Әдебиеттер (References)", "references", ""),
    ],
)
def test_a_label_is_known_in_any_language_and_spelling(text, element, rest):
    label = find_label(Paragraph(text=text))

    assert (label.element, text[label.end :].strip()) == (element, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Литература прошлого века изучена мало",
        "Обзор литературы",
        "Автор рассматривает вопрос",
        "Results and discussion",
        "Абстракция и форма",
        "Summary judgments are rare",
    ],
)
def test_label_words_inside_a_sentence_are_no_label(text):
    assert find_label(Paragraph(text=text)) is None
