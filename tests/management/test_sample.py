"""The sample: complete, in three languages, without findings, with every part of an article."""

import io
from itertools import pairwise

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from articles.editing import working_record
from articles.models import Article, Galley, Issue
from articles.preflight import findings
from articles.records.findings import Level
from articles.records.languages import LANGUAGES
from articles.records.markup import count_words
from articles.records.romanization import romanize
from articles.records.scripts import KAZAKH_LETTERS, language_by_letters, words
from articles.records.validation import validate

pytestmark = pytest.mark.django_db

NOT_CLEAN = {
    "10.5555/0000-0000/2026-2-4",  # its keyword lists are unequal
    "10.5555/0000-0000/2026-2-5",  # it has no English texts
}


@pytest.fixture(scope="module")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="module")
def sample(django_db_setup, django_db_blocker, media):
    """Loaded once for all tests of this file, and rolled back afterwards."""
    media_settings = override_settings(MEDIA_ROOT=media)
    with django_db_blocker.unblock(), media_settings, transaction.atomic():
        call_command("load_sample", stdout=io.StringIO())
        articles = Article.objects.select_related("journal", "issue", "section").order_by("doi")
        yield {article.doi: working_record(article) for article in articles}
        transaction.set_rollback(True)


def test_each_language_is_the_language_of_an_article(sample):
    assert {record.language for record in sample.values()} == set(LANGUAGES)


def test_every_text_is_in_its_language_and_as_long_as_the_journal_wants(sample):
    for record in sample.values():
        for code in LANGUAGES:
            if code in record.title:
                assert language_by_letters(record.title[code]) == code
                assert language_by_letters(record.abstract[code]) == code
                assert 60 <= count_words(record.abstract[code]) <= 150


def test_every_specifically_kazakh_letter_is_in_a_name(sample):
    names = "".join(
        "".join(msg for msg in (name.family, name.given, name.patronymic))
        for record in sample.values()
        for author in record.authors
        if (name := author.names.get("kk"))
    )

    assert {letter.lower() for letter in KAZAKH_LETTERS} <= set(names.lower())


def test_the_sample_has_every_part_of_an_article(sample):
    records = sample.values()

    assert any("<sub>" in r.title["kk"] and "<sup>" in r.title["kk"] for r in records)
    assert any(author.kind == "organisation" for r in records for author in r.authors)
    assert sample["10.5555/0000-0000/2025-4-1"].status == "retracted"
    assert [r.kind for r in sample["10.5555/0000-0000/2025-4-1"].relations] == ["retracted_by"]
    assert [r.kind for r in sample["10.5555/0000-0000/2025-4-2"].relations] == ["corrected_by"]
    assert {len(terms) for terms in sample["10.5555/0000-0000/2026-2-4"].keywords.values()} == {
        4, 5, 6,
    }  # fmt: skip
    assert "en" not in sample["10.5555/0000-0000/2026-2-5"].title
    assert sum(bool(r.body) for r in records) >= 2


def test_the_galley_is_the_pdf_of_its_pages(sample, media, settings):
    settings.MEDIA_ROOT = media
    galley = Galley.objects.get()
    record = sample["10.5555/0000-0000/2026-2-1"]

    with galley.file.open() as pdf:
        assert pdf.read(5) == b"%PDF-"
    assert galley.pages == int(record.last_page) - int(record.first_page) + 1


def test_the_clean_articles_have_no_findings(sample):
    for doi, record in sample.items():
        assert validate(record) == []
        if doi not in NOT_CLEAN:
            problems = [finding for finding in findings(record) if finding.level is not Level.NOTES]
            assert problems == []


def test_pages_follow_one_another_and_the_doi_follows_the_pattern(sample):
    for issue in Issue.objects.all():
        records = [record for record in sample.values() if record.issue_id == issue.pk]
        for before, after in pairwise(sorted(records, key=lambda record: record.position)):
            assert int(after.first_page) == int(before.last_page) + 1
        for record in records:
            assert record.doi == f"10.5555/0000-0000/{issue.year}-{issue.number}-{record.position}"


def test_dates_are_in_order(sample):
    for record in sample.values():
        dates = [record.received_on, record.revised_on, record.accepted_on, record.published_on]
        given = [day for day in dates if day]
        assert given == sorted(given)
        assert (
            record.published_on.isoformat()
            == {2025: "2025-12-30", 2026: "2026-06-30"}[record.issue.year]
        )


def test_each_reference_is_romanized_word_by_word(sample):
    for record in sample.values():
        assert record.references
        for reference in record.references:
            language = language_by_letters(reference.text)
            written = romanize(reference.text, language, "bgn_pcgn")
            romanized = [word.text for word in words(written) if len(word.text) > 2]
            assert set(romanized) <= {word.text for word in words(reference.romanized)}
