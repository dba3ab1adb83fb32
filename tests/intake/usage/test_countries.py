"""The country of an address: from a database on this machine alone, and never an exception."""

import sys
from types import SimpleNamespace

import pytest

from articles.intake.usage.countries import NoCountries, country_lookup

COUNTRIES = {
    "2.132.0.1": {"country": {"iso_code": "KZ"}},
    "2001:db8::1": {"country": {"iso_code": "DE"}},
    "10.0.0.1": None,
    "10.0.0.2": {},
    "10.0.0.3": {"country": {"iso_code": "Kazakhstan"}},
    "10.0.0.4": {"country": "KZ"},
    "10.0.0.5": {"country": {"iso_code": 7}},
}


class Reader:
    """As that of `maxminddb`, which raises ValueError for what is no address."""

    def __init__(self):
        self.asked = []

    def get(self, address):
        self.asked.append(address)
        if address not in COUNTRIES:
            raise ValueError(address)
        return COUNTRIES[address]


@pytest.fixture
def database(tmp_path):
    file = tmp_path / "countries.mmdb"
    file.write_bytes(b"-")
    return str(file)


@pytest.fixture
def reader(monkeypatch):
    reader = Reader()
    package = SimpleNamespace(open_database=lambda path: reader)
    monkeypatch.setitem(sys.modules, "maxminddb", package)
    return reader


def test_without_a_database_no_address_has_a_country():
    assert country_lookup("")("2.132.0.1") == ""


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("2.132.0.1", "KZ"),
        ("2001:db8::1", "DE"),
        *((f"10.0.0.{number}", "") for number in range(1, 6)),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_the_country_is_a_code_of_two_letters_or_nothing(database, reader, address, country):
    assert country_lookup(database)(address) == country


def test_an_address_is_looked_up_once(database, reader):
    country_of = country_lookup(database)

    assert [country_of("2.132.0.1") for _ in range(3)] == ["KZ"] * 3
    assert reader.asked == ["2.132.0.1"]


def test_a_file_that_is_not_there_is_named(tmp_path, reader):
    with pytest.raises(NoCountries, match=r"USAGE_COUNTRIES names no file: .*none\.mmdb"):
        country_lookup(str(tmp_path / "none.mmdb"))


def test_a_database_without_the_package_says_what_is_missing(database, monkeypatch):
    monkeypatch.setitem(sys.modules, "maxminddb", None)  # as if it were not installed

    with pytest.raises(NoCountries, match="the package maxminddb is not installed"):
        country_lookup(database)


def test_a_file_that_is_no_database_is_refused_with_the_reason(database, monkeypatch):
    def refuse(path):
        raise RuntimeError("no metadata")

    monkeypatch.setitem(sys.modules, "maxminddb", SimpleNamespace(open_database=refuse))

    with pytest.raises(NoCountries, match=r"countries\.mmdb: no metadata"):
        country_lookup(database)
