"""The journal's form: a DOI pattern of no use is told at its field."""

import pytest
from django.urls import reverse

from tests.factories import a_journal, a_member, an_issue

pytestmark = pytest.mark.django_db


def change_page(journal):
    return reverse("admin:articles_journal_change", args=[journal.pk])


def posted(client, journal, **changes):
    """The form's errors after a change, {} if it was saved."""
    client.force_login(a_member(journal))
    url = change_page(journal)
    form = client.get(url).context["adminform"].form
    fields = {name: value for name, value in form.initial.items() if value is not None}
    rows = {"title_periods-TOTAL_FORMS": 0, "title_periods-INITIAL_FORMS": 0}
    answer = client.post(url, {**fields, **rows, **changes})
    return {} if answer.status_code == 302 else answer.context["adminform"].form.errors


def test_what_articles_must_have_is_ticked_and_a_code_without_a_box_stays(client):
    journal = a_journal(required_fields="title names funding")

    assert posted(client, journal, required_fields=["title", "doi", "funding"]) == {}

    journal.refresh_from_db()
    assert journal.required_fields == "title doi funding"


def test_the_boxes_show_what_is_required_in_words(client):
    journal = a_journal(required_fields="title names")
    client.force_login(a_member(journal))

    form = client.get(change_page(journal)).context["adminform"].form

    boxes = [(box.data["value"], box.choice_label) for box in form["required_fields"]]
    assert boxes[:4] == [
        ("title", "Title"),
        ("abstract", "Abstract"),
        ("keywords", "Keywords"),
        ("names", "Names of the authors"),
    ]
    ticked = [box.data["value"] for box in form["required_fields"] if box.data["selected"]]
    assert ticked == ["title", "names"]


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("doi_prefix", "https://doi.org/10.5555", "A DOI prefix looks like 10.12345."),
        ("issn_print", "ISSN 0000-0000", "An ISSN looks like 1234-5679."),
    ],
)
def test_a_value_that_is_too_long_is_refused_with_what_is_expected(client, field, value, error):
    assert posted(client, a_journal(), **{field: value}) == {field: [error]}


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


def test_a_journal_without_a_name_is_refused(client):
    assert posted(client, a_journal(), name_kk="", name_ru="", name_en="") == {
        "name_kk": ["Enter the name in at least one language."]
    }


def test_a_section_without_a_title_is_refused(client):
    journal = a_journal()
    client.force_login(a_member(journal))
    section = {"journal": journal.pk, "order": 1, "title_kk": " "}

    answer = client.post(reverse("admin:articles_section_add"), section)

    assert answer.context["adminform"].form.errors == {
        "title_kk": ["Enter the title in at least one language."]
    }
