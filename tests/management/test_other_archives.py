"""ZIP archives that are no package of a journal: articles in them, and what is refused."""

import pytest

from articles.editing import working_record
from articles.models import Article
from tests.factories import a_journal
from tests.imports.ojs import exports
from tests.management.journal_packages import PDF, PNG, zip_of
from tests.management.test_import_articles import run

pytestmark = pytest.mark.django_db
JATS = (
    '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group>'
    "<article-title>Wells</article-title></title-group></article-meta></front><body><fig>"
    '<graphic xlink:href="f1.png"/></fig></body></article>'
)


def test_jats_in_an_archive_is_read_with_its_pictures(tmp_path):
    a_journal()
    archive = zip_of(tmp_path, **{"01/a.xml": JATS, "01/f1.png": PNG, "../../b.pdf": PDF})

    _out, err, failure = run(archive)

    assert (err, failure) == ([], None)
    assert [each.name for each in working_record(Article.objects.get()).galleys] == ["f1.png"]
    assert not (tmp_path.parent.parent / "b.pdf").exists()


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"a.txt": "text"}, "This ZIP archive has no article in it: no XML and no JSON file."),
        (
            {"[Content_Types].xml": "<Types/>"},
            "This is a file of Word or Excel, not an archive of articles.",
        ),
        (
            {"x/a.xml": b" " * 60_000_000},
            "The folder “x” of this ZIP archive unpacks to far more than it can hold.",
        ),
    ],
)
def test_another_archive_is_refused_and_told_why(tmp_path, members, message):
    archive = zip_of(tmp_path, **members)

    _out, err, _failure = run(archive)

    assert err == [f"{archive}: {message}"]
    assert not Article.objects.exists()


def test_an_export_of_ojs_in_an_archive_is_passed_on(tmp_path):
    a_journal()
    archive = zip_of(tmp_path, **{"a.xml": exports.issues(exports.an_issue(exports.an_article()))})

    _out, err, failure = run(archive)

    assert (err, failure) == ([], None)
    assert Article.objects.count() == 1


def test_a_damaged_archive_is_refused(tmp_path):
    archive = zip_of(tmp_path, **{"a.xml": JATS})
    content = bytearray(archive.read_bytes())
    content[40:60] = b"\0" * 20
    archive.write_bytes(content)

    _out, err, _failure = run(archive)

    assert err == [f"{archive}: This ZIP archive is damaged. Upload it again."]
