"""Nothing is published with a date in the future, and lists leave out what was stored with one."""

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from unittest.mock import patch

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.intake.importing import Importer, import_file
from articles.models import Article, Issue, Listing, ListingKey, PublicState
from articles.publishing import (
    PublishedAhead,
    mark_arrived,
    publish_article,
    publish_due,
    publish_issue,
    schedule_article,
)
from articles.publishing.imported_articles import ImportPublisher
from articles.publishing.release import write_listing
from articles.records.json import write
from articles.search.public_search import search
from tests.admin.test_article_form import posted
from tests.factories import a_journal, a_member, a_public_article, a_record, an_article, an_issue

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 1)
LATE_EVENING = datetime(2026, 6, 30, 20, 30, tzinfo=UTC)  # in Almaty it is 1 July
AHEAD = (
    "This day is in the future. Enter today or an earlier day. To publish later, schedule the "
    "article."
)
EARLY = "The article's date of publication is 05.07.2026. Choose that day or a later one."
REFUSED = (
    "The publication date 02.07.2026 is in the future. Schedule the article for that day, or "
    "correct the date."
)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: LATE_EVENING)


def signed_in(journal):
    client = Client()
    client.force_login(a_member(journal, "chief_editor"))
    return client


def page(name, thing):
    return reverse(f"admin:articles_{name}", args=[thing.pk])


def a_stored_future_article(day=TODAY + timedelta(days=1)):
    """As an earlier version published it ahead of its day; changed in June."""
    article = an_article()
    with patch.object(timezone, "now", lambda: LATE_EVENING + timedelta(days=30)):
        publish_article(article, published_on=day, override="test")
    Listing.objects.update(changed_at=LATE_EVENING - timedelta(days=3))
    article.refresh_from_db()
    return article


def test_today_in_the_time_zone_of_the_site_is_not_ahead():
    article = an_article()

    publish_article(article, published_on=TODAY)

    assert Article.objects.get().status == "published"


@pytest.mark.parametrize("override", ["", "The council decided so."])
def test_tomorrow_is_refused_whatever_the_reason(override):
    article = an_article()

    with pytest.raises(PublishedAhead) as refusal:
        publish_article(article, published_on=TODAY + timedelta(days=1), override=override)

    assert str(refusal.value) == REFUSED
    assert Article.objects.get().status == "draft"


def test_an_issue_is_refused_and_stays_without_a_date():
    issue = an_issue(a_journal(), published_on=None)

    with pytest.raises(PublishedAhead):
        publish_issue(issue, published_on=TODAY + timedelta(days=1), override="test")

    assert Issue.objects.get().published_on is None


@pytest.mark.parametrize("name", ["article", "issue"])
def test_the_publishing_pages_say_so_at_the_field(name):
    journal = a_journal()
    subject = an_article(journal) if name == "article" else an_issue(journal, published_on=None)

    response = signed_in(journal).post(
        page(f"{name}_publish", subject), {"published_on": "2026-07-02", "override": "test"}
    )

    assert response.context["form"].errors == {"published_on": [AHEAD]}
    assert not Listing.objects.exists()


def test_the_action_of_the_list_says_so_at_the_field():
    article = an_article()

    client = signed_in(article.journal)
    chosen = {"action": "publish", "_selected_action": [article.pk]}
    question = client.post(reverse("admin:articles_article_changelist"), chosen)

    response = client.post(
        reverse("admin:articles_article_bulk", args=["publish"]),
        {
            "selection": question.context["selection"].token(),
            "do": "preview",
            "published_on": "2026-07-02",
        },
    )

    assert response.context["form"].errors == {"published_on": [AHEAD]}
    assert Article.objects.get().status == "draft"


@pytest.mark.parametrize(
    ("hour", "errors"),
    [
        (
            "2026-07-04T23:59",
            [EARLY],
        ),
        ("2026-07-05T00:00", None),
    ],
)
def test_an_article_is_not_scheduled_before_its_date(hour, errors):
    article = an_article(published_on=date(2026, 7, 5))

    response = signed_in(article.journal).post(
        page("article_publish", article), {"do": "schedule", "hour": hour}
    )

    if errors:
        assert response.context["schedule_form"].errors == {"hour": errors}
    assert (Article.objects.get().scheduled_for is None) == bool(errors)


def test_a_scheduled_article_whose_date_was_moved_past_its_hour_waits():
    article = an_article(published_on=TODAY + timedelta(days=1))
    schedule_article(article, LATE_EVENING)

    assert publish_due() == []


