"""Importing files of articles in the admin: upload, plan, import, and again without doubles."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.test import Client

from articles.models import Article, Issue, OjsImport, Revision
from articles.records.json import write
from articles.records.languages import text
from tests.admin.ojs_imports.moves import page, send_piece, send_pieces, step, work
from tests.factories import a_galley, a_journal, a_member, a_record
from tests.imports.ojs.exports import a_publication, an_article, an_issue, issues
from tests.intake.test_other_journal import OTHER, OWN, crossref, jats, rinc

pytestmark = pytest.mark.django_db
State = OjsImport.State
LIST = "/admin/articles/ojsimport/articles/"
TABLE = "language,year,number,title_ru,doi,published_on\nru,2019,2,Степь,,2019-06-01\n".encode()


@pytest.fixture
def journal():
    return a_journal(issn_print=OWN, issn_online="", doi_prefix="10.5555", elibrary_id="777")


@pytest.fixture
def office(journal):
    client = Client()
    client.force_login(a_member(journal, "chief_editor"))
    return client


@pytest.fixture
def files(journal):
    return OjsImport.objects.create(journal=journal, kind="articles", publishes=False)


def run(office, files, name, **options):
    assert step(office, files, name, **options) == []
    work(files)
    assert files.state == (State.PLANNED if name == "plan" else State.DONE), files.message
    return office.get(page(files, "change"))


def reports(response, of="plan"):
    context = response.context
    found = context["plan"].files if of == "plan" else context["reports"]
    return {
        report.name: (report.kind, report.new_count, report.updated_count, len(report.kept))
        for report in found
    }


def zipped(**members):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return target.getvalue()


def test_the_journals_form_leads_to_the_page_that_begins_an_import(office, journal):
    form = office.get(f"/admin/articles/journal/{journal.pk}/change/")
    response = office.post(LIST, {"journal": journal.pk})

    begun = OjsImport.objects.get()
    assert f'href="{LIST}?journal={journal.pk}"' in form.text
    assert (response.status_code, response.url) == (302, page(begun, "change"))
    assert (begun.kind, begun.publishes, begun.editor.username) == (
        "articles", False, "chief_editor",
    )  # fmt: skip


def test_each_list_has_its_own_imports(office, journal, files):
    OjsImport.objects.create(journal=journal, slug="vestnik")

    assert [each.pk for each in office.get(LIST).context["imports"]] == [files.pk]
    moves = office.get("/admin/articles/ojsimport/").context["ojs_imports"]
    assert [each.slug for each in moves] == ["vestnik"]


def test_files_of_every_kind_are_planned_and_imported(office, files):
    send_pieces(office, files, jats(doi="10.5555/jats"), "a.xml")
    send_pieces(office, files, rinc("777"), "b.xml")
    send_pieces(office, files, crossref(OWN, "10.5555/c", "10.5555/d"), "c.xml")
    send_pieces(office, files, TABLE, "d.csv")
    send_pieces(office, files, write(a_record(doi="10.5555/record")), "e.json")
    send_pieces(office, files, zipped(f_json=write(a_record(doi="10.5555/zip"))), "f.zip")

    plan = run(office, files, "plan", language="ru")
    assert reports(plan) == {
        "a.xml": ("JATS", 1, 0, 0),
        "b.xml": ("РИНЦ", 1, 0, 0),
        "c.xml": ("Crossref", 2, 0, 0),
        "d.csv": ("CSV", 1, 0, 0),
        "e.json": ("record/1", 1, 0, 0),
        "f.zip/f.json": ("record/1", 1, 0, 0),
    }
    assert (Article.objects.count(), Issue.objects.count()) == (0, 0)

    done = run(office, files, "import", language="ru")
    assert reports(done, "import") == reports(plan)
    assert Article.objects.count() == 7
    assert set(Article.objects.values_list("status", flat=True)) == {"draft"}


def test_importing_again_makes_no_doubles_with_and_without_dois(office, files):
    send_pieces(office, files, TABLE, "a.csv")
    send_pieces(office, files, write(a_record(doi="10.5555/a")), "b.json")
    run(office, files, "import")
    revisions = Revision.objects.count()

    plan = run(office, files, "plan")
    done = run(office, files, "import")

    assert [numbers[1:] for numbers in reports(plan).values()] == [(0, 0, 1), (0, 0, 1)]
    assert reports(done, "import") == reports(plan)
    assert (Article.objects.count(), Revision.objects.count()) == (2, revisions)


def test_what_is_here_is_updated_if_the_editor_says_so(office, files):
    send_pieces(office, files, TABLE, "a.csv")
    run(office, files, "import")
    send_pieces(office, files, TABLE.replace(b"06-01", b"06-02") + b"\n", "a.csv")

    done = run(office, files, "import", updates="on")

    assert reports(done, "import") == {"a.csv": ("CSV", 0, 1, 0)}
    assert str(Article.objects.get().published_on) == "2019-06-02"


def test_two_articles_of_a_file_with_one_title_are_two(office, files):
    send_pieces(office, files, TABLE + "ru,2019,2,Степь,,\n".encode(), "a.csv")

    run(office, files, "import")
    run(office, files, "import")

    assert Article.objects.count() == 2


def test_another_journals_file_comes_only_with_the_mark(office, files):
    send_pieces(office, files, jats(issn=OTHER), "a.xml")

    (report,) = run(office, files, "plan").context["plan"].files
    assert "This is the file of another journal: “Other Steppe”" in report.errors[0]
    (report,) = run(office, files, "plan", is_same_journal="on").context["plan"].files
    assert (report.errors, report.new_count) == ((), 1)


def test_articles_are_published_after_every_check(office, files):
    good = a_record(doi="10.5555/a", published_on="2024-03-29")
    send_pieces(office, files, write(a_record(abstract={}, published_on="2024-03-29")), "b.json")
    send_pieces(office, files, write(good), "c.json")

    done = run(office, files, "import", publishes="on")

    by_name = {report.name: report for report in done.context["reports"]}
    assert "abstract kk: " in by_name["b.json"].errors[0]
    assert by_name["c.json"].published_count == 1
    assert "published: 1" in done.text


def test_what_is_not_taken_is_named(office, files):
    send_pieces(office, files, jats().replace(b"</article>", b"<body><p><ext/></p><table-wrap>"
        b"<label>1</label></table-wrap></body></article>"), "a.xml")  # fmt: skip

    (report,) = run(office, files, "plan").context["plan"].files

    assert report.notes == (("Wells", "Not taken: 1 table (1)."),)


def test_an_export_of_ojs_is_handed_to_its_own_page(office, files):
    send_pieces(office, files, issues(an_issue(an_article(a_publication()))).encode(), "a.xml")

    plan = run(office, files, "plan")

    assert plan.context["plan"].files[0].is_ojs
    assert 'href="/admin/articles/ojsimport/?journal=' in plan.text
    assert 'value="import"' not in plan.text
    run(office, files, "import")
    assert not Article.objects.exists()


def test_files_beside_are_found(office, files):
    content = b"%PDF-1.4 invented"
    galley = a_galley(content, "a.pdf")
    send_pieces(office, files, write(a_record(doi="10.5555/a", galleys=(galley,))), "a.json")
    send_pieces(office, files, content, "a.pdf")

    done = run(office, files, "import")

    assert reports(done, "import") == {"a.json": ("record/1", 1, 0, 0)}
    assert Article.objects.get().galleys.get().name == "a.pdf"


def test_a_file_of_crossref_is_compared(office, files, journal):
    send_pieces(office, files, crossref(OWN, "10.5555/a"), "a.xml")
    run(office, files, "import", language="en")
    send_pieces(office, files, crossref(OWN, "10.5555/a", "10.5555/b"), "a.xml")

    plan = run(office, files, "plan", language="en")

    comparison = plan.context["comparison"]
    assert [each.doi for each in comparison.not_here] == ["10.5555/b"]
    assert "Registered, but not here: 1" in plan.text


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xml", jats()[:60], "The file ends too early"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]>' + jats(title="&b;"), "XML entities"),
        ("a.json", b'{"schema": "record/1", "title"', "Invalid JSON"),
        ("a.json", b"[1, 2]", "an article must be an object"),
        ("a.csv", b"language,title_ru\nru\n\xff\x98,a\n", "not a CSV table in UTF-8"),
        ("a.zip", zipped(a_json=b"{}")[:40], ""),
        ("a.zip", zipped(a_txt=b"no article"), "no article in it"),
    ],
    ids=["half", "entities", "half_json", "no_object", "encoding", "half_zip", "empty_zip"],
)
def test_a_bad_file_is_refused_and_the_others_come(office, files, name, content, message):
    send_pieces(office, files, content, name)
    send_pieces(office, files, write(a_record(doi="10.5555/a")), "good.json")

    done = run(office, files, "import")

    bad, good = done.context["reports"]
    assert message in " ".join(bad.errors)
    assert (bool(bad.errors), good.new_count, Article.objects.count()) == (True, 1, 1)


def test_half_an_archive_gives_nothing_by_halves(office, files):
    bad = write(a_record(doi="10.5555/b", title=text())).replace(b"10.5555/b", b"10.5555/a")
    send_pieces(office, files, write(a_record(doi="10.5555/a")) + bad, "a.json")

    (report,) = run(office, files, "import").context["reports"]

    assert report.errors
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("name", "size", "message"),
    [
        ("a.exe", 10, "is no file of articles"),
        ("a.xml", 2_000_000_001, "is larger than 2 GB"),
        ("a.xml", 0, "is empty"),
    ],
)
def test_a_file_that_cannot_be_imported_is_not_uploaded(office, files, name, size, message):
    piece = io.BytesIO(b"x")
    piece.name = "blob"
    fields = {"name": name, "size": size, "start": 0, "piece": piece}

    answer = office.post(page(files, "piece"), fields)

    assert (answer.status_code, message in answer.json()["message"]) == (422, True)
    assert not files.files.exists()


def test_a_path_in_a_name_leads_nowhere(office, files):
    send_piece(office, files, TABLE, 0, len(TABLE), name="../../etc/a.csv")

    assert files.files.get().name == "a.csv"


def test_the_templates_can_be_downloaded(office):
    for name in ("csv", "xlsx"):
        answer = office.get(f"/admin/articles/ojsimport/template.{name}")
        assert answer.headers["Content-Disposition"].endswith(f'articles-template.{name}"')
        assert answer.content


def test_the_page_runs_as_many_queries_for_many_files(office, files, django_assert_num_queries):
    send_pieces(office, files, TABLE, "a.csv")
    run(office, files, "plan")
    with django_assert_num_queries(8):
        office.get(page(files, "change"))
    for number in range(5):
        send_pieces(office, files, TABLE, f"{number}.csv")
    run(office, files, "plan")
    with django_assert_num_queries(8):
        office.get(page(files, "change"))


def test_the_progress_says_how_many_files_are_done(office, files):
    OjsImport.objects.update(state=State.IMPORTING, issue_count=3)

    assert office.get(page(files, "progress")).json()["text"] == "files: 3"
    assert "files: 3" in office.get(page(files, "change")).text


def test_a_stopped_import_waits_for_decisions(office, files):
    send_pieces(office, files, TABLE, "a.csv")
    send_pieces(office, files, write(a_record(doi="10.5555/a")), "b.json")
    step(office, files, "import")
    OjsImport.objects.update(is_cancelled=True)
    work(files)

    assert (files.state, Article.objects.count()) == (State.UPLOADING, 1)
