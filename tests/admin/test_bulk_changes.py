"""Bulk changes of chosen articles: asked for, previewed, applied article by article, reported."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import msgspec
import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.dois import queue_articles
from articles.editing import save_article, working_record
from articles.models import Article, Deposit, Organisation, Revision, Section
from articles.records.languages import text
from tests.factories import (
    a_depositing_journal,
    a_journal,
    a_member,
    a_public_article,
    a_record,
    an_article,
    an_issue,
)

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_article_changelist")
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.fixture
def journal():
    return a_depositing_journal(doi_pattern="{year}-{id}")


def signed_in(journal, role="chief_editor", sections=()):
    client = Client()
    user = a_member(journal, role, languages=["ru"])
    user.memberships.get().sections.set(sections)
    client.force_login(user)
    return client


def address(name):
    return reverse("admin:articles_article_bulk", args=[name])


def choose(client, name, *articles, query=""):
    keys = [article.pk for article in articles]
    return client.post(LIST + query, {"action": name, "_selected_action": keys})


def preview(client, name, *articles, **values):
    """The preview of the chosen articles; a change that asks nothing shows it at once."""
    page = choose(client, name, *articles)
    if not values:
        return page
    sent = {"selection": page.context["selection"].token(), "do": "preview", **values}
    return client.post(address(name), sent)


def apply(client, page):
    token = page.context["selection"].token()
    sent = {"selection": token, "do": "apply"}
    return client.post(address(page.context["change"].name), sent)


def change(client, name, *articles, **values):
    """The report."""
    return apply(client, preview(client, name, *articles, **values))


def lines(page):
    """In the order in which the articles were made; the list has the latest first."""
    planned = sorted(page.context["planned_changes"], key=lambda one: one.article.pk)
    return [(one.before, one.after, one.skipped) for one in planned]


def skipped(report):
    return {line.article.pk: line.skipped for line in report.context["skipped"]}


def done(report):
    return sorted(line.article.pk for line in report.context["done"])


def record(article):
    return working_record(Article.objects.select_related("journal").get(pk=article.pk))


def test_a_licence_is_previewed_then_saved_in_each_article(journal):
    first = an_article(journal, doi="10.5555/1")
    second = an_article(journal, doi="10.5555/2", licence=CC0)
    client = signed_in(journal)

    shown = preview(client, "change_licence", first, second, licence=CC0)
    before = Revision.objects.count()
    report = apply(client, shown)

    assert lines(shown) == [
        ("Licence: –", "Licence: CC0 1.0", ""),
        ("", "", "It is so already."),
    ]
    assert (before, Revision.objects.count()) == (2, 3)
    assert record(first).licence == CC0
    assert (done(report), skipped(report)) == ([first.pk], {second.pk: "It is so already."})
    assert Revision.objects.latest("pk").editor.username == "chief_editor"


def test_what_is_chosen_and_what_is_asked_changes_nothing(journal):
    article = an_article(journal)
    client = signed_in(journal)

    asked = choose(client, "change_licence", article, query="?status__exact=draft")
    preview(client, "change_licence", article, licence=CC0)

    assert (asked.context["planned_changes"], asked.context["form"].errors) == (None, {})
    assert asked.context["selection"].back == "status__exact=draft"
    assert Revision.objects.count() == 1


def test_all_articles_of_the_filtered_list_can_be_chosen(journal):
    draft = an_article(journal, doi="10.5555/1")
    an_article(journal, doi="10.5555/2", status="ready")
    client = signed_in(journal)
    sent = {"action": "change_licence", "_selected_action": [draft.pk], "select_across": "1"}

    page = client.post(f"{LIST}?status__exact=draft", sent)

    assert page.context["selection"].keys == (draft.pk,)


def test_more_articles_than_a_change_may_have_are_refused(journal, monkeypatch):
    from articles.admin.article.bulk import pages

    monkeypatch.setattr(pages, "MOST_ARTICLES", 1)
    articles = [an_article(journal, doi=f"10.5555/{number}") for number in range(2)]

    response = choose(signed_in(journal), "make_ready", *articles)

    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert said == ["Choose at most 1 articles at once."]
    assert {record(article).status for article in articles} == {"draft"}


def test_an_article_changed_since_the_preview_is_told_and_the_others_are_saved(journal):
    first = an_article(journal, doi="10.5555/1")
    second = an_article(journal, doi="10.5555/2")
    client = signed_in(journal)
    shown = preview(client, "change_licence", first, second, licence=CC0)
    save_article(a_record(doi="10.5555/1", title=text("Олардікі")), article=first)

    report = apply(client, shown)

    assert skipped(report) == {first.pk: "It was changed since the preview."}
    assert done(report) == [second.pk]
    assert (record(first).title, record(first).licence) == ({"kk": "Олардікі"}, "")
    assert record(second).licence == CC0
    again = report.context["again"]
    page = client.post(
        address("change_licence"), {"selection": again.token(), "do": "preview", "licence": CC0}
    )
    assert done(apply(client, page)) == [first.pk]
    assert (record(first).title, record(first).licence) == ({"kk": "Олардікі"}, CC0)


def test_what_another_editor_saves_while_it_is_applied_is_kept(journal, monkeypatch):
    from articles.admin.article.bulk import edits

    article = an_article(journal)
    client = signed_in(journal)
    shown = preview(client, "make_ready", article)
    save = edits.save_article

    def save_after_another(ready, **named):
        save(a_record(title=text("Олардікі")), article=article)
        return save(ready, **named)

    monkeypatch.setattr(edits, "save_article", save_after_another)
    report = apply(client, shown)

    assert done(report) == [article.pk]
    assert (record(article).title, record(article).status) == ({"kk": "Олардікі"}, "ready")


def test_a_conflict_while_it_is_applied_is_told_and_stops_no_other(journal, monkeypatch):
    from articles.admin.article.bulk import edits

    first = an_article(journal, doi="10.5555/1")
    second = an_article(journal, doi="10.5555/2")
    client = signed_in(journal)
    shown = preview(client, "change_licence", first, second, licence=CC0)
    save = edits.save_article

    def save_after_another(changed, **named):
        if changed.doi == "10.5555/1":
            theirs = a_record(doi="10.5555/1", licence="https://example.org/l")
            save(theirs, article=first)
        return save(changed, **named)

    monkeypatch.setattr(edits, "save_article", save_after_another)
    report = apply(client, shown)

    reason = "Another editor changed the same fields. Choose which text to keep."
    assert (skipped(report), done(report)) == ({first.pk: reason}, [second.pk])
    assert record(first).licence == "https://example.org/l"


@pytest.mark.parametrize("spoilt", ["", "x", "another editor's", "another change"])
def test_a_selection_that_is_not_the_editors_own_changes_nothing(journal, spoilt):
    article = an_article(journal)
    client = signed_in(journal)
    other = signed_in(journal, "editor")
    shown = preview(client, "make_ready", article)
    token = shown.context["selection"].token()
    if spoilt == "another editor's":
        token = preview(other, "make_ready", article).context["selection"].token()
    name = "make_draft" if spoilt == "another change" else "make_ready"
    sent = {"selection": {"x": "x", "": ""}.get(spoilt, token), "do": "apply"}

    response = client.post(address(name), sent)

    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert (response.status_code, response.url) == (302, LIST)
    assert said == ["This selection is too old. Choose the articles again; nothing was changed."]
    assert record(article).status == "draft"


def test_a_change_needs_its_preview_first(journal):
    article = an_article(journal)
    client = signed_in(journal)
    asked = choose(client, "change_licence", article)
    sent = {"selection": asked.context["selection"].token(), "do": "apply", "licence": CC0}

    page = client.post(address("change_licence"), sent)

    assert (page.context["planned_changes"], record(article).licence) == (None, "")


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


def test_only_the_dates_that_are_typed_change(journal):
    article = an_article(journal)

    shown = preview(signed_in(journal), "change_dates", article, accepted_on="2024-03-01")

    assert lines(shown) == [("Accepted: 20 February 2024", "Accepted: 1 March 2024", "")]


def test_dates_in_a_wrong_order_are_skipped_with_the_reason(journal):
    article = an_article(journal)
    reason = "accepted (01.01.2024) is before “received” (15.01.2024)."

    shown = preview(signed_in(journal), "change_dates", article, accepted_on="2024-01-01")

    assert lines(shown) == [("", "", reason)]


def test_a_printed_article_may_get_odd_dates_and_the_editor_is_told(journal):
    article = a_public_article(journal)
    client = signed_in(journal)

    shown = preview(client, "change_dates", article, accepted_on="2024-01-01")
    report = apply(client, shown)

    (line,) = shown.context["planned_changes"]
    assert line.note == "accepted (01.01.2024) is before “received” (15.01.2024)."
    assert record(article).accepted_on == date(2024, 1, 1)
    assert report.context["release"].keys == (article.pk,)


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"received_on": ""}, ["__all__"]),
        ({"received_on": "yesterday"}, ["received_on"]),
        ({"published_on": "2999-01-01"}, ["published_on"]),
    ],
)
def test_dates_that_cannot_be_are_asked_for_again(journal, values, errors):
    page = preview(signed_in(journal), "change_dates", an_article(journal), **values)

    assert list(page.context["form"].errors) == errors
    assert page.context["planned_changes"] is None


def test_missing_dois_are_assigned_as_previewed(journal):
    issue = an_issue(journal)
    without = an_article(journal, doi="", issue_id=issue.pk)
    has = an_article(journal, doi="10.5555/has")
    client = signed_in(journal)

    shown = preview(client, "mint_dois", without, has)
    apply(client, shown)

    doi = f"10.5555/2024-{without.pk}"
    assert lines(shown) == [
        ("–", doi, ""),
        ("", "", "The article already has the DOI 10.5555/has."),
    ]
    assert (record(without).doi, record(has).doi) == (doi, "10.5555/has")


def test_a_pattern_changed_since_the_preview_assigns_nothing(journal):
    article = an_article(journal, doi="", issue_id=an_issue(journal).pk)
    client = signed_in(journal)
    shown = preview(client, "mint_dois", article)
    journal.doi_pattern = "other-{id}"
    journal.save()

    report = apply(client, shown)

    assert skipped(report) == {article.pk: "It was changed since the preview."}
    assert record(article).doi == ""


def test_articles_are_sent_to_crossref_in_one_file_and_others_are_told(journal):
    first = a_public_article(journal, doi="10.5555/1")
    second = a_public_article(journal, doi="10.5555/2")
    draft = an_article(journal, doi="10.5555/3")
    elsewhere = a_public_article(journal, doi="10.5555/4")
    Article.objects.filter(pk=elsewhere.pk).update(doi_state="elsewhere")
    client = signed_in(journal)

    report = change(client, "send_to_crossref", first, second, draft, elsewhere)
    again = preview(client, "send_to_crossref", first)

    assert done(report) == [first.pk, second.pk]
    assert skipped(report) == {
        draft.pk: "Status: draft.",
        elsewhere.pk: "Its DOI is registered elsewhere; send it from its own page if it is yours.",
    }
    (deposit,) = Deposit.objects.all()
    assert deposit.records.count() == 2
    assert lines(again) == [("", "", "It is in the queue already.")]


def test_what_crossref_would_refuse_is_skipped_with_the_reason():
    journal = a_journal(doi_prefix="10.5555")
    article = a_public_article(journal)

    shown = preview(signed_in(journal), "send_to_crossref", article)

    (line,) = shown.context["planned_changes"]
    assert "depositor" in line.skipped
    assert queue_articles(Article.objects.all()).deposits == ()


def test_ready_articles_are_published_and_blocked_ones_are_told(journal):
    complete = an_article(journal, doi="10.5555/1")
    bare = an_article(journal, doi="10.5555/2", title={"kk": "Бір"})
    public = a_public_article(journal, doi="10.5555/3")

    report = change(
        signed_in(journal), "publish", complete, bare, public, published_on="2024-03-29"
    )

    complete.refresh_from_db()
    assert (complete.status, complete.published_on) == ("published", date(2024, 3, 29))
    assert done(report) == [complete.pk]
    told = skipped(report)
    assert told[public.pk] == "Status: published."
    assert told[bare.pk].startswith("Title: The title is missing.")


def test_the_date_of_the_common_issue_is_proposed(journal):
    issue = an_issue(journal, published_on=date(2019, 5, 6))
    article = an_article(journal, issue_id=issue.pk)

    page = choose(signed_in(journal), "publish", article)

    assert page.context["form"]["published_on"].value() == date(2019, 5, 6)


def test_changes_are_released_and_articles_without_any_are_told(journal):
    changed = a_public_article(journal, doi="10.5555/1")
    same = a_public_article(journal, doi="10.5555/2")
    title = {**working_record(changed).title, "kk": "Басқа"}
    save_article(msgspec.structs.replace(working_record(changed), title=title), article=changed)

    report = change(signed_in(journal), "release", changed, same)

    changed.refresh_from_db()
    assert done(report) == [changed.pk]
    assert skipped(report) == {same.pk: "Readers see the latest version."}
    assert changed.released.record.title["kk"] == "Басқа"
    assert changed.released.record.published_on == date(2024, 3, 29)


def test_an_export_is_an_archive_with_a_file_for_each_article(journal):
    public = a_public_article(journal, doi="10.5555/1")
    draft = an_article(journal, doi="10.5555/2")
    client = signed_in(journal, "auditor")

    shown = preview(client, "export_zip", public, draft, format="jats", text="released")
    response = apply(client, shown)

    with ZipFile(BytesIO(b"".join(response.streaming_content))) as archive:
        names, listed = archive.namelist(), archive.read("contents.txt").decode()
    assert response["Content-Disposition"] == 'attachment; filename="articles-jats.zip"'
    assert names == [f"{public.pk}.xml", "contents.txt"]
    assert set(listed.splitlines()) == {
        f"{public.pk}.xml\tДала өсімдіктері",
        "–\tДала өсімдіктері\tStatus: draft.",
    }


def test_drafts_are_exported_as_last_saved(journal):
    draft = an_article(journal, title=text("Жоба", "Проект", "Draft"))
    client = signed_in(journal)

    shown = preview(client, "export_zip", draft, format="record", text="latest")
    response = apply(client, shown)

    with ZipFile(BytesIO(b"".join(response.streaming_content))) as archive:
        assert "Жоба" in archive.read(f"{draft.pk}.json").decode()


VALUES = {
    "make_ready": {},
    "change_section": {"section": "own"},
    "change_licence": {"licence": CC0},
    "change_dates": {"accepted_on": "2024-03-01"},
    "set_organisation": {"organisation": "organisation"},
    "mint_dois": {},
    "publish": {"published_on": "2024-03-29"},
    "release": {},
    "send_to_crossref": {},
    "export_zip": {"format": "jats", "text": "latest"},
}
QUERIES = {
    "make_ready": 10,
    "change_section": 14,
    "change_licence": 10,
    "change_dates": 10,
    "set_organisation": 14,
    "mint_dois": 12,
    "publish": 11,
    "release": 11,
    "send_to_crossref": 11,
    "export_zip": 10,
}


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("name", VALUES)
def test_a_preview_takes_the_same_queries_for_any_number_of_articles(journal, name, count):
    client, articles, values = many(journal, name, count)
    page = choose(client, name, *articles)
    sent = {"selection": page.context["selection"].token(), "do": "preview", **values}

    with CaptureQueriesContext(connection) as queries:
        shown = client.post(address(name), sent)

    assert len(shown.context["planned_changes"]) == count
    assert shown.context["count"] == count
    assert len(queries) == QUERIES[name]


def many(journal, name, count):
    """So many articles that the change applies to, in one issue and one section."""
    section = Section.objects.create(journal=journal, title_kk="А")
    issue = an_issue(journal)
    is_public = name in ("release", "send_to_crossref")
    make = a_public_article if is_public else an_article
    articles = []
    for number in range(count):
        doi = "" if name == "mint_dois" else f"10.5555/{number}"
        pages = {"first_page": str(10 * number + 1), "last_page": str(10 * number + 10)}
        article = make(journal, doi=doi, issue_id=issue.pk, position=number + 1, **pages)
        if name == "release":
            saved = msgspec.structs.replace(working_record(article), edn="ABCDEF")
            article = save_article(saved, article=article).article
        articles.append(article)
    organisation = Organisation.objects.create(name_kk="Дала университеті")
    keys = {"own": section.pk, "organisation": organisation.pk}
    values = {key: keys.get(value, value) for key, value in VALUES[name].items()}
    return signed_in(journal), articles, values


QUERIES_OF_A_SAVE = {
    "change_licence": 12,
    "set_organisation": 15,
    "mint_dois": 22,
    "publish": 40,
    "send_to_crossref": 6,
}


@pytest.mark.parametrize("name", QUERIES_OF_A_SAVE)
def test_saving_takes_a_bounded_number_of_queries_for_each_article(journal, name):
    client, articles, values = many(journal, name, 6)
    counts = []
    for chosen in (articles[:1], articles[1:3], articles[3:]):
        shown = preview(client, name, *chosen, **values)
        with CaptureQueriesContext(connection) as queries:
            report = apply(client, shown)
        assert len(done(report)) == len(chosen)
        counts.append(len(queries))

    one, two, three = counts
    assert max(two - one, three - two) <= QUERIES_OF_A_SAVE[name]


def test_a_preview_of_300_articles_takes_the_queries_of_one(journal):
    client, articles, values = many(journal, "change_licence", 300)
    page = choose(client, "change_licence", *articles)
    sent = {"selection": page.context["selection"].token(), "do": "preview", **values}

    with CaptureQueriesContext(connection) as queries:
        shown = client.post(address("change_licence"), sent)

    assert (shown.context["count"], len(queries)) == (300, QUERIES["change_licence"])
