"""Importing a file of articles: completely or not at all, with reasons that name the field."""

import hashlib
import json
from datetime import date

import pytest
from django.db import connection

from articles.imports import Unreadable
from articles.intake.import_errors import NotImported
from articles.intake.importing import Importer, import_file
from articles.models import Article, Galley, Revision
from articles.publishing.imported_articles import ImportPublisher
from articles.queries.record_facts import attach
from articles.records.json import write
from articles.records.languages import text
from articles.records.record import Galley as GalleyValue
from articles.records.record import Relation
from tests.factories import (
    a_journal,
    a_public_article,
    a_public_record,
    a_record,
    an_article,
    an_author,
    an_issue,
)

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4 invented"


def file_of(*records):
    return b"[" + b",".join(map(write, records)) + b"]"


def reasons(content, importer, folder=None):
    with pytest.raises(NotImported) as refusal:
        import_file(content, importer, folder)
    return [str(reason) for reason in refusal.value.reasons]


def a_galley(**changes):
    fields = {
        "language": "kk",
        "name": "a.pdf",
        "size": len(PDF),
        "checksum": hashlib.sha256(PDF).hexdigest(),
    }
    return GalleyValue(**{**fields, **changes})


def test_a_record_becomes_a_draft_of_the_journal():
    journal = a_journal()

    (imported,) = import_file(write(a_record(status="published")), Importer(journal=journal))

    article = Article.objects.get()
    assert (article.journal, article.status, article.version) == (journal, "draft", 1)
    assert imported.is_new
    assert article.revisions.get().record == a_record()


def test_the_only_journal_need_not_be_named():
    journal = a_journal()

    import_file(write(a_record()), Importer())

    assert Article.objects.get().journal == journal


def test_of_several_journals_one_must_be_named():
    a_journal()
    a_journal(slug="other")

    assert reasons(write(a_record()), Importer()) == [
        "The file does not name its journal. Add --journal SLUG."
    ]


def test_the_issue_is_found_by_its_year_and_numbers():
    journal = a_journal()
    an_issue(journal, number="2")
    issue = an_issue(journal, number="1", through_number="9")

    import_file(write(a_public_record()), Importer())

    assert Article.objects.get().issue == issue


def test_an_unknown_issue_or_section_is_refused():
    a_journal()

    assert reasons(write(a_public_record()), Importer()) == [
        "issue: The journal has no issue 2024 № 1. Enter it first."
    ]
    assert reasons(write(a_record(section=text("Тарих"))), Importer()) == [
        "section: The journal has no section “Тарих”. Enter it first."
    ]


def test_an_existing_doi_in_any_letter_case_is_refused():
    existing = an_article(doi="10.5555/ABC")

    assert reasons(write(a_record(doi="10.5555/abc")), Importer()) == [
        f"doi: Article {existing.pk} already has this DOI: “{existing}”. "
        "To save the file as its next version, add --update."
    ]
    assert Revision.objects.count() == 1


def test_a_doi_of_another_journal_is_refused_even_with_update():
    existing = an_article(a_journal(), doi="10.5555/abc")
    other = a_journal(slug="other")

    refused = reasons(write(a_record(doi="10.5555/abc")), Importer(journal=other, update=True))

    assert refused == [f"doi: Article {existing.pk} of another journal has this DOI: “{existing}”."]


def test_update_saves_a_revision_and_keeps_what_the_file_does_not_mention():
    existing = an_article(doi="10.5555/ABC", first_page="5", edn="ABCDEF")
    partial = {"schema": "record/1", "language": "kk", "doi": "10.5555/abc", "first_page": "6"}

    (imported,) = import_file(json.dumps(partial).encode(), Importer(update=True))

    record = existing.revisions.get(version=2).record
    assert (record.first_page, record.edn, record.doi) == ("6", "ABCDEF", "10.5555/ABC")
    assert record.title == a_record().title
    assert not imported.is_new


def test_update_does_not_change_what_readers_see():
    article = a_public_article(doi="10.5555/abc")

    import_file(write(a_record(doi="10.5555/abc", first_page="6")), Importer(update=True))

    article.refresh_from_db()
    assert article.status == "published"
    assert article.released.record.first_page == "5"


def test_publish_publishes_articles_with_a_date_only():
    a_journal()
    records = [
        a_record(doi="10.5555/a", published_on=date(2024, 3, 29)),
        a_record(doi="10.5555/b"),
    ]

    imported = import_file(file_of(*records), Importer(publisher=ImportPublisher()))

    assert [row.is_published for row in imported] == [True, False]
    assert [row.article.status for row in imported] == ["published", "draft"]


