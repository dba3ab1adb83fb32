"""Small files beside the project that went wrong: their articles get DOIs, or a message."""

import io

import pytest
from django.core.management import call_command

from articles.dois import mint_doi, mint_issue_dois, plan_issue_dois
from articles.models import Article, Issue, Journal
from tests.exports.schemas import BESIDE

CASES = BESIDE / "cases" / "import"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not CASES.is_dir(), reason=f"no {CASES}: the cases lie there"),
]
ISSUES = (
    {"number": "5", "part": "1"},
    {"number": "5", "part": "2"},
    {"number": "3-4"},
    {"number": "Спецвыпуск"},
)


@pytest.fixture
def journal():
    call_command("load_sample", stdout=io.StringIO())
    sample = Journal.objects.get()
    for numbers in ISSUES:
        Issue.objects.create(journal=sample, year=2026, **numbers)
    return sample


def imported(journal, name):
    known = set(Article.objects.values_list("pk", flat=True))
    call_command(
        "import_articles",
        str(CASES / f"{name}.json"),
        journal=journal.slug,
        publish=True,
        stdout=io.StringIO(),
    )
    return Article.objects.exclude(pk__in=known).get()


def test_two_parts_of_one_number_get_two_dois(journal):
    articles = [imported(journal, name) for name in ("part-a", "part-b")]

    for article in articles:
        mint_issue_dois(article.issue)
        article.refresh_from_db()

    assert [article.doi for article in articles] == [
        "10.5555/0000-0000/2026-5.1-1",
        "10.5555/0000-0000/2026-5.2-1",
    ]


def test_an_older_pattern_tells_what_keeps_the_parts_apart(journal):
    Journal.objects.update(doi_pattern="{issn}/{year}-{number}-{sequence}")
    first, second = (imported(journal, name) for name in ("part-a", "part-b"))

    mint_issue_dois(first.issue)
    outcome = mint_issue_dois(second.issue)

    assert [(one.problem, one.remedy) for one in outcome.refused] == [
        (
            "“Сынақ 25a” has the DOI 10.5555/0000-0000/2026-5-1.",
            "Add {part} to the journal's DOI pattern.",
        )
    ]


@pytest.mark.parametrize(
    ("own", "doi"),
    [("", "10.5555/0000-0000/2026-special-1"), ("spec-vol", "10.5555/0000-0000/2026-spec-vol-1")],
)
def test_a_number_in_words_is_proposed_before_it_is_minted(journal, own, doi):
    article = imported(journal, "special")
    Issue.objects.filter(pk=article.issue_id).update(doi_number=own)

    (planned,) = plan_issue_dois(article.issue)
    mint_issue_dois(article.issue)

    article.refresh_from_db()
    assert (planned.doi, article.doi) == (doi, doi)


@pytest.mark.parametrize("end", ["{year}-{id}", "{year}-{article_number}"])
def test_an_article_without_an_issue_has_the_year_of_its_publication(journal, end):
    Journal.objects.update(doi_pattern=end)
    article = imported(journal, "no-issue-mint")
    last = {"{year}-{id}": article.pk, "{year}-{article_number}": "e7"}[end]

    mint_doi(article)

    article.refresh_from_db()
    assert article.doi == f"10.5555/2026-{last}"
