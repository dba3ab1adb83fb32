"""Minting by the journal's pattern, and what may not change any more."""

import msgspec
import pytest

from articles.dois import (
    DoiNotChanged,
    UnusablePattern,
    cancel_doi,
    doi_by_pattern,
    mark_registered_elsewhere,
    mint_doi,
    mint_issue_dois,
    reserve_doi,
)
from articles.editing import FrozenDoi, save_article, working_record
from articles.models import Article
from tests.factories import (
    ISSUE,
    a_journal,
    a_public_article,
    a_public_record,
    an_article,
    an_issue,
)


@pytest.mark.parametrize(
    ("pattern", "doi"),
    [
        ("{issn}/{year}-{number}-{sequence}", "10.5555/0000-0000/2024-1-3"),
        (
            "{issn}/{year}-{through}-{number}-{first}-{last}",
            "10.5555/0000-0000/2024-9-1-5-14",
        ),
        ("{slug}.{year}.{sequence}", "10.5555/steppe-science.2024.3"),
    ],
)
def test_a_pattern_is_filled_from_the_record(pattern, doi):
    assert doi_by_pattern(a_public_record(position=3), pattern) == doi


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{volume}", "The pattern needs {volume}, which this article does not have yet."),
        ("{issn}/{nothing}", "The pattern cannot use {nothing}. It can use"),
        ("{issn", "The braces of the pattern do not match."),
    ],
)
def test_a_pattern_that_cannot_be_filled_says_why(pattern, message):
    with pytest.raises(UnusablePattern) as refused:
        doi_by_pattern(a_public_record(issue=ISSUE), pattern)

    assert str(refused.value).startswith(message)


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
def test_one_article_without_its_place_keeps_the_issue_from_being_minted():
    journal = a_journal()
    issue = an_issue(journal)
    an_article(journal, doi="", issue_id=issue.pk, position=1)
    an_article(journal, doi="", issue_id=issue.pk)

    with pytest.raises(UnusablePattern, match=r"\{sequence\}"):
        mint_issue_dois(issue)

    assert Article.objects.filter(doi__isnull=False).count() == 0


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
