"""Many articles sent to Crossref, published, released and exported at once."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import msgspec
import pytest

from articles.dois import queue_articles
from articles.editing import save_article, working_record
from articles.models import Article, Deposit
from articles.records.languages import text
from tests.admin.bulk import apply, change, choose, done, lines, preview, signed_in, skipped
from tests.factories import a_depositing_journal, a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_depositing_journal(doi_pattern="{year}-{id}")


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
    assert told[bare.pk].startswith("Title (Русский): The title is missing.")


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
