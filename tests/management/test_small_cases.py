"""Small invented inputs that came out wrong once: each is imported right, or told."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.editing import working_record
from articles.editing.checks import check_article
from articles.models import Article
from tests.factories import a_journal, an_issue

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "import"
FILES = sorted(file.stem for file in CASES.glob("*.json"))

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not FILES, reason="../shared with the small cases is absent"),
]


@pytest.fixture(autouse=True)
def journal():
    """The issues that the cases belong to."""
    journal = a_journal()
    an_issue(journal, year=2026, number="2", through_number="14")
    an_issue(journal, year=2025, number="4", through_number="12")
    an_issue(journal, year=2026, number="5", part="1")
    an_issue(journal, year=2026, number="5", part="2")
    an_issue(journal, year=2026, number="Спецвыпуск")
    return journal


def import_case(name):
    """The lines on stderr, without the file's name."""
    file, err = CASES / f"{name}.json", io.StringIO()
    arguments = (str(file), "--journal", "steppe-science", "--publish")
    try:
        call_command("import_articles", *arguments, stdout=io.StringIO(), stderr=err)
    except CommandError as refusal:
        assert str(refusal) == "Files rejected: 1 of 1. Nothing was saved from them."  # noqa: PT017
    return [line.removeprefix(f"{file}: ") for line in err.getvalue().splitlines()]


def findings(check):
    found = check_article(working_record(Article.objects.get()))
    return [
        (one.level, one.field, one.language, f"{one.message} {one.remedy}")
        for one in found
        if one.check == check
    ]


@pytest.mark.parametrize("name", FILES)
def test_each_case_is_published_or_refused_with_reasons_and_nothing_saved(name):
    reasons = import_case(name)

    assert Article.objects.filter(status="published").count() == (0 if reasons else 1)
    assert Article.objects.count() == (0 if reasons else 1)


def test_entities_are_reported_with_their_signs():
    assert import_case("entities") == []

    found = findings("check_entities")
    assert [(level, field) for level, field, _language, _text in found] == [("warns", "title")] * 7
    assert [text.partition("“")[2] for _level, _field, code, text in found if code == "ru"] == [
        f"{entity}” is an HTML entity and would be shown as these letters. {remedy}"
        for entity, remedy in (
            ("&amp;", "Replace with “&”."),
            ("&laquo;", "Replace with “«”."),
            ("&raquo;", "Replace with “»”."),
            ("&nbsp;", "Replace it with an ordinary space."),
            ("&#1103;", "Replace with “я”."),
        )
    ]


def test_a_date_in_the_future_is_refused():
    assert import_case("future") == [
        "Сынақ 35: published_on: The publication date 01.01.2030 is in the future. "
        "Schedule the article for that day, or correct the date."
    ]


def test_a_page_named_pdf_is_refused():
    assert import_case("wrong-mime") == [
        "galleys[1]: “мақала №1 (қаз) соңғы нұсқа.pdf” is not a PDF file."
    ]


def test_several_keywords_in_one_are_offered_to_be_split():
    assert import_case("keywords") == []

    assert findings("check_joined_keywords") == [
        (
            "warns",
            "keywords",
            "ru",
            "“соль, вода; степь” may be several keywords. Split it: соль; вода; степь.",
        )
    ]
