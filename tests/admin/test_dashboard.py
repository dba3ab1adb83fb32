"""The start page: what waits for each role, coming issues, first steps, deposits and charts."""

from datetime import date, timedelta

import msgspec
import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.admin.model_groups import MODEL_GROUPS
from articles.editing import save_article, working_record
from articles.models import Article, Delivery, IssueFile, Manuscript, Proof, Section
from tests.factories import (
    a_journal,
    a_member,
    a_public_article,
    a_record,
    an_article,
    an_issue,
)

pytestmark = pytest.mark.django_db


def dashboard(journal, role, **more):
    client = Client()
    client.force_login(a_member(journal, role, **more))
    return client.get(reverse("admin:index")).context


def waiting(journal, role, **more):
    return [(row.task.value, row.article) for row in dashboard(journal, role, **more)["waiting"]]


def test_each_role_sees_its_own_tasks_the_most_urgent_first():
    journal = a_journal()
    draft = an_article(journal, title={"kk": "Дала"}, doi="10.5555/1")
    ready = an_article(journal, status="ready", doi="10.5555/2")
    an_article(a_journal(slug="other"), doi="10.5555/3")

    tasks = {
        role: waiting(journal, role, **more)
        for role, more in {
            "translator": {"languages": ["ru"]},
            "section_editor": {},
            "editor": {},
            "auditor": {},
        }.items()
    }

    assert tasks == {
        "translator": [("translate", draft)],
        "section_editor": [],
        "editor": [("publish", ready), ("edit", draft)],
        "auditor": [],
    }


def test_a_section_editor_sees_the_drafts_of_the_section():
    journal = a_journal()
    section = Section.objects.create(journal=journal, title_kk="Тау")
    draft = an_article(journal, section_id=section.pk, doi="10.5555/1")
    an_article(journal, doi="10.5555/2")
    client = Client()
    user = a_member(journal, "section_editor")
    user.memberships.get().sections.add(section)
    client.force_login(user)

    rows = client.get(reverse("admin:index")).context["waiting"]

    assert [(row.task.value, row.article) for row in rows] == [("edit", draft)]


def test_missing_texts_are_named_by_their_language():
    journal = a_journal()
    an_article(journal, title={"kk": "Дала"})

    (of_editor,) = dashboard(journal, "editor")["waiting"]
    (of_translator,) = dashboard(journal, "translator", languages=["en"])["waiting"]

    assert of_editor.missing == [("ru", "Русский"), ("en", "English")]
    assert of_translator.missing == [("en", "English")]
    assert of_editor.article.title_language == "kk"


def test_more_tasks_than_the_page_shows_are_counted_and_linked():
    journal = a_journal()
    for number in range(11):
        an_article(journal, doi=f"10.5555/{number}")
    client = Client()
    client.force_login(a_member(journal, "editor"))

    response = client.get(reverse("admin:index"))

    assert (response.context["waiting_count"], len(response.context["waiting"])) == (11, 10)
    assert "?turn=mine" in response.content.decode()


def test_coming_issues_show_their_progress_and_deliveries_when_they_are_due():
    journal = a_journal()
    issue = an_issue(journal, published_on=None, planned_on=date(2020, 1, 1))
    an_article(journal, issue_id=issue.pk, first_page="", last_page="", doi="", abstract={})
    an_article(journal, issue_id=issue.pk, status="ready")
    delivery = Delivery.objects.create(issue=issue, receiver="Кітап палатасы")

    context = dashboard(journal, "auditor")

    (coming,) = context["coming_issues"]
    assert (coming.issue, coming.issue.article_count) == (issue, 2)
    assert [bar.count for bar in coming.progress()] == [1, 1, 1, 1]
    assert coming.days_left < 0
    assert context["deliveries"] == [delivery]


def test_files_of_issues_that_are_not_made_yet_are_shown_to_those_who_arrange():
    journal = a_journal()
    issue = an_issue(journal, published_on=None)
    asked_at = timezone.now() - timedelta(minutes=11)
    waits = IssueFile.objects.create(issue=issue, kind="pdf", asked_at=asked_at)
    IssueFile.objects.create(issue=issue, kind="zip", asked_at=asked_at, state="made")
    failed = IssueFile.objects.create(
        issue=issue, kind="docx", asked_at=timezone.now(), state="failed"
    )

    shown = dashboard(journal, "editor")["issue_files"]

    assert shown == [waits, failed]
    assert [file.is_late for file in shown] == [True, False]
    assert dashboard(journal, "auditor")["issue_files"] == []


def test_an_issue_without_articles_has_no_progress():
    journal = a_journal()
    an_issue(journal, published_on=None)

    (coming,) = dashboard(journal, "editor")["coming_issues"]

    assert [bar.count for bar in coming.progress()] == [0, 0, 0, 0]


