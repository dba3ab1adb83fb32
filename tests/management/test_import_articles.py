"""import_articles: its lines, and its exit status."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from articles.records.json import write
from tests.factories import a_journal, a_record
from tests.imports.ojs import exports

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
    assert out == ["2020, т. 3, № 1 · 1 new", "1 file imported."]
    assert (err, failure) == ([], None)
    assert Article.objects.get().status == "published"
