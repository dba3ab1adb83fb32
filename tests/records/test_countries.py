"""Codes of countries, and the codes proposed for their names."""

import re

import pytest
from django.utils.translation import override

from articles.records.cleaning import InvalidValue
from articles.records.countries import (
    COUNTRIES,
    OTHER_NAMES,
    code_of_name,
    country_code,
    country_name,
    typed_country,
)


def test_every_official_code_has_three_names():
    assert len(COUNTRIES) == 249
    assert all(re.fullmatch("[A-Z]{2}", code) for code in COUNTRIES)
    assert all(all(names) for names in COUNTRIES.values())
    assert set(OTHER_NAMES) <= set(COUNTRIES)


@pytest.mark.parametrize(("code", "language", "name"), [("UG", "kk", "Уганда"), ("XX", "ru", "XX")])
def test_a_country_is_named_and_an_unknown_code_stays(code, language, name):
    assert country_name(code, language) == name


def test_each_name_belongs_to_its_country_alone():
    for code, names in COUNTRIES.items():
        assert [code_of_name(name) for name in names] == [code] * 3
    for code, others in OTHER_NAMES.items():
        assert {code_of_name(name) for name in others} == {code}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Казахстан", "KZ"),
        (" КАЗАХСТАН. ", "KZ"),
        ("Республика Казахстан", "KZ"),
        ("Қазақстан Республикасы", "KZ"),
        ("Republic of Kazakhstan", "KZ"),
        ("kz", "KZ"),
        ("U.S.A.", "US"),
        ("Соединенные Штаты Америки", "US"),
        ("Республика Корея", "KR"),
        ("Конго", "CG"),
        ("Türkiye", "TR"),
        ("Алматы", ""),
        ("XX", ""),
        ("", ""),
        ("…", ""),
    ],
)
def test_a_name_in_any_language_and_case_gives_its_code(typed, code):
    assert code_of_name(typed) == code


def test_a_code_is_itself():
    assert country_code("KZ") == "KZ"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Казахстан", "“Казахстан” is not an ISO 3166-1 country code. Write KZ."),
        ("kz", "“kz” is not an ISO 3166-1 country code. Write KZ."),
        ("XX", "“XX” is not an ISO 3166-1 country code. Enter two letters such as KZ."),
        ("SU", "“SU” is not an ISO 3166-1 country code. Enter two letters such as KZ."),
    ],
)
def test_what_is_no_code_is_refused_with_the_code_if_it_is_a_name(typed, message):
    with pytest.raises(InvalidValue) as refusal, override("en"):
        country_code(typed)

    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Казахстан", "KZ"), ("түркия", "TR"), ("Viet Nam", "VN"), ("kz", "KZ"), ("  ", "")],
)
def test_an_editor_types_a_country_by_name_or_code(typed, code):
    assert typed_country(typed) == code


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Казхстан", "“Казхстан” is not in the list of countries. Did you mean: Казахстан?"),
        ("Slovnia", "“Slovnia” is not in the list of countries. Did you mean: Slovenia, Slovakia?"),
        ("KAZH", "“KAZH” is not in the list of countries. Did you mean: KAZ?"),
        (
            "Атлантида-на-море",
            "“Атлантида-на-море” is not in the list of countries. Type its name in Kazakh, Russian "
            "or English, or its two-letter code, such as KZ.",
        ),
    ],
)
def test_an_unknown_country_is_refused_with_the_nearest_names(typed, message):
    with pytest.raises(InvalidValue) as refusal, override("en"):
        typed_country(typed)

    assert str(refusal.value) == message
