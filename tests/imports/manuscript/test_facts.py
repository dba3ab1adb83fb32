"""Codes, dates and pages in the lines of a manuscript."""

import pytest

from articles.imports.manuscript.facts.codes import find_dois, find_irsti, find_udc
from articles.imports.manuscript.facts.dates import dated_events, is_date_line
from articles.imports.manuscript.facts.pages import find_page_range


@pytest.mark.parametrize(
    ("line", "events"),
    [
        (
            "Түсті: 16.02.2021 / Жарияланымға рұқсат етілді: 15.03.2021",
            {"received": "2021-02-16", "accepted": "2021-03-15"},
        ),
        (
            "Мақала редакцияға 2021 жылғы 16 ақпанда түсті, 2021 ж. 5 наурызда басуға қабылданды.",
            {"received": "2021-02-16", "accepted": "2021-03-05"},
        ),
        (
            "Статья поступила в редакцию 12.03.2022; одобрена после рецензирования 15.04.2022; "
            "принята к публикации 20.04.2022.",
            {"received": "2022-03-12", "revised": "2022-04-15", "accepted": "2022-04-20"},
        ),
        (
            "Received July 12, 2021 · Revised 3rd August 2021 · Accepted: 2021-09-03",
            {"received": "2021-07-12", "revised": "2021-08-03", "accepted": "2021-09-03"},
        ),
        ("Received in revised form 03.02.23.", {"revised": "2023-02-03"}),
        ("12.01.23 ж. баспаға түсті.", {"received": "2023-01-12"}),
        ("Опубликована: 31.02.2021", {}),
    ],
)
def test_dates_of_events_are_read_in_every_form(line, events):
    assert dict(dated_events(line)) == events


@pytest.mark.parametrize(
    "line",
    [
        "Электронный ресурс (дата обращения: 20.01.2021)",
        "Бекет 2000 жылғы 22 шілдеде ашылды, кейін оның жұмысы тоқтатылып, қайта жанданды.",
        "The museum was opened on July 22, 2000, and the collection has been accepted since then.",
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(line):
    assert not is_date_line(line)


@pytest.mark.parametrize(
    "text", ["Received 1 April 202٣1", "Received 1 April 20231", "101.04.2021"]
)
def test_a_year_of_five_digits_is_no_date(text):
    assert list(dated_events(text)) == []


def test_several_kinds_of_codes_are_read_from_one_line():
    line = "ӘОЖ 811.512.122'373; МҒТАР 16.21.33 https://doi.org/10.5555/a.2021/1(2)."

    assert find_udc(line) == ["811.512.122'373"]
    assert find_irsti(line) == ["16.21.33"]
    assert find_dois(line) == ["10.5555/a.2021/1(2)"]


def test_several_codes_of_one_kind_are_separated():
    assert find_irsti("ҒТАМР 68.39.15, 44.31.35") == ["68.39.15", "44.31.35"]
    assert find_udc("УДК 81'27; 811") == ["81'27", "811"]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("2024, 146(1), 58-70. https://doi.org/10.5555/2024-146-1-58-70", (58, 70)),
        ("С. 12–19", (12, 19)),
        ("2019–2021", None),
        ("70-58", None),
    ],
)
def test_a_page_range_is_read(text, pages):
    assert find_page_range(text) == pages


def test_page_numbers_in_digits_of_another_script_are_ignored():
    assert find_page_range("P. 21–١30") is None
    assert find_page_range("P. 21–30") == (21, 30)
