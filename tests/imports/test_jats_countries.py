"""The country of an affiliation in JATS: an attribute with its code, or a name."""

import pytest
from lxml import etree

from articles.imports.jats.affiliations import affiliation


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ('<country country="KZ">Kazakhstan</country>', "KZ"),
        ('<country country="kz"/>', "KZ"),
        ("<country>Казахстан</country>", "KZ"),
        ("<country>Republic of Kazakhstan</country>", "KZ"),
        ('<country country="XX"/>', "XX"),  # refused when it is saved
        ("<country>Somewhere</country>", ""),
        ("", ""),
    ],
)
def test_the_code_is_read_from_the_attribute_or_the_name(country, code):
    aff = etree.fromstring(f"<aff><institution>Steppe</institution>{country}</aff>")

    assert affiliation([aff]).country == code
