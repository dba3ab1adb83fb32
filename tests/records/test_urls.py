"""Web addresses of an article."""

from articles.records.record import Galley, Record
from articles.records.urls import doi_url, export_url, galley_url, page_url, resource_url

RECORD = Record(language="kk", id=7, site="https://journal.example.org", doi="10.5555/a(1)<2>;3-x")


def test_addresses_are_absolute_and_keep_only_signs_that_a_path_may_hold():
    galley = Galley(id=3, language="kk", name="мақала 1.pdf", size=1, checksum="")

    assert page_url(RECORD, "ru") == "https://journal.example.org/ru/articles/7/"
    assert resource_url(RECORD) == "https://journal.example.org/doi/10.5555/a(1)%3C2%3E;3-x"
    assert galley_url(RECORD, galley) == (
        "https://journal.example.org/articles/7/files/3/"
        "%D0%BC%D0%B0%D2%9B%D0%B0%D0%BB%D0%B0%201.pdf"
    )
    assert export_url(RECORD, "jats") == "https://journal.example.org/articles/7/export/jats"
    assert doi_url("10.5555/a") == "https://doi.org/10.5555/a"
