"""Parts of a manuscript that run on in one paragraph."""

import pytest

from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.lines.run_in_parts import split_run_in_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("УДК 614.8 А. Л. Тестова, К. Т. Мысалов", ["УДК 614.8", "А. Л. Тестова, К. Т. Мысалов"]),
        ("УДК 614.8; МРНТИ 76.01", ["УДК 614.8; МРНТИ 76.01"]),
        ("Ключевые слова: колодец, тень", ["Ключевые слова: колодец, тень"]),
        (
            "Учёт теней. Тестова А.Л., Мысалов К.Т., Институт теней, Тараз. "
            "Аннотация: Описаны тени. Ключевые слова: тень, колодец",
            ["Учёт теней.", "Тестова А.Л., Мысалов К.Т.", "Институт теней, Тараз.",
             "Аннотация: Описаны тени.", "Ключевые слова: тень, колодец"],
        ),
        (
            "Учёт теней. Тестова Анна Львовна, доцент, Институт теней. Аннотация: Описаны тени.",
            ["Учёт теней.", "Тестова Анна Львовна, доцент, Институт теней.",
             "Аннотация: Описаны тени."],
        ),
        ("Есть слова. Ключевые слова важны.", ["Есть слова. Ключевые слова важны."]),
    ],
)  # fmt: skip
def test_a_paragraph_is_split_where_a_part_begins(text, parts):
    found = split_run_in_parts([Paragraph(text=text, lines=(1,))])

    assert [part.text for part in found] == parts
