"""A whole journal goes out as one archive and comes back without loss; other ZIPs are bounded."""

import zipfile

import msgspec
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.editing import working_record
from articles.models import Article, Issue, Section
from articles.records.body import clean_body
from articles.records.diff import changes
from tests.exports.articles import a_full_record
from tests.factories import a_galley, a_journal, a_public_article, an_issue
from tests.imports.ojs import exports
from tests.management.test_import_articles import run

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4 invented"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
# Keys of rows, which are others after the way there and back.
KEYS = {"id": None, "issue_id": None, "section_id": None, "galleys": (), "status": "draft"}


def a_rich_article(journal, issue, number):
    full = a_full_record()
    names = ("title", "abstract", "keywords", "authors", "affiliations", "irsti", "udc", "jel",
             "received_on", "accepted_on", "statements", "references", "funding",
             "internal")  # fmt: skip
    section = Section.objects.get_or_create(journal=journal, title_kk="Ботаника")[0]
    galleys = (
        a_galley(PDF + b"%d" % number, "a.pdf"),
        a_galley(PNG, "f1.png", kind="image"),
    )
    return a_public_article(
        journal,
        issue_id=issue.pk,
        section_id=section.pk,
        doi=f"10.5555/{number}",
        position=number,
        galleys=galleys,
        body=clean_body(full.body),
        **{name: getattr(full, name) for name in names},
    )


def forget_articles():
    """The journal as another site has it: without articles, issues and sections."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE articles_article, articles_issue, articles_section CASCADE")


def compared(record):
    return msgspec.structs.replace(record, **KEYS)


def files_of(record):
    return {(each.name, each.kind, each.checksum, each.language) for each in record.galleys}


def test_a_journal_with_its_files_comes_back_without_loss(tmp_path):
    journal = a_journal()
    issue = an_issue(journal, year=2019, volume="3", number="2", title_kk="Дала")
    before = [
        working_record(a_rich_article(journal, issue, number=number)) for number in range(1, 4)
    ]
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal=journal.slug, output=archive)
    forget_articles()

    out, err, failure = run(archive, "--journal", journal.slug)

    assert (err, failure, len(out)) == ([], None, 4)
    after = [working_record(article) for article in Article.objects.order_by("doi")]
    for old, new in zip(before, after, strict=True):
        assert changes(compared(old), compared(new)) == []
        assert files_of(old) == files_of(new)
    made = Issue.objects.get()
    assert (made.year, made.volume, made.number, made.title_kk) == (2019, "3", "2", "Дала")
    assert Article.objects.filter(section__title_kk="Ботаника").count() == 3


def test_a_file_that_was_changed_in_the_archive_is_refused_and_the_others_come(tmp_path):
    journal = a_journal()
    for number in (1, 2):
        a_public_article(journal, doi=f"10.5555/{number}", galleys=(a_galley(PDF),))
    archive, changed = tmp_path / "journal.zip", tmp_path / "changed.zip"
    call_command("export_articles", "journal-zip", journal=journal.slug, output=archive)
    forget_articles()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"%PDF-other" if name == "00001/a.pdf" else old.read(name))

    _out, err, failure = run(changed)

    assert err == [
        f"{changed}/00001/record.json: galleys[1]: The file a.pdf does not match its description: "
        "its checksum or size is different."
    ]
    assert failure == "Files rejected: 1 of 1. Nothing was saved from them."
    assert [article.doi for article in Article.objects.all()] == ["10.5555/2"]


def test_the_package_needs_a_journal(tmp_path):
    with pytest.raises(CommandError, match="one journal"):
        call_command("export_articles", "journal-zip", output=tmp_path / "a.zip")


def zip_of(folder, **members):
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


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
