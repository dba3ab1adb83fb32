"""Bulk changes within the editor's journal and sections."""

import pytest

from articles.editing import save_article
from articles.models import Section
from tests.admin.bulk import CC0, apply, change, choose, done, preview, record, signed_in, skipped
from tests.factories import a_depositing_journal, a_journal, a_record, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_depositing_journal(doi_pattern="{year}-{id}")


def test_a_section_editor_changes_articles_of_the_own_sections_only(journal):
    own, foreign = (Section.objects.create(journal=journal, title_kk=name) for name in "АБ")
    mine = an_article(journal, doi="10.5555/1", section_id=own.pk)
    theirs = an_article(journal, doi="10.5555/2", section_id=foreign.pk)
    client = signed_in(journal, "section_editor", [own])

    shown = preview(client, "change_licence", mine, theirs, licence=CC0)
    offered = choose(client, "change_section", mine).context["form"].fields["section"].queryset
    apply(client, shown)

    assert [line.article for line in shown.context["planned_changes"]] == [mine]
    assert list(offered) == [own]
    assert (record(mine).licence, record(theirs).licence) == (CC0, "")


def test_an_article_that_left_the_editors_sections_since_is_told(journal):
    own, foreign = (Section.objects.create(journal=journal, title_kk=name) for name in "АБ")
    article = an_article(journal, section_id=own.pk)
    client = signed_in(journal, "section_editor", [own])
    shown = preview(client, "change_licence", article, licence=CC0)
    save_article(a_record(section_id=foreign.pk), article=article)

    report = apply(client, shown)

    assert (report.context["lost"], done(report)) == (1, [])
    assert record(article).licence == ""


def test_a_role_may_change_one_journal_and_only_look_at_another(journal):
    other = a_journal(slug="other")
    mine = an_article(journal, doi="10.5555/1")
    seen = an_article(other, doi="10.5555/2")
    client = signed_in(journal)
    user = journal.memberships.get().user
    user.memberships.create(journal=other, role="auditor")

    report = change(client, "change_licence", mine, seen, licence=CC0)

    assert done(report) == [mine.pk]
    assert skipped(report) == {seen.pk: "You do not have permission to change this."}


def test_articles_of_another_journal_stay_out_of_section_and_issue(journal):
    section = Section.objects.create(journal=journal, title_kk="А")
    issue = an_issue(journal)
    mine = an_article(journal, doi="10.5555/1")
    other = a_journal(slug="other")
    abroad = an_article(other, doi="10.5555/2")
    client = signed_in(journal)
    journal.memberships.get().user.memberships.create(journal=other, role="editor")

    moved = change(client, "change_section", mine, abroad, section=section.pk)
    added = change(client, "assign_issue", mine, abroad, issue=issue.pk)

    reason = {abroad.pk: "It belongs to another journal."}
    assert (skipped(moved), skipped(added)) == (reason, reason)
    assert (record(mine).section_id, record(mine).issue_id) == (section.pk, issue.pk)
    assert (record(abroad).section_id, record(abroad).issue_id) == (None, None)
