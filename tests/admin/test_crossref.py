"""The page of an article's DOI: minting, reserving, depositing, and Crossref's answers."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Deposit, DepositRecord, RetiredDoi
from tests.factories import a_journal, a_member, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db


def client_of(journal, role="chief_editor"):
    client = Client()
    client.force_login(a_member(journal, role))
    return client


def page(article):
    return reverse("admin:articles_article_crossref", args=[article.pk])


def test_the_doi_by_the_pattern_is_shown_and_then_minted():
    journal = a_journal()
    issue = an_issue(journal)
    article = an_article(journal, doi="", issue_id=issue.pk, position=3)
    client = client_of(journal)

    proposed = client.get(page(article)).context["proposed"]
    client.post(page(article), {"do": "mint"})

    article.refresh_from_db()
    assert proposed == "10.5555/0000-0000/2024-1-3"
    assert article.doi == proposed


def test_a_pattern_without_a_value_names_what_is_missing():
    article = an_article(doi="")

    proposed = client_of(article.journal).get(page(article)).context["proposed"]

    assert proposed == "The pattern needs {year}, which this article does not have yet."


def test_every_article_of_an_issue_gets_its_doi():
    journal = a_journal()
    issue = an_issue(journal)
    for number in (1, 2):
        an_article(journal, doi="", issue_id=issue.pk, position=number)
    client = client_of(journal)
    url = reverse("admin:articles_issue_dois", args=[issue.pk])

    proposed = [line.proposed for line in client.get(url).context["lines"]]
    client.post(url)

    minted = list(Article.objects.order_by("position").values_list("doi", flat=True))
    assert proposed == minted == ["10.5555/0000-0000/2024-1-1", "10.5555/0000-0000/2024-1-2"]


def test_only_a_chief_editor_gives_up_a_reserved_doi():
    article = an_article()
    chief = client_of(article.journal)
    chief.post(page(article), {"do": "reserve"})

    refused = client_of(article.journal, "editor").post(
        page(article), {"do": "give_up", "reason": "!"}
    )
    chief.post(page(article), {"do": "give_up", "reason": "Another issue."})

    assert refused.status_code == 403
    assert [(retired.reason, retired.by.username) for retired in RetiredDoi.objects.all()] == [
        ("Another issue.", "chief_editor")
    ]


def test_sending_twice_queues_one_deposit():
    journal = a_journal(
        depositor_name="Office", depositor_email="doi@example.org", registrant="Dala Press"
    )
    article = a_public_article(journal, issue_id=an_issue(journal).pk)
    client = client_of(article.journal)

    client.post(page(article), {"do": "send"})
    client.post(page(article), {"do": "send"})

    article.refresh_from_db()
    assert (Deposit.objects.count(), article.deposit_state) == (1, "queued")


def test_a_known_message_of_crossref_is_explained():
    article = a_public_article()
    deposit = Deposit.objects.create(
        journal=article.journal, name="a.xml", due_at="2026-01-01T00:00Z", state="done"
    )
    message = "User not allowed to add records for prefix: 10.5555"
    DepositRecord.objects.create(
        deposit=deposit,
        article=article,
        doi=article.doi,
        timestamp=1,
        state="failure",
        message=message,
    )

    (sent,) = client_of(article.journal, "auditor").get(page(article)).context["sent"]

    assert (sent.record.message, sent.mark) == (message, "bad")
    assert sent.known.message == "This login cannot register DOIs with the journal's prefix."


@pytest.mark.parametrize("role", ["translator", "section_editor", "auditor"])
def test_roles_that_may_not_publish_cannot_send(role):
    article = a_public_article()

    response = client_of(article.journal, role).post(page(article), {"do": "send"})

    assert (response.status_code, Deposit.objects.count()) == (403, 0)
