"""Exports of OJS are uploaded piece by piece, kept while they are needed, and removed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from articles.intake.ojs.uploads import pieces
from articles.intake.ojs.uploads.queue import FILES_KEPT, sweep
from articles.models import Article, OjsImport, OjsImportFile
from tests.admin.ojs_imports.moves import EXPORT, LIST, page, send_piece, send_pieces, step, work

pytestmark = pytest.mark.django_db


def test_the_journals_form_leads_to_the_page(office, journal):
    response = office.get(f"/admin/articles/journal/{journal.pk}/change/")

    assert f'href="{LIST}?journal={journal.pk}"' in response.text


def test_a_move_is_begun(office, journal):
    fields = {"journal": journal.pk, "address": "https://old.example.org", "slug": "vestnik"}

    response = office.post(LIST, fields)

    move = OjsImport.objects.get()
    assert (response.status_code, response.url) == (302, page(move, "change"))
    assert (move.slug, move.state, move.editor.username) == ("vestnik", "uploading", "chief_editor")


def test_a_name_with_slashes_is_refused_with_what_is_meant(office, journal):
    response = office.post(LIST, {"journal": journal.pk, "slug": "/index.php/vestnik"})

    assert response.context["form"].errors == {
        "slug": ["Only the name between the slashes: of /index.php/steppe/ it is steppe."]
    }
    assert not OjsImport.objects.exists()


def test_an_interrupted_upload_goes_on_where_it_stopped(office, move):
    send_piece(office, move, EXPORT, 0, 700)
    send_piece(office, move, EXPORT, 0, 700)  # sent again, as its answer was lost

    (there,) = office.get(page(move, "files")).json()["files"]
    assert there == {"name": "issue.xml", "size": len(EXPORT), "received": 700}
    send_piece(office, move, EXPORT, 700, len(EXPORT))

    (file,) = move.files.all()
    assert file.is_complete
    stored = b"".join(default_storage.open(path).read() for path in pieces.pieces_of(file))
    assert stored == EXPORT


def test_a_piece_from_elsewhere_changes_nothing(office, move):
    send_piece(office, move, EXPORT, 0, 700)

    answer = send_piece(office, move, EXPORT, 900, 1000)

    assert answer.json()["received"] == 700


def test_a_file_of_another_size_begins_anew(office, move):
    send_piece(office, move, EXPORT, 0, 700)

    answer = send_piece(office, move, EXPORT + b"\n", 0, 300)

    assert answer.json() == {"name": "issue.xml", "size": len(EXPORT) + 1, "received": 300}


@pytest.mark.parametrize(
    ("name", "size", "message"),
    [
        (
            "a.exe",
            10,
            "“a.exe” is neither XML nor a ZIP archive. Upload what OJS exported.",
        ),
        ("a.xml", 2_000_000_001, "“a.xml” is larger than 2 GB. Export fewer issues at a time."),
        ("a.xml", 0, "“a.xml” is empty. Export it again."),
        ("a.xml", 2, "“a.xml” has changed. Choose it again."),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_at_its_first_piece(
    office, move, name, size, message
):
    piece = SimpleUploadedFile("blob", b"<x>")

    fields = {"name": name, "size": size, "start": 0, "piece": piece}
    response = office.post(page(move, "piece"), fields)

    assert (response.status_code, response.json()) == (422, {"message": message})


def test_all_files_together_have_a_limit(office, move):
    OjsImportFile.objects.create(ojs_import=move, name="big.zip", size=19_999_999_999)

    response = send_piece(office, move, EXPORT, 0, 700)

    assert response.json()["message"] == (
        "The files are larger than 20 GB together. Import these, then upload the others."
    )


def test_a_path_in_a_name_stays_in_the_folder(office, move):
    send_pieces(office, move, EXPORT, name="../../etc/issue.xml")

    assert [file.name for file in move.files.all()] == ["issue.xml"]


def test_without_scripts_whole_files_are_uploaded(office, move):
    send_piece(office, move, EXPORT, 0, 700)  # by a script, before
    files = [SimpleUploadedFile("issue.xml", EXPORT), SimpleUploadedFile("more.txt", b"x")]

    response = office.post(page(move, "upload"), {"files": files})

    assert [(file.name, file.is_complete) for file in move.files.all()] == [("issue.xml", True)]
    assert [str(message) for message in get_messages(response.wsgi_request)] == [
        "“more.txt” is neither XML nor a ZIP archive. Upload what OJS exported."
    ]


def test_a_file_is_removed_with_its_pieces(office, uploaded):
    (file,) = uploaded.files.all()
    paths = list(pieces.pieces_of(file))

    office.post(page(uploaded, "remove"), {"file": file.pk})

    assert not uploaded.files.exists()
    assert [default_storage.exists(path) for path in paths] == [False] * len(paths)


def test_files_are_deleted_after_days_and_what_was_imported_stays(office, uploaded):
    step(office, uploaded, "import")
    work(uploaded)
    (file,) = uploaded.files.all()
    paths = list(pieces.pieces_of(file))

    sweep(timezone.now() + FILES_KEPT - timedelta(minutes=1))
    assert uploaded.files.exists()
    sweep(timezone.now() + FILES_KEPT + timedelta(minutes=1))

    assert not uploaded.files.exists()
    assert not any(default_storage.exists(path) for path in paths)
    assert Article.objects.count() == 1


def test_files_uploaded_to_an_old_move_are_kept(office, move):
    OjsImport.objects.update(changed_at=timezone.now() - 2 * FILES_KEPT)

    send_pieces(office, move, EXPORT)
    sweep(timezone.now())

    assert move.files.count() == 1