def test_a_retraction_marks_the_article_that_it_names():
    article = a_public_article(a_journal(), doi="10.5555/a")
    notice = a_record(
        doi="10.5555/b",
        type="retraction",
        published_on=date(2024, 4, 1),
        relations=(Relation(kind="retracts", doi="10.5555/A"),),
    )

    import_file(write(notice), Importer(publisher=ImportPublisher()))

    article.refresh_from_db()
    noticed = Article.objects.with_doi("10.5555/b").get()
    assert article.status == "retracted"
    assert article.released.record.relations == (
        Relation(kind="retracted_by", article_id=noticed.pk, doi="10.5555/b"),
    )
    assert noticed.released.record.relations == (
        Relation(kind="retracts", article_id=article.pk, doi="10.5555/a"),
    )


def test_an_article_that_a_file_calls_retracted_is_published_as_retracted():
    a_journal()
    record = a_record(status="retracted", published_on=date(2024, 4, 1))

    import_file(write(record), Importer(publisher=ImportPublisher()))

    assert Article.objects.get().listing.status == "retracted"


def test_one_bad_record_refuses_the_whole_file_and_is_named():
    a_journal()
    bad = a_record(doi="10.5555/b", authors=(an_author(orcid="0000-0000-0000-0002"),))

    refused = reasons(file_of(a_record(doi="10.5555/a"), bad), Importer())

    assert refused == [
        "record 2: authors[1].orcid: ORCID 0000-0000-0000-0002: the check digit is wrong. "
        "Check for a typo."
    ]
    assert not Article.objects.exists()


def test_a_late_refusal_undoes_the_records_saved_before():
    a_journal()
    records = [a_record(doi="10.5555/a"), a_record(doi="10.5555/b", section=text("Тарих"))]

    refused = reasons(file_of(*records), Importer())

    assert refused == ["record 2: section: The journal has no section “Тарих”. Enter it first."]
    assert not Article.objects.exists()


def test_a_doi_twice_in_a_file_is_refused_at_both_records():
    a_journal()

    refused = reasons(file_of(a_record(doi="10.5555/a"), a_record(doi="10.5555/A")), Importer())

    assert refused == [
        "record 1: doi: Two articles of the file have this DOI.",
        "record 2: doi: Two articles of the file have this DOI.",
    ]


def test_a_dry_run_checks_all_and_saves_nothing():
    a_journal()

    (imported,) = import_file(write(a_record()), Importer(dry_run=True))

    assert imported.is_new
    assert not Article.objects.exists()


def test_a_broken_file_saves_nothing():
    a_journal()

    with pytest.raises(Unreadable):
        import_file(write(a_record())[:-5], Importer())

    assert not Article.objects.exists()


def test_a_file_beside_the_json_is_stored(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "a.pdf").write_bytes(PDF)
    a_journal()

    import_file(write(a_record(galleys=(a_galley(),))), Importer(), tmp_path)

    galley = Galley.objects.get()
    with galley.file.open() as stored:
        assert stored.read() == PDF
    assert galley.article.revisions.get().record.galleys[0].id == galley.pk


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": "b.pdf"}, "galleys[1]: The file b.pdf was not found next to the JSON."),
        ({"name": "../a.pdf"}, "galleys[1]: “../a.pdf” is not a file name."),
        (
            {"size": 1},
            "galleys[1]: The file a.pdf does not match its description: its checksum or size "
            "is different.",
        ),
    ],
)
def test_a_missing_or_different_file_is_refused(tmp_path, changes, message):
    (tmp_path / "a.pdf").write_bytes(PDF)
    a_journal()

    refused = reasons(write(a_record(galleys=(a_galley(**changes),))), Importer(), tmp_path)

    assert refused == [message]


def test_an_exported_article_is_imported_as_the_same_article(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "a.pdf").write_bytes(PDF)
    a_journal()
    first = a_record(galleys=(a_galley(),), published_on=date(2024, 3, 29))
    (imported,) = import_file(write(first), Importer(publisher=ImportPublisher()), tmp_path)
    article = Article.objects.select_related("journal", "issue", "section").get()
    exported = write(attach(imported.record, article))

    import_file(exported, Importer(update=True, publisher=ImportPublisher()))

    article.refresh_from_db()
    assert article.version == imported.article.version


def test_keys_of_another_site_are_ignored():
    a_journal()
    record = a_record(
        site="https://other.example.org",
        issue_id=999,
        section_id=999,
        authors=(an_author(author_id=999),),
    )

    import_file(write(record), Importer())
    connection.check_constraints()

    article = Article.objects.get()
    assert (article.issue_id, article.section_id) == (None, None)
    assert article.authorships.get().author_id is None


def test_an_own_issue_that_no_longer_exists_is_refused(settings):
    a_journal()
    record = a_record(site=settings.SITE_URL, issue_id=999)

    refused = reasons(write(record), Importer())

    assert refused == ["issue: The journal has no issue –. Enter it first."]


def test_a_script_in_the_text_is_removed():
    a_journal()

    import_file(write(a_record(body="<p>a</p><script>alert(1)</script>")), Importer())

    assert Article.objects.get().body == "<p>a</p>"
