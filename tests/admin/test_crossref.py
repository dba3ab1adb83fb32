"""The page of an article's DOI: minting, reserving, depositing, and Crossref's answers."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.dois import compare_with_deposits, queue_articles
from articles.models import Article, Deposit, DepositRecord, Journal, RetiredDoi, User
from tests.factories import (
    a_depositing_journal,
    a_journal,
    a_member,
    a_public_article,
    an_article,
    an_issue,
)

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

    proposed = client.get(page(article)).context["planned"].doi
    client.post(page(article), {"do": "mint"})

    article.refresh_from_db()
    assert proposed == "10.5555/0000-0000/2024-1-3"
    assert article.doi == proposed


def test_a_pattern_without_a_value_names_what_is_missing_and_what_to_do():
    article = an_article(doi="")
    client = client_of(article.journal)

    planned = client.get(page(article)).context["planned"]
    answer = client.post(page(article), {"do": "mint"}, follow=True)

    assert planned.problem == "The pattern needs {year}, which this article does not have yet."
    assert planned.remedy == "Choose the article's issue, or enter its date of publication."
    assert [str(message) for message in answer.context["messages"]] == [
        f"{planned.problem} {planned.remedy}"
    ]


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


def test_the_page_of_an_issue_tells_what_cannot_be_minted_and_mints_the_rest():
    journal = a_journal()
    issue = an_issue(journal, number="Спецвыпуск")
    for position in (1, None):
        an_article(journal, doi="", issue_id=issue.pk, position=position)
    client = client_of(journal)
    url = reverse("admin:articles_issue_dois", args=[issue.pk])

    before = client.get(url).context
    after = client.post(url, follow=True).context

    assert [(form.label, form.printed, form.form) for form in before["forms"]] == [
        ("number", "Спецвыпуск", "special")
    ]
    assert (before["waiting"], before["refused"]) == (1, 1)
    assert [str(message) for message in after["messages"]] == [
        "DOIs assigned: 1.",
        "DOIs not assigned: 1. The reason is shown beside each article.",
    ]
    assert (after["waiting"], after["refused"]) == (0, 1)
    assert [
        (line.article.doi, line.proposed, line.problem, line.remedy) for line in after["lines"]
    ] == [
        ("10.5555/0000-0000/2024-special-1", "", "", ""),
        (
            None,
            "",
            "The pattern needs {sequence}, which this article does not have yet.",
            "Enter the article's position in the issue (page “Layout” of the issue).",
        ),
    ]


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("{issn", "The braces of the pattern do not match."),
        ("", "The journal has no DOI pattern."),
        ("{number:d}", "The format after the colon of a field is wrong."),
    ],
)
def test_a_stored_pattern_that_cannot_be_read_is_told_at_each_article(pattern, problem):
    journal = a_journal(doi_pattern=pattern)
    issue = an_issue(journal)
    an_article(journal, doi="", issue_id=issue.pk, position=1)

    answer = client_of(journal).get(reverse("admin:articles_issue_dois", args=[issue.pk]))

    assert [line.problem for line in answer.context["lines"]] == [problem]
    assert answer.context["forms"] == []


def test_an_issue_of_which_no_article_can_be_minted_reports_no_success():
    journal = a_journal()
    issue = an_issue(journal)
    an_article(journal, doi="", issue_id=issue.pk)

    answer = client_of(journal).post(
        reverse("admin:articles_issue_dois", args=[issue.pk]), follow=True
    )

    assert [str(message) for message in answer.context["messages"]] == [
        "DOIs not assigned: 1. The reason is shown beside each article."
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_an_issue_asks_as_much_for_one_article_as_for_many(
    count, django_assert_num_queries
):
    journal = a_journal()
    issue = an_issue(journal)
    for position in range(1, count + 1):
        an_article(journal, doi="", issue_id=issue.pk, position=position)
    client = client_of(journal)

    with django_assert_num_queries(15):
        client.get(reverse("admin:articles_issue_dois", args=[issue.pk]))


def test_the_number_in_dois_is_proposed_and_can_be_changed():
    journal = a_journal()
    issue = an_issue(journal, number="Спецвыпуск")
    client = client_of(journal)
    url = reverse("admin:articles_issue_change", args=[issue.pk])

    form = client.get(url).context["adminform"].form
    columns = {"journal": journal.pk, "year": "2024", "number": "Спецвыпуск"}
    refused = client.post(url, {**columns, "doi_number": "спец"}).context["adminform"].form
    client.post(url, {**columns, "doi_number": "spec"})

    issue.refresh_from_db()
    assert form.fields["doi_number"].widget.attrs["placeholder"] == "special"
    assert refused.errors == {"doi_number": ["Use only Latin letters, digits and - . _ ; ( ) /"]}
    assert issue.doi_number == "spec"


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

    assert (sent.advice.original, sent.mark) == (message, "bad")
    assert sent.advice.message == "This login cannot register DOIs with the journal's prefix."


@pytest.mark.parametrize("role", ["translator", "section_editor", "auditor"])
def test_roles_that_may_not_publish_cannot_send(role):
    article = a_public_article()

    response = client_of(article.journal, role).post(page(article), {"do": "send"})

    assert (response.status_code, Deposit.objects.count()) == (403, 0)


NOTHING_TO_SEND = {
    "en": "Only the format of deposits has changed since, so nothing has to be sent.",
    "kk": "Содан бері тек депозиттердің пішімі өзгерді, сондықтан ештеңе жіберу қажет емес.",
    "ru": "С тех пор изменился только формат депозитов, поэтому отправлять ничего не нужно.",
}


def an_outdated_article(**changes):
    """Registered, and written differently by the present program."""
    journal = a_depositing_journal()
    article = a_public_article(journal, issue_id=an_issue(journal).pk, **changes)
    queue_articles(Article.objects.all())
    DepositRecord.objects.update(state="success", body="<body/>")
    compare_with_deposits(Article.objects.all())
    article.refresh_from_db()
    return article


@pytest.mark.parametrize("language", NOTHING_TO_SEND)
def test_a_change_of_the_format_is_told_apart_on_the_page(language):
    article = an_outdated_article()
    client = client_of(article.journal)
    User.objects.update(interface_language=language)

    content = client.get(page(article)).content.decode()

    assert article.deposit_state == "outdated"
    assert NOTHING_TO_SEND[language] in content


def test_an_issue_is_sent_in_the_present_format_on_request():
    article = an_outdated_article()
    url = reverse("admin:articles_issue_dois", args=[article.issue_id])
    client = client_of(article.journal)

    before = client.get(url).context["outdated"]
    answer = client.post(url, {"do": "send_outdated"}, follow=True)

    article.refresh_from_db()
    said = [str(message) for message in answer.context["messages"]]
    assert (before, answer.context["outdated"]) == (1, 0)
    assert (article.deposit_state, said) == ("queued", ["Articles added to the Crossref queue: 1."])


def test_what_crossref_would_refuse_now_is_named_on_the_page_of_the_issue():
    article = an_outdated_article()
    Journal.objects.update(depositor_email="")
    url = reverse("admin:articles_issue_dois", args=[article.issue_id])

    answer = client_of(article.journal).post(url, {"do": "send_outdated"}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == [
        f"№ {article.pk}: Journal: depositor's email: Crossref needs the depositor's email address."
    ]


def test_who_may_not_publish_sends_nothing_in_the_present_format():
    article = an_outdated_article()
    url = reverse("admin:articles_issue_dois", args=[article.issue_id])

    response = client_of(article.journal, "auditor").post(url, {"do": "send_outdated"})

    assert (response.status_code, Deposit.objects.count()) == (403, 1)


def test_the_dashboard_counts_the_outdated_apart():
    article = an_outdated_article()

    states = client_of(article.journal).get(reverse("admin:index")).context["states"]

    assert [(state, str(label), count) for state, label, count in states] == [
        ("outdated", "registered in an earlier format", 1)
    ]
