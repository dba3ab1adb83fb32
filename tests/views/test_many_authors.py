"""Many authors: the article's page folds them, lists show three, and nobody is left out alone."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Authorship
from tests.factories import a_journal, a_public_article, an_affiliation, an_author, an_issue

pytestmark = pytest.mark.django_db

GROUP = Authorship(kind="organisation", collective=text("Дала тобы", "Группа", "Dala Group"))


def people(count, **changes):
    return tuple(
        an_author(names={"en": Name(f"Family{number}", "Given", "")}, **changes)
        for number in range(1, count + 1)
    )


def html_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def article_page(client, article):
    return html_of(client, f"/en/articles/{article.pk}/")


def authors_of(html):
    return html.partition('id="authors"')[2].partition("</section>")[0]


def names(html):
    return re.findall(r"Given Family\d+", html)


def list_line(client, article):
    """What an issue says of the authors of its only article."""
    html = html_of(client, f"/en/steppe-science/issues/{article.issue_id}/")
    line = html.partition("</h3>")[2].partition("<p>")[2].partition("</p>")[0]
    return re.sub(r"<[^>]+>", "", line).replace("\N{NO-BREAK SPACE}", " ").strip()


def in_issue(**changes):
    journal = a_journal()
    return a_public_article(
        journal, issue_id=an_issue(journal).pk, title=text(en="Grass"), language="en", **changes
    )


def test_six_authors_stand_in_cards_with_their_affiliations(client):
    html = article_page(client, a_public_article(authors=people(6)))

    assert '<section class="people" id="authors"' in html
    assert authors_of(html).count("Steppe University") == 6
    assert 'class="byline"' not in html


@pytest.mark.parametrize(("count", "folded"), [(7, 0), (10, 0), (11, 1), (300, 290)])
def test_more_than_ten_authors_are_folded(client, count, folded):
    html = authors_of(article_page(client, a_public_article(authors=people(count))))

    lines = re.findall(r'<ol class="byline"( start="11")?>(.*?)</ol>', html)
    assert [len(names(line)) for _start, line in lines] == ([10, folded] if folded else [count])
    more = "1 more author" if folded == 1 else f"{folded} more authors"
    assert (f"<summary>{more}</summary>" in html) == bool(folded)


def test_each_affiliation_of_many_authors_stands_once_and_is_numbered(client):
    places = tuple(an_affiliation(name=text(en=f"Institute {n}")) for n in (1, 2))
    authors = (*people(6, marks=(2,)), an_author(marks=(1, 2)), an_author(marks=(7,)))

    html = authors_of(article_page(client, a_public_article(authors=authors, affiliations=places)))

    assert html.count("Institute 1") == 1
    assert re.findall(r'<li id="(a\d)"[^>]*>(Institute \d)', html) == [
        ("a1", "Institute 1"),
        ("a2", "Institute 2"),
    ]
    assert html.count('<sup><a href="#a2">2</a></sup>') == 6
    assert html.count('<sup><a href="#a1">1</a>,<a href="#a2">2</a></sup>') == 1
    assert '"#a7"' not in html


@pytest.mark.parametrize(("count", "is_open"), [(6, True), (7, False)])
def test_many_affiliations_are_folded(client, count, is_open):
    places = tuple(an_affiliation(name=text(en=f"Institute {n}")) for n in range(count))

    html = article_page(client, a_public_article(authors=people(7), affiliations=places))

    assert ('<details class="fold" open> <summary>Affiliations' in html) == is_open


def test_a_collaboration_is_named_before_its_members(client):
    html = article_page(client, a_public_article(authors=(*people(7), GROUP)))

    authors = html.partition('id="authors"')[2]
    assert authors.index("Dala Group") < authors.index("Given Family1")


def test_the_degree_and_the_address_of_many_authors_are_not_lost(client):
    authors = (*people(6), an_author(degree=text(en="PhD"), corresponding=True, email="a@b.kz"))

    html = article_page(client, a_public_article(authors=authors))

    assert "Ulzhan Tolegenova: PhD" in html
    assert '<sup><a href="#a1">1</a>*</sup>' in html
    assert '* Corresponding author: <a href="mailto:a@b.kz">a@b.kz</a>' in html


@pytest.mark.parametrize(
    ("authors", "line"),
    [
        (people(3), "Family1 G., Family2 G., Family3 G."),
        (people(4), "Family1 G., Family2 G., Family3 G., Family4 G."),
        (people(5), "Family1 G., Family2 G., Family3 G. and 2 more"),
        (people(300), "Family1 G., Family2 G., Family3 G. and 297 more"),
        ((*people(300), GROUP), "Dala Group: Family1 G., Family2 G., Family3 G. and 297 more"),
        ((GROUP, *people(3)), "Dala Group, Family1 G., Family2 G., Family3 G."),
        ((GROUP,) * 5, "Dala Group, Dala Group, Dala Group and 2 more"),
    ],
    ids=["three", "four", "five", "300", "collaboration", "small group", "groups alone"],
)
def test_a_list_shows_three_authors_and_counts_the_others(client, authors, line):
    assert list_line(client, in_issue(authors=authors)) == line


def test_the_others_are_a_link_to_the_authors_of_the_page(client):
    article = in_issue(authors=people(300))

    html = html_of(client, f"/en/steppe-science/issues/{article.issue_id}/")

    link = f'<a class="muted" href="/en/articles/{article.pk}/#authors">and 297 more</a>'
    assert link in html


@pytest.mark.parametrize("count", [1, 300])
def test_the_page_makes_as_many_queries_for_300_authors_as_for_one(client, count):
    article = a_public_article(authors=people(count))

    with CaptureQueriesContext(connection) as queries:
        article_page(client, article)

    assert len(queries) == 5
