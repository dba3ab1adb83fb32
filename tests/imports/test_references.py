"""A pasted reference list is split into references, paired with romanized ones, DOIs and URLs."""

import pytest

from articles.imports.references import (
    Entry,
    find_doi,
    find_url,
    pair_references,
    split_references,
)

ENTRIES = ["Мысалов М.К. Мосты. – Алматы, 2015.", "Тестов И.И. Реки. – Семей, 2018. – 12 с."]


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "[{}] ", "{} ", "{}.\t"])
def test_references_lose_their_running_numbers(number):
    text = "\n".join(number.format(at) + entry for at, entry in enumerate(ENTRIES, 1))

    assert split_references(text) == ENTRIES


def test_a_reference_over_several_lines_is_joined():
    text = "1. Мысалов М.К. Мосты. –\nАлматы, 2015.\n2. Тестов И.И. Реки. – Семей,\n2018. – 12 с."

    assert split_references(text) == ENTRIES


def test_a_line_that_begins_with_a_year_is_no_new_reference():
    text = "1. Мысалов М.К. Мосты. – Алматы,\n2015.\n2. Тестов И.И. Реки. – Семей, 2018. – 12 с."

    assert split_references(text) == ENTRIES


def test_without_numbers_each_line_is_a_reference():
    assert split_references("\n\n".join(ENTRIES)) == ENTRIES


def test_an_empty_text_gives_no_references():
    assert split_references(" \n ") == []


@pytest.mark.parametrize(
    ("entry", "doi", "url"),
    [
        ("A. B. 2019. https://doi.org/10.5555/ab(1).", "10.5555/ab(1)", ""),
        ("A. B. 2019. DOI: 10.5555/AB-2, URL: http://a.example.org/x).", "10.5555/AB-2", "http://a.example.org/x"),
        ("A. B. 2019. – URL: https://a.example.org/b_c (accessed 20.01.2021)", "", "https://a.example.org/b_c"),
        ("A. B. 2019.", "", ""),
    ],
)  # fmt: skip
def test_the_doi_and_the_url_of_a_reference_are_found(entry, doi, url):
    assert (find_doi(entry), find_url(entry)) == (doi, url)


def test_romanized_references_are_paired_in_any_order():
    romanized = ["Testov I.I. Reki [Rivers]. Semey, 2018.", "Mysalov M.K. Mosty [Bridges]. 2015."]

    assert pair_references(ENTRIES, romanized) == [
        Entry(text=ENTRIES[0], romanized=romanized[1]),
        Entry(text=ENTRIES[1], romanized=romanized[0]),
    ]


def test_a_reference_without_a_romanized_one_stays_alone():
    assert pair_references(ENTRIES, ["Testov I.I. Reki [Rivers]. Semey, 2018."]) == [
        Entry(text=ENTRIES[0]),
        Entry(text=ENTRIES[1], romanized="Testov I.I. Reki [Rivers]. Semey, 2018."),
    ]
