"""Uploads: a file is chosen once, even if the form is refused."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.admin.article.form.row_sets import GalleyRowSet
from articles.editing import files, save_article, uploads, working_record
from articles.models import Article
from articles.records.languages import text
from tests.admin.test_article_form import ADD, as_sent, posted
from tests.factories import a_journal, a_member, a_record, an_article

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 small"
GONE = "The file you chose earlier is no longer stored. Choose it again, or save without it."


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def a_file(name="мақала.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def a_row(**changes):
    row = {"language": "kk", "kind": "pdf", **changes}
    return {"galleys-TOTAL_FORMS": "1", **{f"galleys-0-{name}": one for name, one in row.items()}}


def first_row(page):
    return page.context["rows"]["galleys"].forms[0]


def galleys_of(article):
    return [(one.name, one.size, one.path) for one in working_record(article).galleys]


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_a_form_shown_again_with_errors_keeps_its_file(editor, tmp_path):
    form = posted(journal=a_journal().pk, received_on="yesterday", **a_row(upload=a_file()))

    refused = editor.post(ADD, form)
    again = editor.post(
        ADD, {**posted(journal=form["journal"]), **as_sent(refused), "received_on": ""}
    )

    article = Article.objects.get()
    ((name, size, path),) = galleys_of(article)
    assert "uploaded, not saved yet: <b>мақала.pdf</b> <small>14 bytes</small>" in refused.text
    assert (again.status_code, name, size) == (302, "мақала.pdf", 14)
    assert path.startswith("galleys/")
    assert (tmp_path / path).read_bytes() == PDF


def test_adding_a_row_keeps_the_file(editor):
    form = posted(journal=a_journal().pk, _rows="authorships", **a_row(upload=a_file()))

    page = editor.post(ADD, form)

    assert first_row(page).stored_file.name == "мақала.pdf"


def test_a_new_upload_replaces_the_stored_one(editor):
    article = an_article()
    typed = {**as_sent(editor.get(change(article))), "received_on": "yesterday"}
    refused = editor.post(change(article), {**typed, **a_row(upload=a_file())})

    sent = {**as_sent(refused), "received_on": "", "galleys-0-upload": a_file("other.pdf")}
    editor.post(change(article), sent)

    article.refresh_from_db()
    assert [name for name, _size, _path in galleys_of(article)] == ["other.pdf"]


def test_a_stored_upload_replaces_a_file_of_the_article(editor):
    article = an_article()
    typed = as_sent(editor.get(change(article)))
    editor.post(change(article), {**typed, **a_row(upload=a_file("first.pdf"))})
    article.refresh_from_db()
    (key,) = (one.id for one in working_record(article).galleys)
    typed = {**as_sent(editor.get(change(article))), "received_on": "yesterday"}

    refused = editor.post(change(article), {**typed, "galleys-0-upload": a_file("second.pdf")})
    editor.post(change(article), {**as_sent(refused), "received_on": ""})

    article.refresh_from_db()
    assert [(one.id, one.name) for one in working_record(article).galleys] == [(key, "second.pdf")]


def test_a_conflict_keeps_the_file_until_it_is_resolved(editor, tmp_path):
    article = an_article()
    typed = as_sent(editor.get(change(article)))
    save_article(a_record(title=text("Олардікі", "Растения степи", "Steppe")), article=article)

    conflict = editor.post(
        change(article), {**typed, "title_kk": "Менікі", **a_row(upload=a_file())}
    )
    before = list(tmp_path.glob("galleys/**/*.pdf"))
    editor.post(
        reverse("admin:articles_article_conflict", args=[article.pk]),
        {"pending": conflict.context["pending"], "choice:title.kk": "mine"},
    )

    article.refresh_from_db()
    ((name, _size, path),) = galleys_of(article)
    assert (conflict.status_code, before, name) == (409, [], "мақала.pdf")
    assert (tmp_path / path).read_bytes() == PDF


@pytest.mark.parametrize("token", ["", "a:b:c", "9" * 5000])
def test_an_invalid_upload_token_is_an_error_once_and_then_dropped(editor, token):
    form = posted(journal=a_journal().pk, **a_row(token=token))

    refused = editor.post(ADD, form)

    if not token:
        assert refused.status_code == 302
        return
    assert first_row(refused).errors["upload"] == [GONE]
    assert editor.post(ADD, {**form, **as_sent(refused)}).status_code == 302


def test_a_form_opened_before_the_token_was_renamed_keeps_its_file(editor):
    form = posted(journal=a_journal().pk, received_on="yesterday", **a_row(upload=a_file()))
    token = first_row(editor.post(ADD, form))["token"].value()

    saved = editor.post(ADD, posted(journal=form["journal"], **a_row(kept=token)))

    assert saved.status_code == 302
    assert galleys_of(Article.objects.get())


def test_an_upload_token_is_valid_for_its_editor_and_article_only(editor):
    journal = a_journal()
    article = an_article(journal)
    typed = {**as_sent(editor.get(change(article))), "received_on": "yesterday"}
    refused = editor.post(change(article), {**typed, **a_row(upload=a_file())})
    row = a_row(token=first_row(refused)["token"].value())
    other, stranger = an_article(journal, doi="10.5555/other"), Client()
    stranger.force_login(a_member(journal, "editor"))

    elsewhere = editor.post(change(other), {**as_sent(editor.get(change(other))), **row})
    by_another = stranger.post(change(article), {**as_sent(stranger.get(change(article))), **row})

    assert first_row(elsewhere).errors["upload"] == [GONE]
    assert first_row(by_another).errors["upload"] == [GONE]


def test_a_stored_upload_that_was_removed_must_be_chosen_again(editor):
    form = posted(journal=a_journal().pk, received_on="yesterday", **a_row(upload=a_file()))
    refused = editor.post(ADD, form)
    uploads.delete_expired_uploads(timezone.localdate() + timedelta(days=uploads.DAYS + 1))
    sent = {**posted(journal=form["journal"]), **as_sent(refused), "received_on": ""}

    gone = editor.post(ADD, sent)

    assert first_row(gone).errors["upload"] == [GONE]
    assert first_row(gone)["token"].value() == ""


def test_a_file_too_large_or_of_another_kind_is_not_stored(editor, monkeypatch, tmp_path):
    monkeypatch.setattr(files, "FILE_BYTES", 2**20)
    journal = a_journal()
    uploads = [a_file("large.pdf", PDF + b" " * 2**20), a_file("virus.pdf", b"MZ")]

    answers = [editor.post(ADD, posted(journal=journal.pk, **a_row(upload=one))) for one in uploads]

    assert [first_row(answer).errors["upload"] for answer in answers] == [
        [
            "“large.pdf” is larger than 1 MB. Make the pictures smaller, or split the file. "
            "Put data sets in a repository and add a link."
        ],
        ["“virus.pdf” is not a PDF file."],
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../../evil.pdf", "...", "a/b\\c.pdf", "x" * 300 + ".pdf"])
def test_a_stored_upload_stays_in_its_folder_whatever_its_name(name):
    kept = uploads.store_upload(a_file(name))

    assert Path(kept.path).parts[0] == "unconfirmed"
    assert kept.exists()


@pytest.mark.parametrize(
    ("typed", "is_blank"),
    [
        ({"language": "ru", "kind": "xml", "order": "2"}, True),
        ({"token": ""}, True),
        ({"id": "7"}, False),
        ({"upload": a_file()}, False),
    ],
)
def test_a_row_without_a_file_is_blank_and_not_saved(typed, is_blank):
    files = {"galleys-0-upload": typed["upload"]} if "upload" in typed else {}
    sent = {**a_row(**typed), "galleys-INITIAL_FORMS": "1"}
    rows = GalleyRowSet(sent, files, prefix="galleys")
    assert rows.is_valid()
    (row,) = rows.forms

    assert row.is_blank() is is_blank
    assert rows.active_rows() == ([] if is_blank else [row])


def test_a_row_with_a_stored_upload_is_not_blank(editor):
    form = posted(journal=a_journal().pk, received_on="yesterday", **a_row(upload=a_file()))

    refused = editor.post(ADD, form)
    again = editor.post(ADD, {**form, **a_row(token=first_row(refused)["token"].value())})

    assert first_row(again).is_blank() is False


@pytest.mark.parametrize("of", ["an upload", "a file of the article"])
def test_a_stored_file_given_another_kind_is_checked_again(editor, of):
    journal = a_journal()
    start = {"journal": journal.pk, **a_row(kind="supplement", upload=a_file("a.pdf", b"MZ"))}
    if of == "an upload":
        page = editor.post(ADD, posted(received_on="yesterday", **start))
        address = ADD
    else:
        editor.post(ADD, posted(**start))
        address = change(Article.objects.get())
        page = editor.get(address)
    form = {**posted(journal=journal.pk), **as_sent(page), "received_on": ""}

    refused = editor.post(address, {**form, "galleys-0-kind": "pdf"})
    accepted = editor.post(address, {**form, "galleys-0-kind": "supplement"})

    assert refused.context["rows"]["galleys"].errors == [{"upload": ["“a.pdf” is not a PDF file."]}]
    assert accepted.status_code == 302
