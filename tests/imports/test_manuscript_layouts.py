"""One article is read the same from thousands of layouts and five kinds of files."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.imports.manuscript import read_manuscript
from tests.imports.manuscript_files import as_markdown, as_pdf, as_text, as_word
from tests.imports.manuscript_layouts import texts
from tests.imports.manuscript_layouts.layout import a_layout
from tests.imports.manuscript_layouts.truth import truth
from tests.imports.manuscript_layouts.writing import write_layout


def with_schwas(lines):
    """A Latin schwa for the Kazakh letter, as in half of the texts on the web."""
    return as_text(lines).decode().replace("ә", "ə").replace("Ә", "Ə").encode()


FILES = {
    "text": (as_text, "article.txt"),
    "text with Latin schwas": (with_schwas, "article.txt"),
    "wrapped text": (lambda lines: as_text(lines, 76), "article.txt"),
    "Markdown": (as_markdown, "article.md"),
    "Word": (as_word, "article.docx"),
}
FIELDS = (
    "article_language", "title", "abstract", "keywords", "authors", "affiliations", "irsti",
    "udc", "doi", "dates", "pages", "sections", "references", "bios", "funding",
)  # fmt: skip
UNPAGED = tuple(field for field in FIELDS if field != "pages")  # a PDF prints its own numbers


def read_back(layout, write, name, fields=FIELDS):
    found = read_manuscript(write(write_layout(layout)), name).to_json()
    return {field: found[field] for field in fields}


@pytest.mark.parametrize("form", FILES)
@given(seed=st.integers(0, 5000))
@settings(max_examples=25, deadline=None)
def test_an_article_is_read_back_from_any_layout(form, seed):
    layout = a_layout(seed)

    found = read_back(layout, *FILES[form])

    assert found == {field: truth(layout)[field] for field in FIELDS}


# Titles with words of posts, places, organisations and references.
TITLES = [
    ("Ауыл мұғалімінің тілдік портретінің модельдері",
     "Модели языкового портрета сельского учителя",
     "Models of the language portrait of a rural teacher"),
    ("Қазақстандағы университеттердің даму тарихы", "История развития университетов Казахстана",
     "History of the development of universities in Kazakhstan"),
    ("Алматы қаласының ауа сапасы", "Качество воздуха города Алматы",
     "Air quality of the city of Almaty"),
    ("Доктор және науқас: сенім мәселесі", "Доктор и пациент: проблема доверия",
     "Doctor and patient: a problem of trust"),
    ("2020–2022 жылдардағы көші-қон", "Миграция в 2020–2022 годах", "Migration in 2020–2022"),
    ("Абай және оның заманы", "Абай и его время", "Abai and His Time"),
]  # fmt: skip


@pytest.mark.parametrize("form", ["text", "Word"])
@pytest.mark.parametrize("titles", TITLES, ids=lambda titles: titles[2])
def test_a_title_may_contain_the_words_of_other_lines(monkeypatch, form, titles):
    monkeypatch.setattr(texts, "TITLES", dict(zip(("kk", "ru", "en"), titles, strict=True)))
    for seed in range(8):
        layout = a_layout(seed)

        found = read_back(layout, *FILES[form])

        assert found == {field: truth(layout)[field] for field in FIELDS}


@pytest.mark.parametrize("seed", [0, 2, 14, 23])
def test_an_article_is_read_back_from_a_pdf_of_one_column(seed):
    layout = a_layout(seed)

    found = read_back(
        layout, lambda lines: as_pdf(lines, head="Қала хабаршысы"), "article.pdf", UNPAGED
    )

    assert found == {field: truth(layout)[field] for field in UNPAGED}


@pytest.mark.parametrize("seed", [1, 4, 20, 37])
def test_two_columns_are_read_one_after_the_other(seed):
    layout = a_layout(seed)

    found = read_back(layout, lambda lines: as_pdf(lines, columns=2), "article.pdf", UNPAGED)

    assert found == {field: truth(layout)[field] for field in UNPAGED}
