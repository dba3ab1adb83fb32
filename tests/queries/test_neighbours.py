"""What is around an article for its checks: others of the issue, earlier names of its authors."""

from datetime import UTC, date, datetime

import pytest

from articles.models import Article, Author
from articles.preflight import EarlierName, Neighbour, Neighbours
from articles.queries.neighbours import neighbours_of
from articles.records.languages import text
from articles.records.names import Name
from tests.factories import a_journal, a_public_article, a_record, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
ORCID = "0000-0000-1423-0019"


def record_of(article, **changes):
    return a_record(id=article.pk, issue_id=article.issue_id, **changes)


def test_the_other_articles_of_the_issue_are_neighbours():
    issue = an_issue(a_journal())
    mine = an_article(issue.journal, issue_id=issue.pk, doi="10.5555/1")
    an_article(issue.journal, issue_id=issue.pk, doi="10.5555/2", first_page="15", last_page="20")
    an_article(
        issue.journal, issue_id=issue.pk, doi="", title=text(ru="Вода"), first_page="", last_page=""
    )
    gone = a_public_article(issue.journal, issue_id=issue.pk, doi="10.5555/3")
    Article.objects.filter(pk=gone.pk).update(status="withdrawn")
    an_article(issue.journal, doi="10.5555/4")

    found = neighbours_of([record_of(mine)], TODAY)

    assert found == {
        mine.pk: Neighbours(
            articles=(
                Neighbour(
                    title="Дала өсімдіктері", doi="10.5555/2", first_page="15", last_page="20"
                ),
                Neighbour(title="Вода"),
            ),
            today=TODAY,
        )
    }


def test_a_record_without_an_issue_has_no_neighbours():
    journal = a_journal()
    mine = an_article(journal, doi="10.5555/1")
    an_article(journal, doi="10.5555/2")

    assert neighbours_of([record_of(mine)]) == {mine.pk: Neighbours()}
    assert neighbours_of([a_record()]) == {None: Neighbours()}


def test_a_scheduled_article_says_its_day_in_the_time_zone_of_the_site():
    mine = an_article()
    Article.objects.update(scheduled_for=datetime(2027, 1, 1, 19, tzinfo=UTC))

    assert neighbours_of([record_of(mine)])[mine.pk].scheduled_on == date(2027, 1, 2)


def test_names_in_public_articles_of_the_same_person_are_found_by_orcid_and_key():
    journal = a_journal()
    person = Author.objects.create(family_name_kk="Төлегенова")
    names = {"ru": Name("Тулегенова", "У.", "С."), "en": Name("Tulegenova")}
    by_orcid = a_public_article(
        journal, doi="10.5555/1", authors=(an_author(names=names, orcid=ORCID),)
    )
    by_key = a_public_article(
        journal, doi="10.5555/2", authors=(an_author(names=names, author_id=person.pk),)
    )
    an_article(journal, doi="10.5555/3", authors=(an_author(orcid=ORCID),))
    a_public_article(journal, doi="10.5555/4", authors=(an_author(orcid=""),))
    mine = an_article(journal, doi="10.5555/5")
    record = record_of(mine, authors=(an_author(orcid=ORCID, author_id=person.pk),))

    found = neighbours_of([record])[mine.pk].earlier_names

    assert set(map(repr, found)) == {
        repr(EarlierName(orcid=ORCID, names=names, title="Дала өсімдіктері")),
        repr(EarlierName(author_id=person.pk, names=names, title="Дала өсімдіктері")),
    }
    own = record_of(by_orcid, authors=record.authors)
    assert [one.author_id for one in neighbours_of([own])[by_orcid.pk].earlier_names] == [person.pk]
    assert by_key.pk != by_orcid.pk
