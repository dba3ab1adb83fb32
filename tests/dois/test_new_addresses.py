"""The file that tells Crossref where a moved site's DOIs lead now."""

import pytest
from django.core.management import call_command

from articles.dois.new_addresses import new_address_lines
from tests.factories import a_journal, a_public_article, an_article


@pytest.mark.django_db
def test_every_public_doi_of_the_prefix_has_a_line_with_its_address(tmp_path):
    journal = a_journal(depositor_email="doi@example.org")
    a_public_article(journal, doi="10.5555/one")
    a_public_article(journal, doi="10.4444/other-prefix")
    an_article(journal, doi="10.5555/draft")
    file = tmp_path / "moved.txt"

    call_command("doi_addresses", journal="steppe-science", output=file)

    assert file.read_text() == "".join(new_address_lines(journal))
    assert file.read_text().splitlines() == [
        "H: email=doi@example.org;fromPrefix=10.5555",
        "10.5555/one\thttp://127.0.0.1:8000/doi/10.5555/one",
    ]
