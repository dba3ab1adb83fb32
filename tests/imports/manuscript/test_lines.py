"""Hyphens, running heads, headings and the language of the lines of a manuscript."""

import pytest

from articles.imports.manuscript.classify.headings import is_known_heading
from articles.imports.manuscript.language import detect_language
from articles.imports.manuscript.lines.hyphens import Hyphens
from articles.imports.manuscript.lines.running_heads import find_running_heads
from articles.imports.readers.line import Line


@pytest.mark.parametrize(
    ("line", "following", "stripped"),
    [
        ("сүтті салқы-", "ндату", "сүтті салқы"),
        ("Pre-", "cooling with water", "Pre-"),
        ("ғылыми-", "өндірістік", "ғылыми-"),
        ("жабдықсыз-", "ақ алты", "жабдықсыз-"),
        ("https://doi.org/10.5555/a-", "146-1", "https://doi.org/10.5555/a-"),
        ("no hyphen", "here", None),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_if_it_is_part_of_the_word(line, following, stripped):
    hyphens = Hyphens(["экономика-", "отде-", "освеще-", "охла-", "сүт"])

    assert hyphens.strip_hyphen(line, following) == stripped


def test_running_heads_and_page_numbers_are_found():
    texts = ["Хабаршы. №1 2021", "first", "112", "Хабаршы. №1 2021", "second", "113"]
    lines = tuple(
        Line(text=text, number=at, page=1 + at // 4, gap=True) for at, text in enumerate(texts, 1)
    )

    heads = find_running_heads(lines)

    assert heads.line_numbers == {1, 3, 4, 6}
    assert (heads.first_page, heads.last_page) == (112, 113)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Зерттеу материалдары және әдістемесі", True),
        ("3 Результаты и их обсуждение", True),
        ("II. Materials and Methods", True),
        ("История мостов", False),
        ("Введение в заблуждение", False),
    ],
)
def test_headings_are_known_by_their_words(text, known):
    assert is_known_heading(text) == known


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мақалада көпір тарихы қарастырылады", "kk"),
        ("В статье рассматривается история", "ru"),
        ("The article deals with the history of a bridge", "en"),
        ("Bu çalışmada öğrencilerin okuma alışkanlıkları incelenmiştir", "other"),
        ("Макалада тоо кыртышынын курамы каралат, изилдөө үч жыл бою жүргүзүлүп бүткөн", "other"),
        ("Maqolada yer resurslarini baholash usullari ko‘rib chiqilgan va o‘rganilgan", "other"),
        ("123", ""),
    ],
)  # fmt: skip
def test_the_language_is_detected_by_letters_and_frequent_words(text, language):
    assert detect_language(text) == language