def test_the_form_of_a_public_article_refuses_a_date_ahead_and_that_of_a_draft_does_not():
    journal = a_journal()
    public, draft = a_public_article(journal, doi=""), an_article(journal, doi="")
    client = signed_in(journal)
    form = posted(base_version="2", published_on="2026-07-02")

    refused = client.post(page("article_change", public), form)
    saved = client.post(page("article_change", draft), {**form, "base_version": "1"})

    assert refused.context["form"].errors["published_on"] == [AHEAD]
    assert saved.status_code == 302


def test_the_form_of_an_issue_refuses_a_date_ahead():
    issue = an_issue(a_journal(), published_on=None)

    response = signed_in(issue.journal).post(
        page("issue_change", issue), {"year": 2026, "published_on": "2026-07-02"}
    )

    assert response.context["adminform"].form.errors["published_on"] == [
        "This day is in the future. Enter it under “planned for”."
    ]


@pytest.mark.parametrize("status", ["published", "retracted", "withdrawn"])
def test_an_import_that_publishes_refuses_the_whole_file(status):
    a_journal()
    content = write(a_record(status=status, published_on=TODAY + timedelta(days=1)))

    with pytest.raises(PublishedAhead):
        import_file(content, Importer(publisher=ImportPublisher(override="test")))

    assert not Article.objects.exists()


def test_an_import_that_does_not_publish_keeps_the_date_for_scheduling():
    a_journal()

    import_file(write(a_record(published_on=date(2026, 7, 2))), Importer())

    assert (Article.objects.get().published_on, Article.objects.get().status) == (
        date(2026, 7, 2),
        "draft",
    )


ADDRESSES = [
    "/kk/steppe-science/feed/",
    "/oai/?verb=ListIdentifiers&metadataPrefix=oai_dc",
    "/oai/?verb=ListRecords&metadataPrefix=oai_dc",
    "/sitemap-articles-1.xml",
    "/api/v1/articles/",
    "/kk/keywords/?term=дала",
    "/kk/search/?q=өсімдіктері",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("days", "is_shown"), [(1, False), (0, True)])
def test_lists_leave_out_an_article_stored_with_a_date_ahead(client, address, days, is_shown):
    article = a_stored_future_article(TODAY + timedelta(days=days))

    text = client.get(address).text

    names = (f"articles/{article.pk}", article.doi, f"articles%2F{article.pk}")
    assert any(name in text for name in names) == is_shown


def test_search_counts_only_what_is_listed():
    a_stored_future_article()

    assert search("өсімдіктері").count == 0


def test_an_issue_stored_with_a_date_ahead_is_in_no_list_and_has_no_page(client):
    issue = an_issue(a_journal(), published_on=TODAY + timedelta(days=1))

    address = f"/kk/steppe-science/issues/{issue.pk}/"
    assert address not in client.get("/kk/steppe-science/issues/").text
    assert address not in client.get("/sitemap-pages.xml").text
    assert client.get(address).status_code == 404


def test_an_article_that_is_released_ahead_of_its_day_has_no_keys_until_then(monkeypatch):
    article = a_stored_future_article()
    released = article.released.record
    write_listing(article, released, LATE_EVENING - timedelta(days=3))
    before = ListingKey.objects.count()
    next_day = LATE_EVENING + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: next_day)

    mark_arrived()

    assert (before, ListingKey.objects.filter(kind="title").count()) == (0, 3)


def test_the_upgrade_removes_the_keys_of_articles_ahead_of_their_day_alone():
    journal = a_journal()
    a_public_article(journal, doi="10.5555/early", title={"kk": "Ерте"})
    late = a_public_article(journal, doi="10.5555/late", title={"kk": "Кеш"})
    Listing.objects.filter(pk=late.pk).update(published_on=TODAY + timedelta(days=1))
    migration = import_module("articles.migrations.0022_no_keys_before_the_day")

    migration.delete_keys_ahead(apps, None)

    assert list(ListingKey.objects.filter(kind="title").values_list("label", flat=True)) == ["Ерте"]


def test_on_its_day_harvesters_and_the_page_cache_learn_of_it(monkeypatch):
    a_stored_future_article()
    an_issue(Article.objects.get().journal, published_on=TODAY + timedelta(days=1))
    Issue.objects.update(facts_changed_at=LATE_EVENING - timedelta(days=3))
    before = list(PublicState.objects.values_list("number", flat=True))
    mark_arrived()
    early = list(PublicState.objects.values_list("number", flat=True))
    next_day = LATE_EVENING + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: next_day)

    mark_arrived()
    once = list(PublicState.objects.values_list("number", flat=True))
    mark_arrived()

    assert (early == before, once == before) == (True, False)
    assert Listing.objects.get().changed_at == next_day
    assert Issue.objects.get().facts_changed_at == next_day
    assert list(PublicState.objects.values_list("number", flat=True)) == once
