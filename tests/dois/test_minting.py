"""Minting by the journal's pattern, and what may not change any more."""

from datetime import date

import msgspec
import pytest

from articles.dois import (
    DoiNotChanged,
    cancel_doi,
    mark_registered_elsewhere,
    mint_doi,
    mint_issue_dois,
    minting,
    plan_dois,
    plan_issue_dois,
    reserve_doi,
)
from articles.editing import FrozenDoi, save_article, working_record
from articles.models import Article
from tests.factories import a_journal, a_public_article, an_article, an_issue


@pytest.mark.django_db
def test_an_issue_is_minted_whole():
    journal = a_journal()
    issue = an_issue(journal)
    for position in (1, 2):
        an_article(journal, doi="", issue_id=issue.pk, position=position)

    mint_issue_dois(issue)

    dois = Article.objects.order_by("position").values_list("doi", flat=True)
    assert list(dois) == ["10.5555/0000-0000/2024-1-1", "10.5555/0000-0000/2024-1-2"]


@pytest.mark.django_db
def test_an_article_that_cannot_be_minted_is_named_and_the_others_are_minted():
    journal = a_journal(doi_pattern="{issn}/{year}-{number}-{sequence}")
    issue = an_issue(journal)
    first = an_article(journal, doi="", issue_id=issue.pk, position=1)
    placeless = an_article(journal, doi="", issue_id=issue.pk)
    same_place = an_article(journal, doi="", issue_id=issue.pk, position=1)
    second = an_article(journal, doi="", issue_id=issue.pk, position=2)

    minting = mint_issue_dois(issue)

    assert [(article.pk, article.doi) for article in minting.minted] == [
        (first.pk, "10.5555/0000-0000/2024-1-1"),
        (second.pk, "10.5555/0000-0000/2024-1-2"),
    ]
    assert [(one.article.pk, one.doi, one.problem, one.remedy) for one in minting.refused] == [
        (
            same_place.pk,
            "",
            "“Дала өсімдіктері” will get the DOI 10.5555/0000-0000/2024-1-1.",
            "Both have position 1 in the issue. Correct one of them.",
        ),
        (
            placeless.pk,
            "",
            "The pattern needs {sequence}, which this article does not have yet.",
            "Enter the article's position in the issue (page “Layout” of the issue).",
        ),
    ]
    assert Article.objects.filter(doi__isnull=True).count() == 2


@pytest.mark.django_db
def test_two_parts_of_an_issue_get_different_dois_by_the_proposed_pattern():
    journal = a_journal()
    for part in ("1", "2"):
        issue = an_issue(journal, part=part)
        an_article(journal, doi="", issue_id=issue.pk, position=1)
        mint_issue_dois(issue)

    dois = Article.objects.order_by("pk").values_list("doi", flat=True)
    assert list(dois) == ["10.5555/0000-0000/2024-1.1-1", "10.5555/0000-0000/2024-1.2-1"]


OLD_PATTERN = "{issn}/{year}-{number}-{sequence}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pattern", "first", "second", "remedy"),
    [
        (OLD_PATTERN, {"part": "1"}, {"part": "2"}, "Add {part} to the journal's DOI pattern."),
        (OLD_PATTERN, {"part": "1"}, {"part": ""}, "Add {part} to the journal's DOI pattern."),
        (
            OLD_PATTERN,
            {"volume": "1"},
            {"volume": "2"},
            "Add {volume} to the journal's DOI pattern.",
        ),
        (
            OLD_PATTERN,
            {"volume": "1"},
            {"through_number": "9"},
            "Fill in “number in DOIs” of one of the two issues.",
        ),
        (
            "{year}-{number}.{part}-{sequence}",
            {"part": "А"},
            {"part": "A"},
            "Fill in “number in DOIs” of one of the two issues.",
        ),
        (
            "{year}-{number}-{first}",
            {},
            None,
            "Add {id} to the journal's DOI pattern, or enter the DOI by hand.",
        ),
    ],
)
def test_an_article_whose_doi_is_taken_is_told_what_tells_the_two_apart(
    pattern, first, second, remedy
):
    journal = a_journal(doi_pattern=pattern)
    issue = an_issue(journal, **first)
    other = issue if second is None else an_issue(journal, **second)
    taken = an_article(journal, doi="", issue_id=issue.pk, position=1, title={"en": "Water"})
    mint_doi(taken)
    article = an_article(journal, doi="", issue_id=other.pk, position=1)

    with pytest.raises(DoiNotChanged) as refused:
        mint_doi(article)
    (planned,) = plan_issue_dois(other)

    taken.refresh_from_db()
    assert (str(refused.value), refused.value.remedy) == (planned.problem, planned.remedy)
    assert planned.problem == f"“Water” has the DOI {taken.doi}."
    assert planned.remedy == remedy


