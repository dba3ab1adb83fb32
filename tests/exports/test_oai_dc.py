"""Dublin Core: what harvesters of open access read."""

import pytest
from lxml import etree

from tests.exports.articles import written
from tests.factories import a_public_record

RIGHTS = "{http://purl.org/dc/elements/1.1/}rights"
OPEN = "info:eu-repo/semantics/openAccess"


@pytest.mark.parametrize(
    ("licence", "rights"),
    [
        ("", [OPEN, "https://creativecommons.org/licenses/by/4.0/"]),  # the journal's
        (
            "http://creativecommons.org/licenses/by-nc-nd/3.0/",
            [OPEN, "http://creativecommons.org/licenses/by-nc-nd/3.0/"],
        ),
        (
            "https://creativecommons.org/publicdomain/zero/1.0/",
            [OPEN, "https://creativecommons.org/publicdomain/zero/1.0/"],
        ),
        ("https://example.org/licence", ["https://example.org/licence"]),
        ("all rights reserved", []),
    ],
)
def test_an_open_licence_is_also_said_in_the_words_of_openaire(licence, rights):
    document = etree.fromstring(written("oai_dc", a_public_record(licence=licence)))

    assert [element.text for element in document.iter(RIGHTS)] == rights


def test_nothing_is_said_of_rights_without_a_licence():
    document = etree.fromstring(written("oai_dc", a_public_record(journal=None)))

    assert list(document.iter(RIGHTS)) == []
