"""Queries of bulk changes: the same for any number of articles."""

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editing import save_article, working_record
from articles.models import Organisation, Section
from tests.admin.bulk import CC0, address, apply, choose, done, preview, signed_in
from tests.factories import a_depositing_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_depositing_journal(doi_pattern="{year}-{id}")


VALUES = {
    "make_ready": {},
    "change_section": {"section": "own"},
    "change_licence": {"licence": CC0},
    "change_dates": {"accepted_on": "2024-03-01"},
    "set_organisation": {"organisation": "organisation"},
    "mint_dois": {},
    "publish": {"published_on": "2024-03-29"},
    "release": {},
    "send_to_crossref": {},
    "export_zip": {"format": "jats", "text": "latest"},
}
QUERIES = {
    "make_ready": 10,
    "change_section": 14,
    "change_licence": 10,
    "change_dates": 10,
    "set_organisation": 14,
    "mint_dois": 12,
    "publish": 11,
    "release": 11,
    "send_to_crossref": 11,
    "export_zip": 10,
}


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("name", VALUES)
def test_a_preview_takes_the_same_queries_for_any_number_of_articles(journal, name, count):
    client, articles, values = many(journal, name, count)
    page = choose(client, name, *articles)
    sent = {"selection": page.context["selection"].token(), "do": "preview", **values}

    with CaptureQueriesContext(connection) as queries:
        shown = client.post(address(name), sent)

    assert len(shown.context["planned_changes"]) == count
    assert shown.context["count"] == count
    assert len(queries) == QUERIES[name]


def many(journal, name, count):
    """So many articles that the change applies to, in one issue and one section."""
    section = Section.objects.create(journal=journal, title_kk="А")
    issue = an_issue(journal)
    is_public = name in ("release", "send_to_crossref")
    make = a_public_article if is_public else an_article
    articles = []
    for number in range(count):
        doi = "" if name == "mint_dois" else f"10.5555/{number}"
        pages = {"first_page": str(10 * number + 1), "last_page": str(10 * number + 10)}
        article = make(journal, doi=doi, issue_id=issue.pk, position=number + 1, **pages)
        if name == "release":
            saved = msgspec.structs.replace(working_record(article), edn="ABCDEF")
            article = save_article(saved, article=article).article
        articles.append(article)
    organisation = Organisation.objects.create(name_kk="Дала университеті")
    keys = {"own": section.pk, "organisation": organisation.pk}
    values = {key: keys.get(value, value) for key, value in VALUES[name].items()}
    return signed_in(journal), articles, values


QUERIES_OF_A_SAVE = {
    "change_licence": 12,
    "set_organisation": 15,
    "mint_dois": 22,
    "publish": 40,
    "send_to_crossref": 6,
}


@pytest.mark.parametrize("name", QUERIES_OF_A_SAVE)
def test_saving_takes_a_bounded_number_of_queries_for_each_article(journal, name):
    client, articles, values = many(journal, name, 6)
    counts = []
    for chosen in (articles[:1], articles[1:3], articles[3:]):
        shown = preview(client, name, *chosen, **values)
        with CaptureQueriesContext(connection) as queries:
            report = apply(client, shown)
        assert len(done(report)) == len(chosen)
        counts.append(len(queries))

    one, two, three = counts
    assert max(two - one, three - two) <= QUERIES_OF_A_SAVE[name]


def test_a_preview_of_300_articles_takes_the_queries_of_one(journal):
    client, articles, values = many(journal, "change_licence", 300)
    page = choose(client, "change_licence", *articles)
    sent = {"selection": page.context["selection"].token(), "do": "preview", **values}

    with CaptureQueriesContext(connection) as queries:
        shown = client.post(address("change_licence"), sent)

    assert (shown.context["count"], len(queries)) == (300, QUERIES["change_licence"])
