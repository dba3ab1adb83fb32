"""Bulk changes of dates and DOIs."""

from datetime import date

import pytest

from tests.admin.bulk import apply, lines, preview, record, signed_in, skipped
from tests.factories import a_depositing_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_depositing_journal(doi_pattern="{year}-{id}")


def test_only_the_dates_that_are_typed_change(journal):
    article = an_article(journal)

    shown = preview(signed_in(journal), "change_dates", article, accepted_on="2024-03-01")

    assert lines(shown) == [("Accepted: 20 February 2024", "Accepted: 1 March 2024", "")]


def test_dates_in_a_wrong_order_are_skipped_with_the_reason(journal):
    article = an_article(journal)
    reason = "accepted (01.01.2024) is before “received” (15.01.2024)."

    shown = preview(signed_in(journal), "change_dates", article, accepted_on="2024-01-01")

    assert lines(shown) == [("", "", reason)]


def test_a_printed_article_may_get_odd_dates_and_the_editor_is_told(journal):
    article = a_public_article(journal)
    client = signed_in(journal)

    shown = preview(client, "change_dates", article, accepted_on="2024-01-01")
    report = apply(client, shown)

    (line,) = shown.context["planned_changes"]
    assert line.note == "accepted (01.01.2024) is before “received” (15.01.2024)."
    assert record(article).accepted_on == date(2024, 1, 1)
    assert report.context["release"].keys == (article.pk,)


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"received_on": ""}, ["__all__"]),
        ({"received_on": "yesterday"}, ["received_on"]),
        ({"published_on": "2999-01-01"}, ["published_on"]),
    ],
)
def test_dates_that_cannot_be_are_asked_for_again(journal, values, errors):
    page = preview(signed_in(journal), "change_dates", an_article(journal), **values)

    assert list(page.context["form"].errors) == errors
    assert page.context["planned_changes"] is None


def test_missing_dois_are_assigned_as_previewed(journal):
    issue = an_issue(journal)
    without = an_article(journal, doi="", issue_id=issue.pk)
    has = an_article(journal, doi="10.5555/has")
    client = signed_in(journal)

    shown = preview(client, "mint_dois", without, has)
    apply(client, shown)

    doi = f"10.5555/2024-{without.pk}"
    assert lines(shown) == [
        ("–", doi, ""),
        ("", "", "The article already has the DOI 10.5555/has."),
    ]
    assert (record(without).doi, record(has).doi) == (doi, "10.5555/has")


def test_a_pattern_changed_since_the_preview_assigns_nothing(journal):
    article = an_article(journal, doi="", issue_id=an_issue(journal).pk)
    client = signed_in(journal)
    shown = preview(client, "mint_dois", article)
    journal.doi_pattern = "other-{id}"
    journal.save()

    report = apply(client, shown)

    assert skipped(report) == {article.pk: "It was changed since the preview."}
    assert record(article).doi == ""
