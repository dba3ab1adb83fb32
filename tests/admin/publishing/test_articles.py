"""Publishing an article, now or later, and releasing its changes."""

from datetime import date, timedelta

import msgspec
import pytest
from django.utils import timezone

from articles.editing import save_article, working_record
from articles.models import Journal, Listing, Revision
from articles.publishing import publish_due
from tests.admin.publishing.editors import page, signed_in
from tests.factories import a_journal, a_public_article, a_record, an_article, an_issue

pytestmark = pytest.mark.django_db


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