@pytest.mark.django_db
def test_a_doi_in_other_case_is_taken_too():
    journal = a_journal(doi_pattern="A{id}")
    article = an_article(journal, doi="")
    other = an_article(journal, doi=f"10.5555/a{article.pk}", title={"en": "Water"})

    (planned,) = plan_dois([article])

    assert planned.problem == f"“Water” has the DOI {other.doi}."


@pytest.mark.django_db
def test_a_cancelled_doi_is_not_planned_again():
    journal = a_journal(doi_pattern="{year}.{sequence}")
    issue = an_issue(journal)
    article = an_article(journal, doi="", issue_id=issue.pk, position=1)
    mint_doi(article)
    article.refresh_from_db()
    reserve_doi(article)
    cancel_doi(article, reason="Printed by mistake.")

    minting = mint_issue_dois(issue)

    assert [(one.problem, one.remedy) for one in minting.refused] == [
        (
            "The DOI 10.5555/2024.1 was cancelled and cannot be used again.",
            "Change the journal's DOI pattern, or enter another DOI by hand.",
        )
    ]


@pytest.mark.django_db
def test_an_article_that_another_editor_changes_meanwhile_does_not_stop_the_others(monkeypatch):
    journal = a_journal()
    issue = an_issue(journal)
    changed, unchanged = (
        an_article(journal, doi="", issue_id=issue.pk, position=position) for position in (1, 2)
    )
    plans = plan_issue_dois(issue)
    with_doi(changed, "10.5555/by-hand")
    monkeypatch.setattr(minting, "plan_issue_dois", lambda _issue: plans)

    outcome = mint_issue_dois(issue)

    assert [one.article for one in outcome.refused] == [changed]
    assert [article.pk for article in outcome.minted] == [unchanged.pk]
    changed.refresh_from_db()
    assert changed.doi == "10.5555/by-hand"


@pytest.mark.django_db
def test_an_article_without_an_issue_is_minted_by_year_and_id():
    article = an_article(
        a_journal(doi_pattern="{issn}/{year}-{id}"), doi="", published_on=date(2026, 6, 30)
    )

    mint_doi(article)

    article.refresh_from_db()
    assert article.doi == f"10.5555/0000-0000/2026-{article.pk}"


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3, 30])
def test_any_number_of_dois_is_planned_in_the_same_queries(count, django_assert_num_queries):
    journal = a_journal()
    issue = an_issue(journal)
    for position in range(1, count + 1):
        an_article(journal, doi="", issue_id=issue.pk, position=position)

    with django_assert_num_queries(7):
        plans = plan_issue_dois(issue)

    assert [planned.doi for planned in plans] == [
        f"10.5555/0000-0000/2024-1-{position}" for position in range(1, count + 1)
    ]


@pytest.mark.django_db
def test_an_existing_doi_is_not_replaced():
    with pytest.raises(DoiNotChanged, match="has the DOI"):
        mint_doi(an_article())


def with_doi(article, doi):
    article.refresh_from_db()
    record = msgspec.structs.replace(working_record(article), doi=doi)
    return save_article(record, article=article)


@pytest.mark.django_db
def test_a_doi_changes_until_it_is_reserved_for_print():
    article = an_article()
    with_doi(article, "10.5555/another")
    article.refresh_from_db()
    reserve_doi(article)

    with pytest.raises(FrozenDoi, match="cannot be changed: it is reserved: printed on page one"):
        with_doi(article, "10.5555/third")


@pytest.mark.django_db
@pytest.mark.parametrize("freeze", [mark_registered_elsewhere, None])
def test_a_published_or_registered_doi_stays(freeze):
    article = an_article() if freeze else a_public_article()
    if freeze:
        freeze(article)

    with pytest.raises(FrozenDoi):
        with_doi(article, "")


@pytest.mark.django_db
def test_a_cancelled_doi_is_never_used_again():
    article = an_article(doi="10.5555/Given-Up")
    reserve_doi(article)

    cancel_doi(article, reason="Printed by mistake.")

    article.refresh_from_db()
    assert (article.doi, article.doi_state) == (None, "none")
    with pytest.raises(FrozenDoi, match="was cancelled and cannot be used again"):
        with_doi(article, "10.5555/given-up")


@pytest.mark.django_db
def test_only_a_reserved_doi_of_a_draft_can_be_cancelled():
    with pytest.raises(DoiNotChanged):
        cancel_doi(a_public_article(), reason="why not")
