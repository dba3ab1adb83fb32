"""A journal's or an issue's facts change: readers, harvesters and Crossref are told."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from articles.dois import compare_with_deposits, due_articles, queue_articles
from articles.models import Article, Deposit, DepositRecord, Journal
from articles.publishing import publish_issue
from articles.publishing.changed_facts import mark_articles_changed
from tests.factories import a_depositing_journal, a_member, a_public_article, an_issue

pytestmark = pytest.mark.django_db
State = Article.DepositState
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def sent(journal, state="success", **changes):
    """A public article of which Crossref has said so."""
    article = a_public_article(journal, **changes)
    queue_articles(Article.objects.filter(pk=article.pk), NOW)
    Deposit.objects.update(state="done")
    DepositRecord.objects.filter(article=article).update(state=state)
    compare_with_deposits(Article.objects.filter(pk=article.pk))
    return article


def state(article):
    article.refresh_from_db()
    return article.deposit_state


def test_a_changed_fact_that_was_deposited_makes_its_articles_due():
    journal = a_depositing_journal()
    article = sent(journal)
    before = state(article)

    Journal.objects.update(name_en="Renamed", crossref_title="Renamed")
    mark_articles_changed(journal=journal)
    compare_with_deposits(due_articles())

    assert (before, state(article)) == (State.REGISTERED, State.CHANGED)
    assert list(due_articles()) == [article]


def test_a_changed_fact_that_was_not_deposited_changes_no_deposit_state(django_assert_num_queries):
    journal = a_depositing_journal()
    articles = [sent(journal, doi=f"10.5555/{number}") for number in range(3)]
    before = [article.changed_at for article in articles]

    Journal.objects.update(elibrary_id="12345")
    mark_articles_changed(journal=journal)
    suspected = [state(article) for article in articles]
    compare_with_deposits(due_articles())

    assert suspected == [State.CHANGED] * 3
    assert [state(article) for article in articles] == [State.REGISTERED] * 3
    assert all(article.changed_at > at for article, at in zip(articles, before, strict=True))


def test_what_failed_is_tried_again_only_when_something_is_different():
    journal = a_depositing_journal()
    article = sent(journal, state="failure")
    before = state(article)

    mark_articles_changed(journal=journal)
    compare_with_deposits(due_articles())
    same = state(article)
    Journal.objects.update(crossref_title="Renamed")
    mark_articles_changed(journal=journal)
    compare_with_deposits(due_articles())

    assert (before, same, state(article)) == (State.FAILED, State.FAILED, State.DUE)


def test_other_journals_and_dois_registered_elsewhere_do_not_change():
    journal, other = a_depositing_journal(), a_depositing_journal(slug="other")
    elsewhere = sent(journal, doi="10.5555/elsewhere")
    Article.objects.filter(pk=elsewhere.pk).update(doi_state="elsewhere")
    away = sent(other, doi="10.5555/away")

    mark_articles_changed(journal=journal)

    assert [state(elsewhere), state(away)] == [State.REGISTERED] * 2


def test_what_was_never_sent_is_not_looked_at(django_assert_num_queries):
    article = a_public_article(a_depositing_journal())

    with django_assert_num_queries(1):
        compare_with_deposits(due_articles())

    assert state(article) == State.DUE


def test_the_date_of_an_issue_reaches_the_articles_that_were_public_before_it():
    journal = a_depositing_journal()
    issue = an_issue(journal, published_on=None)
    article = sent(journal, issue_id=issue.pk)
    before = article.changed_at

    publish_issue(issue, published_on=date(2024, 6, 3), override="test")
    compare_with_deposits(due_articles())

    assert state(article) == State.CHANGED
    assert article.changed_at > before


def test_an_editor_who_saves_the_journal_sees_it_in_the_list():
    journal = a_depositing_journal()
    article = sent(journal)
    client = Client()
    client.force_login(a_member(journal, "chief_editor"))
    url = reverse("admin:articles_journal_change", args=[journal.pk])
    form = client.get(url).context["adminform"].form
    typed = {name: form[name].value() for name in form.fields}
    counts = {
        f"title_periods-{count}": "0"
        for count in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }

    answer = client.post(
        url,
        {
            **{name: "" if value is None else value for name, value in typed.items()},
            **counts,
            "crossref_title": "Renamed",
        },
    )

    assert answer.status_code == 302
    assert state(article) == State.CHANGED
