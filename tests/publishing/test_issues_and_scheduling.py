"""A whole issue at once, an article at its hour, and what readers do not see yet."""

from datetime import date, datetime, timedelta

import msgspec
import pytest
from django.utils import timezone

from articles.editing import save_article, working_record
from articles.models import Article, Listing
from articles.publishing import (
    IssueBlocked,
    changes_since_release,
    correct_article,
    publish_due,
    publish_issue,
    schedule_article,
)
from tests.factories import (
    a_journal,
    a_member,
    a_public_article,
    a_record,
    an_article,
    an_issue,
)

pytestmark = pytest.mark.django_db
DAY = date(2024, 3, 29)
NOW = datetime(2024, 3, 29, 12, tzinfo=timezone.get_current_timezone())


def test_an_issue_is_published_whole_and_dated():
    journal = a_journal()
    issue = an_issue(journal, published_on=None)
    for position in (2, 1):
        an_article(
            journal,
            issue_id=issue.pk,
            position=position,
            doi=f"10.5555/{position}",
            first_page=f"{position}0",
            last_page=f"{position}9",
        )

    published = publish_issue(issue, published_on=DAY)

    issue.refresh_from_db()
    assert [article.position for article in published] == [1, 2]
    assert issue.published_on == DAY
    assert Listing.objects.filter(issue=issue, published_on=DAY).count() == 2


def test_one_blocked_article_keeps_the_whole_issue_back():
    journal = a_journal()
    issue = an_issue(journal, published_on=None)
    an_article(journal, issue_id=issue.pk, position=1, doi="10.5555/1")
    bare = an_article(
        journal, issue_id=issue.pk, position=2, doi="10.5555/2", title={"kk": "Дала"}, first_page=""
    )

    with pytest.raises(IssueBlocked) as blocked:
        publish_issue(issue, published_on=DAY)

    issue.refresh_from_db()
    assert list(blocked.value.findings) == [bare]
    assert (Listing.objects.count(), issue.published_on) == (0, None)


def test_an_article_becomes_public_at_its_hour_and_not_before():
    article = an_article()
    chief = a_member(article.journal)
    schedule_article(article, NOW, editor=chief)

    early = publish_due(NOW - timedelta(minutes=1))
    due = publish_due(NOW)

    article.refresh_from_db()
    assert (early, due) == ([], [article])
    assert (article.status, article.published_on, article.scheduled_for) == (
        "published",
        DAY,
        None,
    )
    assert article.released.editor == chief
    assert publish_due(NOW) == []


def test_what_is_blocked_at_its_hour_waits():
    article = an_article(title={"kk": "Дала"})
    schedule_article(article, NOW)

    assert publish_due(NOW) == []
    assert Article.objects.get().scheduled_for == NOW


def test_an_edit_of_a_public_article_is_a_change_since_its_release():
    article = a_public_article()
    before = changes_since_release(article)

    record = working_record(article)
    save_article(
        msgspec.structs.replace(record, title={**record.title, "ru": "Травы"}), article=article
    )

    article.refresh_from_db()
    assert before == []
    assert [(one.field, one.after) for one in changes_since_release(article)] == [
        ("title.ru", "Травы")
    ]
    assert Listing.objects.get().summary.title["ru"] == "Растения степи"


def test_a_correction_is_named_at_both_ends():
    journal = a_journal()
    article = a_public_article(journal)
    notice = a_public_article(journal, doi="10.5555/notice", type="correction")

    correct_article(article, notice)

    article.refresh_from_db()
    notice.refresh_from_db()
    assert [(one.kind, one.article_id) for one in article.released.record.relations] == [
        ("corrected_by", notice.pk)
    ]
    assert [(one.kind, one.doi) for one in notice.released.record.relations] == [
        ("corrects", a_record().doi)
    ]
    assert (article.status, Listing.objects.get(pk=article.pk).summary.relations) == (
        "published",
        ("corrected_by",),
    )
