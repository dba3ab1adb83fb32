"""Elements of a full text: numbers in attributes, their parts in order, names of pictures."""

import pytest
from lxml import html

from articles.records.full_text.elements import inside, number_in, picture_name


@pytest.mark.parametrize(
    ("value", "number"),
    [("3", 3), ("007", 7), ("99999", 99999), ("0000021000000", None), ("٣", None), ("-1", None),
     ("1.5", None), ("", None)],
)  # fmt: skip
def test_a_number_in_an_attribute_is_short_and_of_plain_digits(value, number):
    cell = html.fragment_fromstring(f'<p class="{value}"></p>')

    assert number_in(cell, "class") == number


def test_the_parts_of_an_element_come_in_order():
    paragraph = html.fragment_fromstring("<p>one <em>two</em> three</p>")

    first, emphasis, last = inside(paragraph)

    assert (first, emphasis.text, last) == ("one ", "two", " three")


def test_a_picture_is_named_by_the_end_of_its_address():
    image = html.fragment_fromstring('<img src="/files/12/%D1%81%D1%83%D1%80%D0%B5%D1%82.png">')

    assert picture_name(image) == "сурет.png"
