"""The clock of the machine is set back by a day after something was published and queued."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.editing import save_article, working_record
from articles.mail.sending import send_waiting_mail
from articles.models import Listing, ListingKey, Mail
from articles.publishing import mark_arrived, publish_article, publish_due, release
from articles.publishing.scheduling import schedule_article
from tests.factories import a_journal, a_member, a_public_article, an_article

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 7, 2, 8, 0, tzinfo=UTC)
DAY_BEFORE = NOW - timedelta(days=1)
TODAY = date(2026, 7, 2)
PUBLIC = ["/en/", "/en/steppe-science/", "/en/steppe-science/feed/", "/en/search/?q=steppe"]


@pytest.fixture
def set_clock(monkeypatch):
    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    set_to(NOW)
    return set_to


def change_title(article, title):
    record = working_record(article)
    texts = {**record.title, "en": title}
    save_article(msgspec.structs.replace(record, title=texts), article=article)
    release(article)


def harvested(client, start):
    answer = client.get(f"/oai/?verb=ListIdentifiers&metadataPrefix=oai_dc&from={start}")
    return answer.content.decode().count("<header>")


def test_pages_sign_in_and_release_go_on(set_clock, client):
    journal = a_journal()
    article = a_public_article(journal)
    editor = a_member(journal)
    editor.set_password("steppe-2026-feather")
    editor.save()
    page = f"/en/articles/{article.pk}/"
    client.get(page)  # is kept in the page cache
    set_clock(DAY_BEFORE)

    assert [client.get(address).status_code for address in PUBLIC] == [200] * len(PUBLIC)
    change_title(article, "Feather grass")
    assert "Feather grass" in client.get(page).content.decode()
    typed = {"username": editor.username, "password": "steppe-2026-feather"}
    assert client.post("/admin/login/", typed).status_code == 302
    assert client.get(f"/admin/articles/article/{article.pk}/change/").status_code == 200


def test_an_article_of_the_day_ahead_is_readable_and_comes_back_into_lists(set_clock, client):
    article = an_article()
    publish_article(article, published_on=TODAY, override="test")
    article.refresh_from_db()
    set_clock(DAY_BEFORE)
    change_title(article, "Feather grass")

    assert client.get(f"/en/articles/{article.pk}/").status_code == 200
    assert not ListingKey.objects.filter(listing=article.pk)
    set_clock(NOW)
    mark_arrived()
    assert ListingKey.objects.filter(listing=article.pk)


def test_what_was_released_meanwhile_is_announced_to_harvesters(set_clock, client):
    article = a_public_article()
    set_clock(DAY_BEFORE)
    change_title(article, "Feather grass")
    set_clock(NOW + timedelta(hours=1))

    assert harvested(client, "2026-07-02") == 0
    call_command("announce_articles")
    assert harvested(client, "2026-07-02") == 1
    assert Listing.objects.get(pk=article.pk).changed_at == NOW + timedelta(hours=1)


def test_mail_and_scheduled_articles_wait_until_the_clock_is_right(set_clock):
    article = an_article()
    schedule_article(article, NOW)
    user = a_member(article.journal)
    Mail.objects.create(kind=Mail.Kind.PASSWORD_RESET, address=user.email, due_at=NOW)
    set_clock(DAY_BEFORE)

    assert (send_waiting_mail(), publish_due()) == (0, [])
    set_clock(NOW)
    assert send_waiting_mail() == 1
    assert publish_due() == [article]
