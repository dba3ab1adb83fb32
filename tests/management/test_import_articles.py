"""import_articles: its lines, and its exit status."""

import io
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from articles.models import Article
from articles.records.json import write
from tests.factories import a_journal, a_record
from tests.imports.ojs import exports
from tests.intake.test_other_journal import rinc

pytestmark = pytest.mark.django_db


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    failure = None
    try:
        call_command("import_articles", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        failure = str(error)
    return out.getvalue().splitlines(), err.getvalue().splitlines(), failure


def test_the_articles_are_listed_and_the_last_line_counts_the_files(tmp_path):
    a_journal()
    file = tmp_path / "a.json"
    file.write_bytes(write(a_record(doi="10.5555/a")))

    out, err, failure = run(file, "--journal", "steppe-science")

    article = Article.objects.get()
    assert out == [f"{article.pk} · new · draft · 10.5555/a · {article}", "1 file imported."]
    assert (err, failure) == ([], None)


def test_a_refused_file_is_named_with_its_reasons_and_the_others_are_imported(tmp_path):
    a_journal()
    good, bad, absent = tmp_path / "good.json", tmp_path / "bad.json", tmp_path / "absent.json"
    good.write_bytes(write(a_record()))
    bad.write_bytes(b'{"schema":\n oops')

    _out, err, failure = run(good, bad, absent)

    assert err == [
        f"{bad}: line 2, column 2: Invalid JSON from this point: "
        "a character is wrong or missing, or the file is incomplete.",
        f"{absent}: No such file or directory",
    ]
    assert failure == "Files rejected: 2 of 3. Nothing was saved from them."
    assert Article.objects.count() == 1


def test_an_article_that_preflight_blocks_is_not_saved(tmp_path):
    a_journal()
    file = tmp_path / "a.json"
    file.write_bytes(write(a_record(abstract={}, published_on="2024-03-29")))

    _out, err, failure = run(file, "--publish")

    assert err[0].startswith(f"{file}: {a_record().title['kk']}: abstract kk: ")
    assert failure == "Files rejected: 1 of 1. Nothing was saved from them."
    assert not Article.objects.exists()


def test_an_article_without_a_date_is_listed_as_not_published(tmp_path):
    a_journal()
    file = tmp_path / "a.json"
    file.write_bytes(write(a_record(doi="")))

    out, _err, _failure = run(file, "--publish")

    article = Article.objects.get()
    assert (
        out[0] == f"{article.pk} · new · not published: it has no date of publication · {article}"
    )


def test_an_unknown_journal_is_refused_with_a_list_of_the_known_ones(tmp_path):
    a_journal()

    assert run(tmp_path / "a.json", "--journal", "other") == (
        [], [], "Journal not found: “other”. Available: steppe-science."
    )  # fmt: skip


def test_a_dry_run_says_that_nothing_was_saved(tmp_path):
    a_journal()
    file = tmp_path / "a.json"
    file.write_bytes(write(a_record()))

    out, _err, failure = run(file, "--dry-run")

    assert out[-1] == "1 file can be imported. Nothing was saved."
    assert failure is None
    assert not Article.objects.exists()


def test_an_export_of_ojs_is_passed_on(tmp_path):
    a_journal()
    file = exports.write(tmp_path, exports.issues(exports.an_issue(exports.an_article())))

    planned, _err, _failure = run(file, "--dry-run")
    out, err, failure = run(file, "--publish")

    assert planned[-2] == "Will come: issues: 1, articles: 1. Nothing was saved."
    assert out == ["2020, vol. 3, № 1 · 1 new", "1 file imported."]
    assert (err, failure) == ([], None)
    assert Article.objects.get().status == "published"


def test_a_folder_is_imported_in_the_order_of_its_names(tmp_path):
    a_journal()
    for name, doi in (
        ("b/2.json", "10.5555/c"),
        ("b/1.json", "10.5555/b"),
        ("a.json", "10.5555/a"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(write(a_record(doi=doi)))
    (tmp_path / "notes.txt").write_text("no article")
    with ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("1.json", write(a_record(doi="10.5555/d")))

    out, err, failure = run(tmp_path)

    assert [line.split(" · ")[3] for line in out[:-1]] == [f"10.5555/{a}" for a in "adbc"]
    assert (out[-1], err, failure) == ("4 files imported.", [], None)


def test_one_bad_file_of_a_folder_is_named_and_the_others_are_imported(tmp_path):
    a_journal()
    (tmp_path / "a.xml").write_text("<article")
    (tmp_path / "b.json").write_bytes(write(a_record(doi="10.5555/b")))

    _out, err, failure = run(tmp_path)

    assert err == [
        f"{tmp_path / 'a.xml'}: line 1, column 9: The file ends too early: it is incomplete. "
        "Export or upload it again."
    ]
    assert failure == "Files rejected: 1 of 2. Nothing was saved from them."
    assert Article.objects.count() == 1


def test_a_folder_without_articles_is_refused(tmp_path):
    _out, _err, failure = run(tmp_path)

    assert failure == f"There are no files with articles in {tmp_path}."


def test_another_journals_file_comes_only_if_the_editor_says_so(tmp_path):
    a_journal(elibrary_id="777")
    file = tmp_path / "a.xml"
    file.write_bytes(rinc(titleid="888"))

    _out, (error,), _failure = run(file)
    _out, _err, failure = run(file, "--same-journal")

    assert error.startswith(f"{file}: titleid: This is the file of another journal: ")
    assert failure is None
    assert Article.objects.get().title_ru == "Колодцы"


def test_a_workbook_is_no_archive(tmp_path):
    a_journal()
    workbook = Workbook()
    workbook.active.append(("language", "title_ru"))
    workbook.active.append(("ru", "Степь"))
    workbook.save(tmp_path / "a.xlsx")

    out, _err, _failure = run(tmp_path / "a.xlsx")

    assert out[-1] == "1 file imported."
    assert Article.objects.get().title_ru == "Степь"
