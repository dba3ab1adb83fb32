"""A journal at work: something on every page of the office."""

from __future__ import annotations

import msgspec

from articles.dois import queue_articles
from articles.editing import save_article, working_record
from articles.intake.ojs.uploads.article_jobs import FileReport, FilesPlan
from articles.models import (
    Article,
    Author,
    Contacts,
    Delivery,
    Journal,
    OjsImport,
    Organisation,
    Section,
)
from articles.people import PEOPLE, keep_apart, merge_rows
from tests.factories import a_depositing_journal, a_public_article, an_article, an_issue


def an_office() -> Journal:
    """Return a journal with articles of every state, people, a merge, a delivery and an import."""
    journal = a_depositing_journal()
    section = Section.objects.create(journal=journal, title_kk="Дала")
    issue = an_issue(journal, published_on=None)
    place = {"section_id": section.pk, "issue_id": issue.pk}
    an_article(journal, doi="10.5555/draft", title={"kk": "Жоба"}, **place)
    an_article(journal, doi="10.5555/ready", status="ready", **place)
    changed = a_public_article(journal, doi="10.5555/changed", **place)
    queue_articles(Article.objects.filter(pk=changed.pk))
    newer = msgspec.structs.replace(working_record(changed), udc=("502.7",))
    save_article(newer, article=changed, base=changed.version)
    Article.objects.filter(pk=changed.pk).update(deposit_state="failed")
    Delivery.objects.create(issue=issue, receiver="Кітап палатасы")
    people = [Author.objects.create(family_name_kk="Сынақов", given_name_kk="Н.") for _ in range(4)]
    merge_rows(PEOPLE, people[0].pk, [people[1].pk])
    keep_apart(PEOPLE, [people[0].pk, people[2].pk])
    for _number in range(2):
        Organisation.objects.create(name_kk="Дала университеті")
    an_import_with_a_plan(journal)
    a_board(journal)
    return journal


def a_board(journal: Journal) -> None:
    """With a member, contacts and a database that indexes the journal."""
    group = journal.board_groups.create(title_kk="Бас редактор")
    group.members.create(name_kk="Үлгіева Айгерім", duties_kk="Шағымдар")
    Contacts.objects.create(journal=journal, address_kk="Ойдым", phones="+7 700")
    journal.mail_texts.create(kind="proof", subject_kk="{journal}")
    journal.indexed_in.create(name_en="Index", url="https://example.org/")


def an_import_with_a_plan(journal: Journal) -> None:
    """With links to an article here and to the page for exports of OJS."""
    article = Article.objects.get(doi="10.5555/ready")
    kept = FileReport(name="a.json", kept=((article.pk, str(article)),))
    plan = FilesPlan(files=(kept, FileReport(name="b.xml", is_ojs=True)))
    OjsImport.objects.create(
        journal=journal, kind="articles", state="planned", plan=msgspec.json.encode(plan).decode()
    )
