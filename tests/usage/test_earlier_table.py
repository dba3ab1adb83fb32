"""Tables of an earlier system's counts: OJS's own, by language and age, and what is none."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.usage.earlier_table import EarlierCount, NotATable, read_table

OJS_33 = """ID,Title,Total,Abstract Views,File Views,PDF,HTML,Other
17,"Ахметов; Дала өсімдіктері",140,100,40,38,2,0
18,Steppe,7,7,0,0,0,0
"""
VIEW_REPORT = """Article ID,Article Title,Issue,Date Published,Abstract Views,Total Galley Views,PDF
17,Дала,Vol 1,2020-01-02,"1,100",40,40
"""
RUSSIAN = (
    "\ufeffНомер статьи;Заглавие;Просмотры аннотаций;Скачивания файлов\n17;Степь;1\u00a0100;40\n"
)
MONTHS = "ID\tTitle\tMonth\tAbstract Views\tFile Views\n17\tA\t2024-03\t5\t2\n17\tA\t202404\t6\t\n"


@pytest.mark.parametrize(
    ("table", "counts"),
    [
        (
            OJS_33,
            [
                EarlierCount(2, "17", "Ахметов; Дала өсімдіктері", 100, 40),
                EarlierCount(3, "18", "Steppe", 7, 0),
            ],
        ),
        (VIEW_REPORT, [EarlierCount(2, "17", "Дала", 1_100, 40)]),
        (RUSSIAN, [EarlierCount(2, "17", "Степь", 1_100, 40)]),
        (
            MONTHS,
            [
                EarlierCount(2, "17", "A", 5, 2, date(2024, 3, 1)),
                EarlierCount(3, "17", "A", 6, 0, date(2024, 4, 1)),
            ],
        ),
    ],
)
def test_tables_are_read_by_their_headings(table, counts):
    read = read_table(table.encode())

    assert read.counts == counts
    assert read.bad_lines == []


def test_lines_with_wrong_counts_are_told_by_number():
    table = OJS_33 + ",No number,1,1,1\n19,Minus,1,-1,1\n20,Words,many,many,1\n\n21,Good,3,2,1\n"

    read = read_table(table.encode())

    assert read.bad_lines == [4, 5, 6]
    assert read.counts[-1].id == "21"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"name,address\nx,y\n", "no_headings"),
        (b"\xff\xfeI\x00D\x00", "no_text"),
        (b"PK\x03\x04\xff", "no_text"),
        (b"x" * (20 * 2**20 + 1), "too_large"),
    ],
)
def test_what_is_no_table_is_refused(content, reason):
    with pytest.raises(NotATable) as refusal:
        read_table(content)

    assert refusal.value.reason == reason


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_nothing_else_is_raised(content):
    for start in (b"", b"ID,Abstract Views,File Views,Month\n"):
        with contextlib.suppress(NotATable):
            read_table(start + content)
