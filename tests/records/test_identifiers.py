"""Identifiers as people write them."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from articles.records import identifiers
from articles.records.identifiers import InvalidIdentifier


@pytest.mark.parametrize(
    ("kind", "written", "right"),
    [
        ("orcid", "0000-0000-1700-106X", "0000-0000-1700-106X"),
        ("orcid", "https://orcid.org/0000-0000-1423-0019", "0000-0000-1423-0019"),
        ("orcid", "ORCID iD: http://orcid.org/0000-0000-1423-0019/", "0000-0000-1423-0019"),
        ("orcid", "0000–0000–1423–0019", "0000-0000-1423-0019"),
        ("orcid", "000000001700106x", "0000-0000-1700-106X"),
        ("orcid", "0000-0000-1700-106Х", "0000-0000-1700-106X"),
        ("ror", "https://ror.org/0zzzzzz02", "https://ror.org/0zzzzzz02"),
        ("ror", "ROR: 0ZZZZZZ02", "https://ror.org/0zzzzzz02"),
        ("issn", "9999-013X", "9999-013X"),
        ("issn", "ISSN 9999013x", "9999-013X"),
        ("issn", "eISSN: 9999–013Х", "9999-013X"),
        ("issn", "ISSN (Print): 1234-5679", "1234-5679"),
        ("doi", "10.5555/AAeco.2021", "10.5555/AAeco.2021"),
        ("doi", "https://doi.org/10.5555/abc%2F1", "10.5555/abc/1"),
        ("doi", "DOI:<https://doi.org/10.5555/abc>", "10.5555/abc"),
        ("doi", "DOI: https: //doi.org/10.5555/abc", "10.5555/abc"),
        ("doi", "http://dx.doi.org/10.5555/abc", "10.5555/abc"),
        ("doi", "doi:10.5555/abc", "10.5555/abc"),
        ("doi", "DOI 10.5555/abc", "10.5555/abc"),
        ("irsti", "МРНТИ 11.25.40", "11.25.40"),
        ("irsti", "IRSTI/МРНТИ/ХҒТАР 11.25.40", "11.25.40"),
        ("irsti", "11. 25", "11.25"),
        ("udc", "ӘОЖ 811.512.122'373", "811.512.122'373"),
        ("udc", "378.147:004", "378.147:004"),
        ("udc", "УДК (574)", "(574)"),
        ("udc", "81'27", "81'27"),
        ("edn", "EDN: abcdef", "ABCDEF"),
        ("edn", "https://elibrary.ru/ABCDEF", "ABCDEF"),
    ],
)
def test_an_identifier_has_one_canonical_form(kind, written, right):
    assert getattr(identifiers, kind)(written) == right
    assert getattr(identifiers, f"is_{kind}")(written) is True


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("orcid", ""),
        ("orcid", "0000-0000-1423-0018"),
        ("orcid", "0000-0000-1423"),
        ("orcid", "https://example.org/0000-0000-1423-0019"),
        ("orcid", "10.5555/abc"),
        ("ror", "0zzzzzz03"),
        ("ror", "https://www.example.org/0zzzzzz02"),
        ("ror", "0zzzzzz0"),
        ("issn", "9999-0131"),
        ("issn", "9999"),
        ("issn", "978-3-16-148410-0"),
        ("doi", "https://example.org/10.5555/abc"),
        ("doi", "10.5555/абв"),
        ("doi", "10.5555/a b"),
        ("doi", "10.5555/"),
        ("doi", "10.555/abc"),
        ("doi", "11.5555/abc"),
        ("doi", "10.5555/abc."),
        ("doi", "10.5555/" + "a" * 201),
        ("doi", "10.5555/a\x00"),
        ("irsti", "11.25.4"),
        ("irsti", "11.25.40; 16.01"),
        ("irsti", "378.147"),
        ("udc", "экономика"),
        ("udc", "https://example.org/"),
        ("edn", "ABCDE"),
        ("edn", "АБВГДЕ"),
    ],
)
def test_an_invalid_identifier_is_refused(kind, written):
    assert getattr(identifiers, f"is_{kind}")(written) is False


def test_a_wrong_letter_in_a_doi_is_reported_with_its_position():
    with pytest.raises(InvalidIdentifier) as refusal:
        identifiers.doi("10.5555/аbc")

    with translation.override("en"):
        assert str(refusal.value) == (
            "DOI 10.5555/аbc: “а” at position 9 is not allowed. Use only Latin letters, "
            "digits and signs, without spaces."
        )


def test_the_address_of_another_site_is_refused():
    with pytest.raises(InvalidIdentifier) as refusal:
        identifiers.doi("https://www.example.org/article/5")

    with translation.override("en"):
        assert str(refusal.value) == (
            "This address is on example.org, not doi.org. Enter the identifier itself."
        )


def test_dois_are_compared_without_case_and_shown_as_addresses():
    assert identifiers.doi_key("10.5555/AbC") == "10.5555/abc"
    assert identifiers.doi_url("10.5555/AbC") == "https://doi.org/10.5555/AbC"


@given(st.from_regex(r"\A0000000[0-9]{8}\Z"))
def test_only_an_orcid_with_its_check_digit_is_accepted(digits):
    right = digits + mod_11_2.calc_check_digit(digits)
    wrong = digits + ("1" if right[-1] == "0" else "0")

    assert identifiers.orcid(right).replace("-", "") == right
    assert identifiers.is_orcid(wrong) is False


@given(st.from_regex(r"\A10\.[0-9]{4,9}/[!-~]{0,60}[a-zA-Z0-9_;()/-]\Z"))
def test_a_doi_is_read_back_from_its_address(doi):
    assert identifiers.doi(identifiers.doi_url(doi)) == doi


@given(st.text(max_size=40))
def test_any_text_is_refused_or_has_a_stable_canonical_form(text):
    for kind in ("orcid", "ror", "issn", "doi", "irsti", "udc", "edn"):
        read = getattr(identifiers, kind)
        if getattr(identifiers, f"is_{kind}")(text):
            assert read(read(text)) == read(text)
