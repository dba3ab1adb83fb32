"""Web addresses of an article."""

import pytest

from articles.records.record import Galley, Record
from articles.records.urls import (
    doi_url,
    export_url,
    galley_url,
    page_url,
    resource_url,
    web_address,
)

RECORD = Record(language="kk", id=7, site="https://journal.example.org", doi="10.5555/a(1)<2>;3-x")


def test_addresses_are_absolute_and_keep_only_signs_that_a_path_may_hold():
    galley = Galley(id=3, language="kk", name="мақала 1.pdf", size=1, checksum="")

    assert page_url(RECORD, "ru") == "https://journal.example.org/ru/articles/7/"
    assert resource_url(RECORD) == "https://journal.example.org/doi/10.5555/a(1)%3C2%3E;3-x"
    assert galley_url(RECORD, galley) == (
        "https://journal.example.org/kk/articles/7/files/3/"
        "%D0%BC%D0%B0%D2%9B%D0%B0%D0%BB%D0%B0%201.pdf"
    )
    assert export_url(RECORD, "jats") == "https://journal.example.org/articles/7/export/jats"
    assert doi_url("10.5555/a") == "https://doi.org/10.5555/a"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a?b=1#c",
        "HTTPS://EXAMPLE.ORG/A",
        "https://дала.kz/мақала",
        "https://example.org:8080/",
    ],
)
def test_web_addresses_are_kept_as_they_are(address):
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://example.org",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "mailto:a@example.org",
        "//example.org/a",
        "/articles/1/",
        "example.org",
        "https:",
        "https://",
        "https:///a",
        "https://a b",
        'https://example.org/"onclick="x',
        "https://example.org/\njavascript:x",
        "https://example.org/<b>",
    ],
)
def test_what_is_no_web_address_becomes_no_link(address):
    assert web_address(address) == ""
