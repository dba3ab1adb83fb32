"""A whole journal goes out as one archive and comes back without loss."""

import zipfile

import msgspec
import pytest
from django.core.management import CommandError, call_command

from articles import imports
from articles.editing import working_record
from articles.models import Article, Author, BoardMember, Issue, Journal, Section
from articles.publishing.packages.journal_description import picture_paths
from articles.records.body import clean_body
from articles.records.diff import changes
from tests.exports.articles import a_full_record
from tests.factories import a_galley, a_journal, a_public_article, an_issue
from tests.management.journal_packages import (
    PDF,
    PNG,
    a_whole_journal,
    contents_of,
    digest_of,
    empty_site,
    forget_articles,
)
from tests.management.test_import_articles import run

pytestmark = pytest.mark.django_db
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


def test_a_whole_journal_is_restored_on_an_empty_site(tmp_path):
    whole = a_whole_journal()
    before = contents_of(whole)
    pictures = {path: digest_of(path) for path in picture_paths(whole)}
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)
    empty_site()

    _out, err, failure = run(archive, "--publish")

    assert (err, failure) == ([], None)
    journal = Journal.objects.get()
    described, issues, articles = contents_of(journal)
    assert described == before[0]
    assert issues == before[1]
    assert articles.keys() == before[2].keys()
    for name, values in articles.items():
        assert values == before[2][name]
    assert Author.objects.get(spin="1234-5678").researcher_id == "A-1"
    assert {path: digest_of(path) for path in picture_paths(journal)} == pictures
    assert len(pictures) == 5
    assert BoardMember.objects.get(email="chief@example.org").person.family_name_ru == "Киялов"
    assert (journal.has_board, journal.has_contacts) == (True, True)
    assert Article.objects.get(doi="10.5555/old").doi_state == Article.DoiState.ELSEWHERE


def test_the_package_has_jats_and_the_earlier_revisions_to_read(tmp_path):
    a_whole_journal()
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)

    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        folder = next(name for name in names if name.endswith("draft.json")).partition("/")[0]
        (reading,) = imports.read(opened.read(f"{folder}/article.xml"))
        history = msgspec.json.decode(opened.read("drafts/00001/record.json"))

    assert len(names) == len(set(names))
    assert reading.record.doi == "10.5555/new"
    assert history["status"] == "ready"
    assert sum(name.endswith("article.xml") for name in names) == 10


def test_without_publish_the_articles_of_a_package_are_drafts_and_days_are_planned(tmp_path):
    a_whole_journal()
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)
    empty_site()

    _out, err, _failure = run(archive)

    assert err == []
    assert not Article.objects.public().exists()
    assert {issue.published_on for issue in Issue.objects.all()} == {None}
    assert working_record(Article.objects.get(doi="10.5555/new")).title == {"kk": "Жаңа атау"}


def test_a_dry_run_of_a_package_leaves_nothing(tmp_path):
    a_whole_journal()
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)
    empty_site()

    out, err, _failure = run(archive, "--dry-run", "--publish")

    assert err == []
    assert len(out) == 10
    assert not Journal.objects.exists()


def test_a_package_restored_twice_refuses_its_articles_and_changes_nothing(tmp_path):
    before = contents_of(a_whole_journal())
    archive = tmp_path / "journal.zip"
    call_command("export_articles", "journal-zip", journal="steppe-science", output=archive)

    _out, err, _failure = run(archive, "--publish")

    assert len(err) == 8
    described, issues, articles = contents_of(Journal.objects.get())
    assert (described, issues) == before[:2]
    assert {name: articles[name] for name in before[2]} == before[2]


def test_the_package_needs_a_journal(tmp_path):
    with pytest.raises(CommandError, match="one journal"):
        call_command("export_articles", "journal-zip", output=tmp_path / "a.zip")
