"""Publishing articles and issues, releasing changes, notices and withdrawals."""

from datetime import date, timedelta

import msgspec
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.editing import save_article, working_record
from articles.models import Article, Issue, Journal, Listing, Revision
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

    with django_assert_num_queries(13):
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

    refused = signed_in(journal, "editor").post(url, {"action": "withdraw", "reason_en": "!"})
    empty = chief.post(url, {"action": "withdraw", "reason_en": " "})
    reasons = {"reason_kk": "Екі рет басылған.", "reason_en": "Printed\n twice."}
    chief.post(url, {"action": "withdraw", **reasons})

    article.refresh_from_db()
    assert (refused.status_code, list(empty.context["form"].errors)) == (403, ["reason_kk"])
    assert article.status == "withdrawn"
    assert article.released.reason == "Екі рет басылған.\nPrinted twice."


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
    files = ("cover", "pdf", "epub")
    sent = {name: form[name].value() for name in form.fields if name not in files}
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


@pytest.mark.parametrize(
    ("own", "issue", "proposed"),
    [
        ("2019-01-02", {"published_on": date(2020, 5, 6)}, "2019-01-02"),
        ("", {"published_on": date(2020, 5, 6)}, "2020-05-06"),
        ("", {"published_on": date(2999, 1, 1)}, "today"),
        ("", {"published_on": None}, "today"),
        ("", {"published_on": None, "archived_at": timezone.now()}, "None"),
        ("", {"published_on": date(1999, 5, 6), "archived_at": timezone.now()}, "1999-05-06"),
    ],
)
def test_the_date_of_the_issue_is_proposed_if_it_is_out(own, issue, proposed, journal):
    issue = an_issue(journal, **issue)
    day = date.fromisoformat(own) if own else None
    article = an_article(journal, issue_id=issue.pk, published_on=day)
    client = signed_in(journal)

    of_article = client.get(page("article_publish", article)).context["form"]
    of_issue = client.get(page("issue_publish", issue)).context["form"]

    wanted = str(timezone.localdate()) if proposed == "today" else proposed
    assert str(of_article["published_on"].value()) == wanted
    if not own:
        assert str(of_issue["published_on"].value()) == wanted


def test_the_errors_stand_at_the_button_above_all_findings(journal):
    article = an_article(journal, title={"kk": "Дала"})

    text = signed_in(journal).get(page("article_publish", article)).content.decode()

    places = [
        text.index(part)
        for part in ("2 errors prevent publication:", 'value="publish"', 'id="preflight-sum"')
    ]
    assert places == sorted(places)


def test_the_button_is_not_offered_to_those_who_may_not_override(journal):
    bare = an_article(journal, title={"kk": "Дала"})
    complete = an_article(journal, doi="10.5555/2")
    client = signed_in(journal, "editor")

    pages = [client.get(page("article_publish", one)).content.decode() for one in (bare, complete)]

    assert ['value="publish"' in text for text in pages] == [False, True]
    assert "Only a chief editor can publish despite errors." in pages[0]


def test_a_notice_is_drafted_and_its_publication_says_what_it_does(journal):
    article = a_public_article(journal)
    client = signed_in(journal)
    url = page("article_notice", article)

    empty = client.post(url, {"action": "retract"})
    drafted = client.post(url, {"action": "retract", "reason_ru": "Ошибка."})

    notice = Article.objects.get(type="retraction")
    assert list(empty.context["form"].errors) == ["reason_kk"]
    assert drafted.url == page("article_change", notice)
    assert client.get(url).context["drafts"] == [notice]
    (effect,) = client.get(page("article_publish", notice)).context["notices"]
    assert (effect.article, effect.is_changed) == (article, False)
    client.post(page("article_publish", notice), {"do": "publish", "published_on": "2024-04-02"})
    article.refresh_from_db()
    assert article.status == "retracted"


def test_a_withdrawal_is_offered_to_chief_editors_only(journal):
    article = a_public_article(journal)
    offered = [
        [value for value, _label in signed_in(journal, role).get(page("article_notice", article))
         .context["form"].fields["action"].choices]
        for role in ("editor", "chief_editor")
    ]  # fmt: skip

    assert offered == [
        ["correct", "concern", "retract"],
        ["correct", "concern", "retract", "withdraw"],
    ]


def test_a_withdrawn_article_cannot_be_retracted(journal):
    article = a_public_article(journal)
    notice = a_public_article(journal, type="retraction", doi="10.5555/notice")
    client = signed_in(journal)
    url = page("article_notice", article)
    client.post(url, {"action": "withdraw", "reason_en": "!"})

    answer = client.post(url, {"action": "retract", "notice": notice.pk})

    article.refresh_from_db()
    assert (answer.url, article.status) == (page("article_change", article), "withdrawn")


def test_a_back_issue_is_published_at_once_with_its_date_and_reported(journal):
    issue = an_issue(journal, year=2015, published_on=date(2015, 6, 1))
    for number in range(1, 21):
        pages = {"first_page": f"{number}0", "last_page": f"{number}9"}
        days = {"received_on": date(2015, 1, 1), "accepted_on": date(2015, 2, 1)}
        own = {"published_on": date(2015, 5, 7)} if number == 1 else {}
        an_article(
            journal, issue_id=issue.pk, position=number, doi=f"10.5555/{number}",
            **pages, **days, **own,
        )  # fmt: skip
    client = signed_in(journal, "editor")
    form = client.get(page("issue_publish", issue)).context["form"]

    done = client.post(
        page("issue_publish", issue),
        {"published_on": form["published_on"].value(), "keep_dates": "on"},
        follow=True,
    )

    published = done.context["published"]
    assert (len(published), done.context["lines"]) == (20, [])
    assert [article.published_on for article in published[:3]] == [
        date(2015, 5, 7),
        date(2015, 6, 1),
        date(2015, 6, 1),
    ]


def test_articles_with_errors_can_be_left_when_the_issue_is_published(journal):
    issue = an_issue(journal)
    first = an_article(journal, issue_id=issue.pk, position=1)
    bare = an_article(
        journal, issue_id=issue.pk, position=2, doi="10.5555/2", title={"kk": "Б"}, first_page=""
    )
    client = signed_in(journal, "editor")
    sent = {"published_on": "2024-03-29"}

    whole = client.post(page("issue_publish", issue), sent)
    others = client.post(
        page("issue_publish", issue), {**sent, "do": "publish_others"}, follow=True
    )

    assert whole.context["published"] == []
    assert (whole.context["blocked"], whole.context["possible"]) == (1, 1)
    assert others.context["published"] == [first]
    assert [line.pk for line in others.context["lines"]] == [bare.pk]


def test_an_issue_of_which_no_article_can_be_published_stays_as_it_is(journal):
    issue = an_issue(journal, published_on=None)
    an_article(journal, issue_id=issue.pk, title={"kk": "Б"})

    answer = signed_in(journal, "editor").post(
        page("issue_publish", issue), {"published_on": "2024-03-29", "do": "publish_others"}
    )

    issue.refresh_from_db()
    assert (answer.status_code, issue.published_on) == (200, None)
