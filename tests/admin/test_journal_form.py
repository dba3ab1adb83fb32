"""The journal's form: a DOI pattern of no use is told at its field."""

import pytest
from django.urls import reverse

from tests.factories import a_journal, a_member, an_issue

pytestmark = pytest.mark.django_db


def posted(client, journal, **changes):
    """The form's errors after a change, {} if it was saved."""
    client.force_login(a_member(journal))
    url = reverse("admin:articles_journal_change", args=[journal.pk])
    form = client.get(url).context["adminform"].form
    fields = {name: value for name, value in form.initial.items() if value is not None}
    rows = {"title_periods-TOTAL_FORMS": 0, "title_periods-INITIAL_FORMS": 0}
    answer = client.post(url, {**fields, **rows, **changes})
    return {} if answer.status_code == 302 else answer.context["adminform"].form.errors


@pytest.mark.parametrize(
    ("pattern", "error"),
    [
        (
            "{issn}/шығарылым-{id}",
            "“ш” cannot be part of a new DOI. Use only Latin letters, digits and - . _ ; ( ) /",
        ),
        (
            "{issn}/{year}-{number}",
            "All articles of an issue would get the same DOI. Add {sequence} or {id}.",
        ),
        (
            "{issn}/{year}-{number}-{first}",
            "The issues 2024, № 1, part 1 and 2024, № 1, part 2 would get the same DOIs. "
            "Add {part} to the journal's DOI pattern.",
        ),
    ],
)
def test_a_pattern_of_no_use_is_told_at_its_field(client, pattern, error):
    journal = a_journal()
    an_issue(journal, part="1")
    an_issue(journal, part="2")

    assert posted(client, journal, doi_pattern=pattern) == {"doi_pattern": [error]}
    journal.refresh_from_db()
    assert journal.doi_pattern == "{issn}/{year}-{number}.{part}-{sequence}"


def test_an_old_pattern_does_not_keep_a_journal_from_being_saved(client):
    journal = a_journal(doi_pattern="{issn}:{year}-{number}-{sequence}")
    an_issue(journal, part="1")
    an_issue(journal, part="2")

    assert posted(client, journal, city_en="Karkara") == {}
    journal.refresh_from_db()
    assert (journal.city_en, journal.doi_pattern) == (
        "Karkara",
        "{issn}:{year}-{number}-{sequence}",
    )
