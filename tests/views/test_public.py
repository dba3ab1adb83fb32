"""Every public page answers, and shows nothing that was never released."""

import pytest

from articles.models import Author
from tests.factories import a_journal, a_public_article, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db

SECRET = "Жария емес мақала"


@pytest.fixture
def site():
    """A journal with an issue, a public article and a draft beside it, both by one author."""
    journal = a_journal()
    issue = an_issue(journal)
    author = Author.objects.create(family_name_kk="Төлегенова", given_name_kk="Ұлжан")
    hidden = Author.objects.create(family_name_kk="Құпия")
    article = a_public_article(
        journal, issue_id=issue.pk, position=1, authors=(an_author(author_id=author.pk),)
    )
    draft = an_article(
        journal,
        issue_id=issue.pk,
        position=2,
        doi="10.5555/draft",
        title={"kk": SECRET, "ru": SECRET, "en": SECRET},
        keywords={"kk": ("құпия",), "ru": ("құпия",), "en": ("құпия",)},
        authors=(an_author(author_id=author.pk), an_author(author_id=hidden.pk)),
    )
    return {
        "journal": journal.slug,
        "issue": issue.pk,
        "article": article.pk,
        "author": author.pk,
        "draft": draft.pk,
        "hidden": hidden.pk,
    }


PAGES = (
    "",
    "{journal}/",
    "{journal}/issues/",
    "{journal}/issues/{issue}/",
    "articles/{article}/",
    "authors/{author}/",
    "keywords/",
    "keywords/?term=дала",
    "search/",
    "search/?q=steppe",
)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_in_its_language_and_shows_no_draft(client, site, page, language):
    response = client.get(f"/{language}/{page.format(**site)}")

    html = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in html
    assert SECRET not in html
    assert "құпия" not in html.lower()
    assert "10.5555/draft" not in html


@pytest.mark.parametrize(
    "address",
    [
        "/kk/articles/{draft}/",
        "/kk/authors/{hidden}/",
        "/kk/keywords/?term=құпия",
        "/doi/10.5555/draft",
        "/articles/{draft}/files/1/a.pdf",
    ],
)
def test_a_draft_has_no_address(client, site, address):
    assert client.get(address.format(**site)).status_code == 404
