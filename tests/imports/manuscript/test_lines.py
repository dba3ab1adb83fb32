"""Hyphens, running heads, headings and the language of the lines of a manuscript."""

import pytest

from articles.imports.manuscript.classify.headings import is_known_heading
from articles.imports.manuscript.language import detect_language
from articles.imports.manuscript.lines.hyphens import Hyphens
from articles.imports.manuscript.lines.joining import join_lines
from articles.imports.manuscript.lines.language_columns import order_language_columns
from articles.imports.manuscript.lines.running_heads import find_running_heads
from articles.imports.readers.line import Line, Span


@pytest.mark.parametrize(
    ("line", "following", "stripped"),
    [
        ("сүтті салқы-", "ндату", "сүтті салқы"),
        ("Pre-", "cooling with water", "Pre-"),
        ("ғылыми-", "өндірістік", "ғылыми-"),
        ("жабдықсыз-", "ақ алты", "жабдықсыз-"),
        ("https://doi.org/10.5555/a-", "146-1", "https://doi.org/10.5555/a-"),
        ("1941-", "1945 жылдары", "1941-"),
        ("1941-", "жылдары", None),
        ("1941", "1945", None),
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
    assert heads.pages == (112, 113)


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


KAZAKH = "Мақалада өңірдегі тұрғындардың қазіргі жағдайы қарастырылады"  # 60 characters
RUSSIAN = "В статье рассматривается история моста и его роль в развитии области"
ENGLISH = "The article deals with the history of a bridge and its role in the region"


def cells(*rows):
    return [
        Line(text=text, kind="cell", row=at, column=column)
        for at, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
    ]


def columns(lines):
    return [line.column for line in order_language_columns(lines)]


def test_a_table_with_one_language_in_each_column_is_read_by_column():
    assert columns(cells((KAZAKH, RUSSIAN), ("тағы", "ещё"))) == [1, 1, 2, 2]


def test_other_tables_are_read_by_row():
    assert columns(cells((ENGLISH, ENGLISH), ("a", "b"))) == [1, 2, 1, 2]
    assert columns(cells((KAZAKH, RUSSIAN, "1"), ("тағы", "ещё", "2"))) == [1, 2, 3, 1, 2, 3]
    assert columns(cells((KAZAKH,), ("тағы",))) == [1, 1]


@pytest.mark.parametrize(("length", "order"), [(60, [1, 1, 2, 2]), (59, [1, 2, 1, 2])])
def test_a_column_counts_from_sixty_characters(length, order):
    first, last = KAZAKH[: length - 5], KAZAKH[-4:]

    assert columns(cells((first, RUSSIAN), (last, "ещё"))) == order


@pytest.mark.parametrize(
    ("first", "second", "bold", "paragraphs"),
    [
        ("ANAEMIA OF WOMEN: THE FIRST", "RESULTS", (), 1),
        ("Anaemia of women: the first", "Results", (1, 1), 1),
        ("Anaemia of women: the first", "Results", (0, 0), 2),
        ("Anaemia of women: the first", "Results", (0, 1), 2),
        ("RESULTS", "RESULTS", (), 2),
    ],
)
def test_a_title_goes_on_although_its_next_line_looks_like_a_heading(
    first, second, bold, paragraphs
):
    lines = tuple(
        Line(text=text, number=at, spans=(Span(0, len(text), "b"),) if at in marked else ())
        for at, text in enumerate((first, second))
        for marked in [{place for place, is_bold in enumerate(bold) if is_bold}]
    )

    assert len(join_lines(lines)) == paragraphs
