"""The header of a manuscript: titles, bylines, affiliations and keywords."""

import pytest

from articles.imports.manuscript.header.texts import split_keywords
from articles.imports.manuscript.lines.paragraph import Paragraph
from tests.imports.manuscript.headers import read_header


def test_a_name_between_the_lines_of_two_authors_is_a_byline():
    texts = [
        "Ерлан ТӨЛЕГЕНҰЛЫ", "профессор", "Дала университеті, Семей, Қазақстан",
        "Гүлнар ӘБІШЕВА", "PhD докторант", "Жетісу университеті, Семей, Қазақстан",
    ]  # fmt: skip
    lines = [Paragraph(text=text, lines=(at,)) for at, text in enumerate(texts)]

    header = read_header(lines)

    assert [byline.people[0].name for byline in header.bylines] == [texts[0], texts[3]]
    assert header.titles == []


def test_a_title_may_name_a_post():
    texts = ["Zh.K. Nobayeva", "Steppe University, Semey, Kazakhstan",
             "Models of the language portrait of a rural teacher",
             "Abstract. The speech of teachers in villages is described."]  # fmt: skip
    lines = [Paragraph(text=text, lines=(at,)) for at, text in enumerate(texts)]

    header = read_header(lines)

    assert [title.text for title in header.titles] == [texts[2]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("мост, река, город.", ["мост", "река", "город"]),
        ("a; b, c; d.", ["a", "b, c", "d"]),
        ("a / b / c", ["a", "b", "c"]),
        ("a – b – c", ["a", "b", "c"]),
        ("- мост\n- река", ["мост", "река"]),
        ("мост (каменный, деревянный), река", ["мост (каменный, деревянный)", "река"]),
        ("", []),
    ],
)
def test_keywords_are_split_at_the_separator_that_the_list_uses(text, words):
    assert split_keywords(text) == words


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["Дала университеті,", "Семей, Қазақстан"], ["Дала университеті, Семей, Қазақстан"]),
        (["Дала университеті", "Семей қ., Қазақстан"], ["Дала университеті, Семей қ., Қазақстан"]),
    ],
)
def test_the_place_below_the_first_affiliation_belongs_to_it(texts, names):
    header = read_header([Paragraph(text=text, lines=(at,)) for at, text in enumerate(texts)])

    assert [affiliation.name for affiliation in header.affiliations] == names
    assert [affiliation.lines for affiliation in header.affiliations] == [(0, 1)]
    assert header.titles == []
