"""DataCite: licences by name and identifier, and what the kinds of its dates mean."""

from datetime import date

import pytest

from articles.records.licences import spdx_identifier
from tests.exports.articles import written
from tests.exports.schemas import errors, parse
from tests.factories import a_public_record

CC = "https://creativecommons.org/"
KERNEL = "{http://datacite.org/schema/kernel-4}"


@pytest.mark.parametrize(
    ("address", "identifier"),
    [
        (f"{CC}licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc-nd/4.0", "CC-BY-NC-ND-4.0"),
        (f"{CC}licenses/by-sa/4.0/legalcode", "CC-BY-SA-4.0"),
        (f"{CC}licenses/by/4.0/deed.ru", "CC-BY-4.0"),
        (f"{CC}publicdomain/zero/1.0/", "CC0-1.0"),
        (f"{CC}licenses/by/3.0/kz/", ""),
        ("https://example.org/licenses/by/4.0/", ""),
        ("", ""),
    ],
)
def test_a_licence_has_the_identifier_of_spdx(address, identifier):
    assert spdx_identifier(address) == identifier


def test_a_creative_commons_licence_is_named_and_identified():
    xml = written("datacite", a_public_record(licence=f"{CC}licenses/by/4.0/"))

    (rights,) = parse(xml).iter(f"{KERNEL}rights")

    assert rights.text == "CC BY 4.0"
    assert rights.attrib == {
        "rightsURI": f"{CC}licenses/by/4.0/",
        "rightsIdentifier": "CC-BY-4.0",
        "rightsIdentifierScheme": "SPDX",
        "schemeURI": "https://spdx.org/licenses/",
    }
    assert errors(xml, "datacite") == []


def test_another_licence_has_its_address_alone():
    xml = written("datacite", a_public_record(licence="https://example.org/licence"))

    (rights,) = parse(xml).iter(f"{KERNEL}rights")

    assert (rights.text, rights.attrib) == (None, {"rightsURI": "https://example.org/licence"})


def test_the_revision_of_a_manuscript_is_no_update_of_the_article():
    xml = written("datacite", a_public_record(revised_on=date(2024, 2, 10)))

    dates = [
        (each.get("dateType"), each.get("dateInformation"), each.text)
        for each in parse(xml).iter(f"{KERNEL}date")
    ]

    assert dates == [
        ("Submitted", None, "2024-01-15"),
        ("Other", "Revised", "2024-02-10"),
        ("Accepted", None, "2024-02-20"),
        ("Issued", None, "2024-03-29"),
    ]
    assert errors(xml, "datacite") == []
