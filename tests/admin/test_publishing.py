"""Publishing articles and issues, releasing changes, notices and withdrawals."""

from datetime import date, timedelta

import msgspec
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.editing import save_article, working_record
from articles.models import Issue, Journal, Listing, Revision
from articles.publishing import publish_due
from tests.factories import (
    a_journal,
    a_member,
    a_public_article,
    a_record,
    an_article,
    an_issue,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_journal()


def signed_in(journal, role="chief_editor"):
    client = Client()
    client.force_login(a_member(journal, role))
    return client


def page(name, thing):
    return reverse(f"admin:articles_{name}", args=[thing.pk])


def test_a_chief_editor_overrides_findings_with_a_reason(journal):
    article = an_article(journal, title={"kk": "Дала"})

    response = signed_in(journal).post(
        page("article_publish", article),
        {"do": "publish", "published_on": "2026-02-03", "override": "The council decided so."},
    )

    article.refresh_from_db()
    assert (response.status_code, article.status) == (302, "published")
    assert article.published_on == date(2026, 2, 3)
    assert article.released.reason == "Published despite errors: The council decided so."
    assert article.released.editor.username == "chief_editor"


@pytest.mark.parametrize(
    ("role", "override", "status"), [("editor", "!", 403), ("editor", "", 200)]
)
def test_an_editor_cannot_publish_what_preflight_blocks(role, override, status, journal):
    article = an_article(journal, title={"kk": "Дала"})

    response = signed_in(journal, "editor").post(
        page("article_publish", article),
        {"do": "publish", "published_on": "2026-02-03", "override": override},
    )

    article.refresh_from_db()
    assert (response.status_code, article.status) == (status, "draft")


def test_changes_since_the_release_are_shown_and_released(journal):
    article = a_public_article(journal)
    record = msgspec.structs.replace(
        working_record(article), title={**a_record().title, "ru": "Травы степи"}
    )
    save_article(record, article=article)
    client = signed_in(journal)
    before = Listing.objects.get().summary.title["ru"]

    differences = client.get(page("article_publish", article)).context["differences"]
    client.post(
        page("article_publish", article),
        {"do": "publish", "published_on": "2024-03-29", "override": "test"},
    )

    (difference,) = differences
    assert (
        difference.place.language,
        [piece.text for piece in difference.after if piece.mark],
    ) == (
        "ru",
        ["Травы"],
    )
    assert (before, Listing.objects.get().summary.title["ru"]) == ("Растения степи", "Травы степи")


def test_a_scheduled_time_is_saved_and_cancelled(journal):
    article = an_article(journal)
    client = signed_in(journal)
    hour = timezone.localtime() + timedelta(hours=2)
    url = page("article_publish", article)

    client.post(url, {"do": "schedule", "hour": f"{hour:%Y-%m-%dT%H:%M}"})
    article.refresh_from_db()
    scheduled_for = article.scheduled_for
    client.post(url, {"do": "unschedule"})
    article.refresh_from_db()

    assert scheduled_for == hour.replace(second=0, microsecond=0)
    assert article.scheduled_for is None


def test_an_article_scheduled_by_somebody_without_the_role_is_not_published(journal):
    article = an_article(journal)
    client = signed_in(journal)
    hour = timezone.localtime() + timedelta(hours=2)
    url = page("article_publish", article)
    client.post(url, {"do": "schedule", "hour": f"{hour:%Y-%m-%dT%H:%M}"})
    journal.memberships.all().delete()

    assert publish_due(timezone.now() + timedelta(days=1)) == []


def test_an_issue_is_published_with_all_its_articles(journal):
    issue = an_issue(journal, published_on=None)
    first = an_article(journal, issue_id=issue.pk, position=1)
    second = an_article(journal, issue_id=issue.pk, position=2, doi="10.5555/two")

    response = signed_in(journal).post(
        page("issue_publish", issue), {"published_on": "2026-02-03", "override": "test"}
    )

    assert response.status_code == 302
    assert set(Listing.objects.values_list("article", flat=True)) == {first.pk, second.pk}
    assert Issue.objects.get().published_on == date(2026, 2, 3)


def test_a_missing_date_of_publication_does_not_block_an_issue(journal):
    issue = an_issue(journal, published_on=None)
    an_article(journal, issue_id=issue.pk, status="ready")

    context = signed_in(journal).get(page("issue_publish", issue)).context

    assert context["blocked"] == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_publish_page_of_an_issue_takes_the_same_queries_for_any_number(
    count, journal, django_assert_num_queries
):
    issue = an_issue(journal, published_on=None)
    for number in range(count):
        an_article(journal, issue_id=issue.pk, position=number, doi=f"10.5555/{number}")
    client = signed_in(journal)

    with django_assert_num_queries(12):
        client.get(page("issue_publish", issue))


@pytest.mark.parametrize(
    ("action", "status", "kinds"),
    [
        ("correct", "published", ["corrected_by"]),
        ("concern", "published", ["concern_expressed_by"]),
        ("retract", "retracted", ["retracted_by"]),
    ],
)
def test_a_notice_and_its_article_link_to_each_other(action, status, kinds, journal):
    article = a_public_article(journal)
    notice = a_public_article(journal, type="correction", doi="10.5555/notice")

    signed_in(journal).post(
        page("article_notice", article), {"action": action, "notice": notice.pk}
    )

    article.refresh_from_db()
    notice.refresh_from_db()
    assert article.status == status
    assert [relation.kind for relation in article.released.record.relations] == kinds
    assert [relation.article_id for relation in notice.released.record.relations] == [article.pk]


def test_a_withdrawal_needs_a_chief_editor_and_a_reason(journal):
    article = a_public_article(journal)
    url = page("article_notice", article)
    chief = signed_in(journal)

    refused = signed_in(journal, "editor").post(url, {"action": "withdraw", "reason": "!"})
    empty = chief.post(url, {"action": "withdraw", "reason": " "})
    chief.post(url, {"action": "withdraw", "reason": "Printed twice."})

    article.refresh_from_db()
    assert (refused.status_code, list(empty.context["form"].errors)) == (403, ["reason"])
    assert (article.status, article.released.reason) == ("withdrawn", "Printed twice.")


def test_only_published_articles_of_the_same_journal_are_offered_as_notices(journal):
    article = a_public_article(journal)
    draft = an_article(journal, type="correction", doi="10.5555/draft")
    abroad = a_public_article(a_journal(slug="other"), type="correction", doi="10.5555/abroad")
    client = signed_in(journal)

    errors = [
        list(
            client.post(page("article_notice", article), {"action": "retract", "notice": notice.pk})
            .context["form"]
            .errors
        )
        for notice in (draft, abroad)
    ]

    assert errors == [["notice"], ["notice"]]


@pytest.mark.parametrize(
    ("thing", "field", "moves"),
    [
        ("journal", "publisher_en", True),
        ("journal", "keywords_min", False),
        ("issue", "title_kk", True),
        ("issue", "print_run", False),
    ],
)
def test_a_changed_fact_that_readers_see_marks_articles_as_changed(thing, field, moves, journal):
    issue = an_issue(journal)
    article = a_public_article(journal, issue_id=issue.pk)
    elsewhere = a_public_article(a_journal(slug="other"), doi="10.5555/elsewhere")
    stamps = dict(Listing.objects.values_list("article", "changed_at"))
    client = signed_in(journal)
    url = page(f"{thing}_change", {"journal": journal, "issue": issue}[thing])
    form = client.get(url).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if name not in ("cover", "pdf")}
    sent = {name: "" if value is None else value for name, value in sent.items()}
    prefix = "title_periods"
    management = {f"{prefix}-{count}_FORMS": 0 for count in ("TOTAL", "INITIAL")}

    response = client.post(url, {**sent, **management, field: "7"})

    after = dict(Listing.objects.values_list("article", "changed_at"))
    article.refresh_from_db()
    assert response.status_code == 302
    assert (after[article.pk] > stamps[article.pk]) is moves
    assert article.changed_at == after[article.pk]
    assert after[elsewhere.pk] == stamps[elsewhere.pk]
    assert Journal.objects.count() == 2
    assert Revision.objects.filter(article=article).count() == 2
