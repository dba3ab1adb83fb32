"""The public state of a journal changes with every commit, and no editor waits for another's."""

import threading

import pytest
from django.db import connection, transaction

from articles.models import Issue, Journal, PublicState
from articles.publishing.release import release
from articles.queries.public_state import article_state, journal_state, site_state
from tests.factories import a_journal, a_public_article, an_issue


@pytest.mark.django_db
def test_a_journal_has_its_own_state_and_the_site_that_of_all():
    first, second = a_journal(slug="first"), a_journal(slug="second")
    before = [journal_state("first"), journal_state("second"), site_state()]

    PublicState.objects.record_change(first.pk)

    after = [journal_state("first"), journal_state("second"), site_state()]
    assert [new == old for new, old in zip(after, before, strict=True)] == [False, True, False]
    assert second.pk != first.pk


@pytest.mark.django_db
def test_what_belongs_to_no_journal_changes_the_site_alone():
    a_journal()
    before = [journal_state("steppe-science"), site_state()]

    PublicState.objects.record_change(None)

    assert journal_state("steppe-science") == before[0]
    assert site_state() != before[1]


@pytest.mark.django_db
def test_a_deleted_journal_changes_the_site():
    journal = a_journal()
    journal.pages.create(slug="about")
    before = site_state()

    journal.delete()

    assert site_state() != before


@pytest.mark.django_db
def test_an_article_that_is_not_public_has_no_state():
    assert article_state(404) is None


@pytest.mark.django_db
def test_changes_one_after_another_need_one_row():
    journal = a_journal()

    for _time in range(3):
        PublicState.objects.record_change(journal.pk)

    assert PublicState.objects.filter(journal=journal).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_transactions_change_a_journal_at_once_and_both_count():
    journal = a_journal()
    before = journal_state("steppe-science")
    states = []

    def other_editor():
        try:
            PublicState.objects.record_change(journal.pk)
            states.append(journal_state("steppe-science"))
        finally:
            connection.close()

    with transaction.atomic():
        PublicState.objects.record_change(journal.pk)
        thread = threading.Thread(target=other_editor)
        thread.start()
        thread.join(timeout=10)
        assert not thread.is_alive()

    assert len({before, *states, journal_state("steppe-science")}) == 3
    assert PublicState.objects.filter(journal=journal).count() == 2


@pytest.mark.django_db(transaction=True)
def test_editors_who_release_in_opposite_order_do_not_deadlock():
    journal = a_journal()
    issue = an_issue(journal)
    articles = [
        a_public_article(journal, issue_id=issue.pk, doi=f"10.5555/{number}") for number in (1, 2)
    ]
    both_have_one, errors = threading.Barrier(2, timeout=10), []

    def editor(article, row):
        try:
            with transaction.atomic():
                release(article)
                both_have_one.wait()
                row.save()
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    rows = [Issue.objects.get(pk=issue.pk), Journal.objects.get(pk=journal.pk)]
    threads = [
        threading.Thread(target=editor, args=pair) for pair in zip(articles, rows, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)

    assert errors == []
