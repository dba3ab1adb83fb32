"""The form of news and calls, and the editor of their text."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import News
from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db
ADD = "admin:articles_news_add"


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def chief(journal):
    client = Client()
    client.force_login(a_member(journal, "chief_editor", interface_language="en"))
    return client


def typed(journal, **changes):
    return {
        "journal": journal.pk,
        "kind": "call",
        "slug": "call",
        "title_ru": "Приём",
        "published_on": "2026-07-01",
        "text_ru": "Жай мәтін",
        **changes,
    }


def errors(response):
    return response.context["adminform"].form.errors


def test_a_call_is_entered_and_its_plain_text_becomes_paragraphs(chief, journal):
    response = chief.post(reverse(ADD), typed(journal, expires_on="2026-07-31", is_pinned="on"))

    row = News.objects.get()
    assert response.status_code == 302
    assert (row.kind, row.text_ru, row.is_pinned) == ("call", "<p>Жай мәтін</p>", True)
    assert row.expires_on == date(2026, 7, 31)


def test_a_title_in_one_language_is_needed(chief, journal):
    response = chief.post(reverse(ADD), typed(journal, title_ru=""))

    assert errors(response) == {"title_kk": ["Enter the title in at least one language."]}


def test_the_last_day_is_not_before_the_day(chief, journal):
    response = chief.post(reverse(ADD), typed(journal, expires_on="2026-06-30"))

    assert errors(response) == {"__all__": ["The last day is before the day."]}
    with pytest.raises(IntegrityError), transaction.atomic():
        News.objects.create(
            journal=journal, published_on=date(2026, 7, 1), expires_on=date(2026, 6, 30)
        )


def test_an_address_is_taken_once_in_a_journal(chief, journal):
    News.objects.create(journal=journal, slug="call")
    News.objects.create(journal=a_journal(slug="second"), slug="call")

    assert "__all__" in errors(chief.post(reverse(ADD), typed(journal)))
    assert News.objects.filter(journal=journal).count() == 1


def test_news_stays_in_its_journal(chief, journal):
    row = News.objects.create(journal=journal, slug="call", title_kk="А")
    second = a_journal(slug="second")

    change = reverse("admin:articles_news_change", args=[row.pk])
    chief.post(change, typed(second, slug="new"))

    row.refresh_from_db()
    assert (row.journal, row.slug) == (journal, "new")


def test_html_that_is_not_allowed_is_refused_and_kept(chief, journal):
    response = chief.post(reverse(ADD), typed(journal, text_ru="<p>A<script>1</script></p>"))

    assert list(errors(response)) == ["text_ru"]
    assert response.context["adminform"].form["text_ru"].value() == "<p>A<script>1</script></p>"


@pytest.mark.parametrize(("days", "is_seen"), [(0, True), (1, False)])
def test_the_editor_of_the_text_tells_whether_readers_see_it(chief, journal, days, is_seen):
    day = timezone.localdate() + timedelta(days=days)
    row = News.objects.create(journal=journal, slug="n", title_kk="А", published_on=day)
    address = reverse("admin:articles_news_text", args=[row.pk, "kk"])
    form = chief.get(address).context["form"]
    values = {"body": "Мәтін", "base_version": form["base_version"].value(), "_save": "1"}

    saved = chief.post(address, values, follow=True)

    row.refresh_from_db()
    message = "Readers see the new text." if is_seen else "Readers see it from its day on."
    assert row.text_kk == "<p>Мәтін</p>"
    assert [str(each) for each in saved.context["messages"]] == [f"Saved. {message}"]
    offered = f'href="{row.get_absolute_url()}"' in saved.content.decode()
    stock = chief.get(reverse("admin:articles_news_change", args=[row.pk])).content.decode()
    assert (offered, "View on site" in stock) == (is_seen, is_seen)
    assert address in stock
