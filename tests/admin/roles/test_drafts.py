"""Drafts and their files are seen by the roles of their journal and section alone."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Delivery, Manuscript, Membership, Section
from tests.admin.roles.matrix import PAGES, ROLES, SHARED
from tests.admin.roles.office import Office, client_of
from tests.factories import a_member

pytestmark = pytest.mark.django_db


def test_a_draft_is_hidden_from_readers(home):
    article, client = home.things["article"], Client()
    root = f"/articles/{article.pk}"

    pages = [
        client.get(f"/kk{root}/").status_code,
        client.get(f"{root}/export/bibtex").status_code,
        client.get(f"{root}/files/{home.galley.id}/{home.galley.name}").status_code,
        client.get("/doi/10.5555/home").status_code,
    ]

    assert pages == [404, 404, 404, 404]


@pytest.mark.parametrize("role", ROLES)
def test_roles_that_see_a_draft_get_its_files(role, home):
    away = Office("away", 2)
    client = client_of(home.journal, role)

    answers = [
        client.get(f"/articles/{place.things['article'].pk}/files/{place.galley.id}/a.pdf")
        for place in (home, away)
    ]
    exports = [
        client.get(f"/articles/{place.things['article'].pk}/export/bibtex")
        for place in (home, away)
    ]
    previews = [
        client.get(f"/kk/articles/{place.things['article'].pk}/preview/").status_code
        for place in (home, away)
    ]

    assert [response.status_code for response in answers] == [200, 404]
    assert [response.status_code for response in exports] == [200, 404]
    assert {answers[0]["Cache-Control"], exports[0]["Cache-Control"]} == {"private, no-store"}
    assert previews == [200, 403]


def test_a_section_editor_gets_files_of_their_sections_only(home):
    client = client_of(home.journal, "section_editor")
    Article.objects.update(section=None)

    answer = client.get(f"/articles/{home.things['article'].pk}/files/{home.galley.id}/a.pdf")

    assert answer.status_code == 404


@pytest.fixture
def outside(home):
    """A section editor of another section of the same journal, who also sees another journal."""
    Manuscript.objects.update(article=home.things["article"], name="Құпия home")
    Delivery.objects.all().delete()
    other = Section.objects.create(journal=home.journal, title_kk="Тау")
    user = a_member(home.journal, "section_editor")
    user.memberships.get().sections.set([other])
    Membership.objects.create(
        user=user, journal=Office("away", 2).journal, role="translator", languages=["ru"]
    )
    client = Client()
    client.force_login(user)
    return client


SEARCHED = "articles_article_changelist"
PUBLIC = ("boardgroup", "boardmember", "indexingdatabase")  # readers see what is in them


def test_a_section_editor_sees_no_draft_of_another_section(home, outside):
    """On no page of the office, in no list, search or suggestion, at no public address."""
    article = home.things["article"]
    addresses = [home.address(name) for name in PAGES if PAGES[name][0] not in (*SHARED, *PUBLIC)]
    addresses += [
        reverse("admin:index"),
        f"{reverse(f'admin:{SEARCHED}')}?q=Құпия",
        f"{reverse('admin:articles_article_related')}?q=Құпия",
        f"{reverse('admin:autocomplete')}?app_label=articles&model_name=relation&field_name=target",
        f"/kk/articles/{article.pk}/preview/",
        f"/articles/{article.pk}/export/bibtex",
    ]

    secret = "Құпия home".encode()
    shown = [address for address in addresses if secret in b"".join(outside.get(address))]

    assert shown == []
    assert outside.get(home.address("articles_issue_makeup")).context["lines"] == []
    assert outside.get(home.address("articles_issue_dois")).context["lines"] == []
    assert outside.get(home.address("articles_issue_preflight")).context["lines"] == []


def test_of_two_journals_each_role_counts_in_its_own(home, outside):
    away = Article.objects.get(journal__slug="away")

    answers = [
        outside.get(reverse("admin:articles_article_change", args=[article.pk])).status_code
        for article in (home.things["article"], away)
    ]
    published = outside.post(
        reverse("admin:articles_article_publish", args=[away.pk]), {"published_on": "2026-01-01"}
    )
    arranged = outside.post(
        reverse("admin:articles_issue_makeup", args=[away.issue_id]), {"do": "fill", "start": "7"}
    )

    away.refresh_from_db()
    assert answers == [403, 200]
    assert (published.status_code, arranged.status_code) == (403, 403)
    assert (away.status, away.version) == ("draft", 1)