def test_articles_changed_since_their_release_wait_for_those_who_may_release():
    article = a_public_article()
    record = msgspec.structs.replace(working_record(article), title={"kk": "Басқа"})
    save_article(record, article=article)
    a_public_article(article.journal, doi="10.5555/same")

    context = dashboard(article.journal, "editor")

    assert [(row.task.value, row.article) for row in context["waiting"]] == [("release", article)]
    assert context["states"] == [("due", "to be sent", 2)]
    assert waiting(article.journal, "auditor") == []


def test_tables_stand_in_groups_and_none_is_left_out():
    grouped = [name for _group, names in MODEL_GROUPS for name in names]
    registered = [model.__name__ for model in admin.site._registry]

    assert sorted(grouped) == sorted(registered)


def test_charts_give_their_numbers_as_text_too():
    article = an_article(title={"kk": "Дала"})

    client = Client()
    client.force_login(a_member(article.journal, "auditor"))

    response = client.get(reverse("admin:index"))

    charts, page = response.context["charts"], response.content.decode()

    assert [chart.description for chart in charts] == [
        "0–30: 0; 31–60: 1; 61–90: 0; 91–180: 0; > 180: 0",
        "Kazakh: 1; Russian: 0; English: 0",
        "Kazakh: 1; Russian: 0; English: 0",
    ]
    assert page.count('<svg viewBox="0 0 420') == 3
    assert 'aria-label="0–30: 0; 31–60: 1; 61–90: 0; 91–180: 0; &gt; 180: 0"' in page


@pytest.mark.parametrize("count", [1, 300])
def test_the_start_page_takes_the_same_queries_for_any_number(count, django_assert_num_queries):
    journal = a_journal()
    a_public_article(journal, doi="10.5555/public", abstract=a_record().abstract)
    for number in range(min(count, 3)):
        issue = an_issue(journal, number=str(number), published_on=None)
        Delivery.objects.create(issue=issue, receiver="Кітап палатасы")
        IssueFile.objects.create(issue=issue, kind="pdf", asked_at=timezone.now())
    Article.objects.bulk_create(
        Article(journal=journal, issue=issue, language="kk", title_kk="Дала")
        for _one in range(count)
    )
    client = Client()
    client.force_login(a_member(journal, "editor"))

    with django_assert_num_queries(15):
        client.get(reverse("admin:index"))


def an_answered_proof(article, **answer):
    proof = Proof.objects.create(
        article=article,
        author="Ұ. Төлегенова",
        language="kk",
        digest=answer.pop("digest", "x"),
        expires_at=timezone.now() + timedelta(days=3),
    )
    if answer:
        Proof.objects.filter(pk=proof.pk).update(**answer)
    return proof


def test_an_authors_remarks_are_a_task_until_they_are_marked_as_read():
    journal = a_journal()
    article = an_article(journal, status="ready")
    proof = an_answered_proof(article)
    before = waiting(journal, "editor")
    for text in ("Бір", "Екі"):
        proof.remarks.create(field="title", text=text, version=1)
    client = Client()
    client.force_login(a_member(journal, "chief_editor"))

    page = client.get(reverse("admin:index"))
    address = reverse("admin:articles_article_proof", args=[article.pk])
    offered = 'name="read"' in client.get(address).text
    client.post(address, {"read": proof.pk})
    after = client.get(reverse("admin:index")).context["waiting"]
    proof.remarks.create(field="title", text="Үш", version=1)
    later = client.get(reverse("admin:index")).context["waiting"]

    assert before == [("publish", article)]
    assert [row.task.value for row in page.context["waiting"]] == ["answer"]
    assert "2 remarks on the proof by Ұ. Төлегенова." in page.text
    assert offered
    assert [row.task.value for row in after] == ["publish"]
    assert [row.task.value for row in later] == ["answer"]


def test_a_confirmation_is_an_answer_and_an_open_proof_is_none():
    journal = a_journal()
    confirmed = an_article(journal, doi="10.5555/1")
    silent = an_article(journal, doi="10.5555/2")
    later = timezone.now() + timedelta(minutes=1)
    an_answered_proof(confirmed, confirmed_at=later, confirmed_version=1)
    an_answered_proof(silent, digest="y")

    assert waiting(journal, "editor") == [("answer", confirmed), ("edit", silent)]
    assert waiting(journal, "auditor") == []


def test_manuscripts_that_were_read_wait_for_those_who_may_edit():
    journal = a_journal()
    facts = {"journal": journal, "path": "x", "size": 1, "checksum": "x"}
    for number in range(7):
        Manuscript.objects.create(name=f"{number}.docx", state="read", **facts)
    Manuscript.objects.create(name="waiting.docx", state="waiting", **facts)
    Manuscript.objects.create(name="saved.docx", state="saved", **facts)

    editor = dashboard(journal, "editor")

    assert [row.name for row in editor["manuscripts"]] == [f"{n}.docx" for n in (6, 5, 4, 3, 2)]
    assert (editor["manuscript_count"], editor["task_count"]) == (7, 7)
    assert dashboard(journal, "translator", languages=["ru"])["task_count"] == 0
    assert dashboard(journal, "auditor")["manuscripts"] == []
