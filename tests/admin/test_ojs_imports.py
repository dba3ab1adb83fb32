"""Moving in from OJS in the admin: from the first piece of a file to the published article."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from articles.dois.worker import Worker
from articles.intake.ojs.uploads import pieces, queue
from articles.intake.ojs.uploads.queue import FILES_KEPT, claim, sweep, work_next
from articles.management.commands.import_ojs_uploads import make_publisher
from articles.models import Article, Issue, OjsImport, OjsImportFile, Section, User
from tests.factories import a_journal, a_member
from tests.imports.ojs.exports import (
    a_galley,
    a_publication,
    a_submission_file,
    an_article,
    an_issue,
    issues,
)

pytestmark = pytest.mark.django_db
State = OjsImport.State
ARTICLE = an_article(
    a_publication(inside=a_galley(), title="ON SALT AND WATER"), files=a_submission_file()
)
EXPORT = issues(an_issue(ARTICLE)).encode()
LIST = "/admin/articles/ojsimport/"


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def office(journal):
    client = Client()
    client.force_login(a_member(journal, "chief_editor"))
    return client


@pytest.fixture
def move(journal):
    return OjsImport.objects.create(
        journal=journal, address="https://old.example.org", slug="vestnik"
    )


@pytest.fixture
def uploaded(office, move):
    send_pieces(office, move, EXPORT)
    return move


def page(move, name):
    return f"{LIST}{move.pk}/{name}/"


def send_piece(office, move, content, start, end, name="issue.xml"):
    piece = SimpleUploadedFile("blob", content[start:end])
    fields = {"name": name, "size": len(content), "start": start, "piece": piece}
    return office.post(page(move, "piece"), fields)


def send_pieces(office, move, content, name="issue.xml", length=1000):
    for start in range(0, len(content), length):
        send_piece(office, move, content, start, start + length, name)


def step(office, move, name, **fields):
    response = office.post(page(move, "step"), {"step": name, **fields})
    move.refresh_from_db()
    return [str(message) for message in get_messages(response.wsgi_request)]


def work(move):
    """What the worker does, until nothing waits."""
    worker = Worker("test", lambda: None)
    while work_next(worker, make_publisher):
        pass
    move.refresh_from_db()


def plan(office, move, **decisions):
    assert step(office, move, "plan", **decisions) == []
    work(move)


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


def test_the_plan_comes_first_and_saves_nothing(office, uploaded):
    plan(office, uploaded)

    response = office.get(page(uploaded, "change"))

    assert uploaded.state == State.PLANNED
    assert (Issue.objects.count(), Article.objects.count()) == (0, 0)
    view = response.context["plan"]
    assert (view.issue_count, view.article_count) == (1, 1)
    assert (view.contents, view.user_groups) == ([("authors", 1), ("PDF", 1)], [("Author", 1)])
    titles = {each.group.key: (each.count, each.choice) for each in view.groups}
    assert titles["capital_title"] == (1, "leave")
    assert "ON SALT AND WATER" in response.text


def test_a_decision_is_for_the_whole_group_and_the_import_follows_it(office, uploaded, journal):
    section = Section.objects.create(journal=journal, title_en="Research")
    plan(office, uploaded)

    decisions = {"group:capital_title": "repair", "section:1": section.pk}
    assert step(office, uploaded, "import", **decisions) == []
    work(uploaded)

    article = Article.objects.get()
    assert uploaded.state == State.DONE
    assert (article.title_en, article.status) == ("On salt and water", "published")
    assert article.section == section
    response = office.get(page(uploaded, "change"))
    assert [(each.text, each.errors) for each in response.context["results"]] == [("1 new", [])]


def test_a_repeated_import_makes_no_doubles(office, uploaded):
    for _time in range(2):
        assert step(office, uploaded, "import") == []
        work(uploaded)

    assert (Issue.objects.count(), Article.objects.count()) == (1, 1)
    response = office.get(page(uploaded, "change"))
    assert [each.text for each in response.context["results"]] == ["1 unchanged"]


def test_without_publishing_articles_come_as_drafts(office, uploaded):
    OjsImport.objects.update(publishes=False)
    step(office, uploaded, "import")
    work(uploaded)

    assert Article.objects.get().status == "draft"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"group:capital_title": "nonsense"}, "groups: 'nonsense'"),
        ({"group:nothing": "repair"}, "There is no such group."),
        ({"locale:de_DE": "xx"}, "locales"),
        ({"section:1": "999"}, "The journal has no section 999."),
        ({"issue:year:9": "19"}, "A year has four digits, such as 2019."),
        ({"issue:number:9": "1" * 21}, "A number of an issue has at most 20 characters."),
    ],
)
def test_a_decision_that_makes_no_sense_starts_nothing(office, uploaded, fields, message):
    (shown,) = step(office, uploaded, "plan", **fields)

    assert message in shown
    assert uploaded.state == State.UPLOADING


def test_half_a_file_is_not_planned(office, move):
    send_piece(office, move, EXPORT, 0, 700)

    assert step(office, move, "plan") == [
        "Not uploaded completely: issue.xml. Choose the files again to go on."
    ]


def test_nothing_is_planned_without_files(office, move):
    assert step(office, move, "plan") == ["Upload the files that OJS exported first."]


def test_files_do_not_change_while_the_worker_reads_them(office, uploaded):
    step(office, uploaded, "plan")

    assert send_piece(office, uploaded, EXPORT, 0, 10).status_code == 409
    assert step(office, uploaded, "import") == [
        "The files are being read. Wait until that has ended, or stop it."
    ]


def test_an_editor_stops_an_import_after_an_issue_and_goes_on_later(office, move, monkeypatch):
    other = an_issue(an_article(id="13"), id="10", number="2")
    send_pieces(office, move, issues(an_issue(ARTICLE), other).encode())
    step(office, move, "import")
    claim(timezone.now())
    step(office, move, "stop")
    OjsImport.objects.update(due_at=timezone.now())

    work(move)
    assert (move.state, Issue.objects.count()) == (State.PLANNED, 1)
    step(office, move, "import")
    work(move)

    assert (move.state, Issue.objects.count()) == (State.DONE, 2)


def test_a_worker_that_is_to_end_leaves_the_rest_to_the_next(office, move):
    other = an_issue(an_article(id="13"), id="10", number="2")
    send_pieces(office, move, issues(an_issue(ARTICLE), other).encode())
    step(office, move, "import")
    worker = Worker("test", lambda: None)
    worker.stopped.set()

    work_next(worker, make_publisher)
    move.refresh_from_db()
    assert (move.state, Issue.objects.count()) == (State.IMPORTING, 1)
    work(move)

    assert (move.state, Issue.objects.count()) == (State.DONE, 2)


def test_the_work_of_a_dead_worker_is_taken_when_its_lease_ends(uploaded):
    now = timezone.now()
    OjsImport.objects.update(state=State.IMPORTING, due_at=now)

    assert claim(now) == uploaded
    assert claim(now + timedelta(seconds=30)) is None
    assert claim(now + queue.LEASE) == uploaded


def test_a_file_that_is_none_is_refused_with_its_place(office, move):
    send_pieces(office, move, b"<issues><issue>")
    plan(office, move)

    response = office.get(page(move, "change"))

    (refusal,) = response.context["plan"].plan.refusals
    assert refusal.source == "issue.xml"
    assert move.state == State.PLANNED
    assert not Issue.objects.exists()


def test_a_zip_with_the_folder_of_files_is_read(office, move):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("export/issue.xml", EXPORT)
    send_pieces(office, move, buffer.getvalue(), name="export.zip")

    step(office, move, "import")
    work(move)

    assert Article.objects.get().galleys.count() == 1


def test_progress_is_told_to_the_script(office, uploaded):
    OjsImport.objects.update(state=State.IMPORTING, issue_count=3, issue_total=60)

    answer = office.get(page(uploaded, "progress")).json()

    assert answer == {"state": "importing", "count": 3, "total": 60, "text": "issues: 3 of 60"}


def test_progress_of_a_plan_is_counted_and_then_measured(office, uploaded, monkeypatch):
    told = []
    update = QuerySet.update

    def telling(rows, **columns):
        if "issue_total" in columns:
            told.append((columns["issue_count"], columns["issue_total"]))
        return update(rows, **columns)

    monkeypatch.setattr(QuerySet, "update", telling)
    plan(office, uploaded)
    assert told == [(1, 0), (1, 1)]

    OjsImport.objects.update(state=State.PLANNING, issue_count=3, issue_total=0)
    assert office.get(page(uploaded, "progress")).json()["text"] == "issues found: 3"


@pytest.mark.parametrize(("language", "volume"), [("en", "vol. 3"), ("ru", "т. 3")])
def test_a_plan_names_issues_in_the_language_of_the_page(office, uploaded, language, volume):
    plan(office, uploaded)
    User.objects.update(interface_language=language)

    assert f"2020, {volume}, № 1" in office.get(page(uploaded, "change")).text


def test_crossref_gets_one_file_of_new_addresses(office, uploaded, journal):
    doi = '<id type="doi">10.5555/salt</id>'
    send_pieces(office, uploaded, issues(an_issue(an_article(a_publication(doi)))).encode())
    step(office, uploaded, "import")
    work(uploaded)

    response = office.get(page(uploaded, "addresses"))

    lines = response.text.splitlines()
    assert lines[0] == "H: email=;fromPrefix=10.5555"
    assert [line.split("\t")[0] for line in lines[1:]] == ["10.5555/salt"]


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


@pytest.mark.django_db(transaction=True)
def test_the_command_works_until_nothing_waits(office, uploaded):
    step(office, uploaded, "plan")
    output = io.StringIO()

    call_command("import_ojs_uploads", once=True, stdout=output)

    uploaded.refresh_from_db()
    assert uploaded.state == State.PLANNED
    assert output.getvalue() == "Exports planned or imported: 1.\n"


def test_files_uploaded_to_an_old_move_are_kept(office, move):
    OjsImport.objects.update(changed_at=timezone.now() - 2 * FILES_KEPT)

    send_pieces(office, move, EXPORT)
    sweep(timezone.now())

    assert move.files.count() == 1


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(28, "No space left"), "The server could not read or write files: No space left."),
        (KeyError("x"), "The program failed. Its log says why: tell the administrator."),
    ],
)
def test_a_failure_is_said_and_the_plan_can_be_made_again(
    office, uploaded, monkeypatch, error, message
):
    def fail(*_arguments):
        raise error

    step(office, uploaded, "plan")
    with monkeypatch.context() as patched:
        patched.setattr(queue, "plan_upload", fail)
        work(uploaded)
    assert (uploaded.state, uploaded.message) == (State.FAILED, message)
    assert 'value="plan"' in office.get(page(uploaded, "change")).text
    plan(office, uploaded)

    assert (uploaded.state, uploaded.message) == (State.PLANNED, "")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_number(office, journal, count, django_assert_num_queries):
    for number in range(count):
        OjsImport.objects.create(journal=journal, slug=f"a{number}", plan=json.dumps({}))

    with django_assert_num_queries(8):
        office.get(LIST)


@pytest.mark.parametrize("state", [State.UPLOADING, State.PLANNED, State.IMPORTING])
def test_the_page_costs_the_same_in_every_state(office, uploaded, state, django_assert_num_queries):
    OjsImport.objects.update(state=state)

    with django_assert_num_queries(8):
        office.get(page(uploaded, "change"))
