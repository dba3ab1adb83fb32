"""Every page of the admin for every role, in its own and in another journal."""

import re

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from articles.models import Membership, User
from tests.admin.roles.matrix import ABOUT_NOTHING, LETTERS, OPEN, PAGES, ROLES, SHARED
from tests.admin.roles.office import Office, client_of

pytestmark = pytest.mark.django_db


def names(resolver):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern)
        elif pattern.name:
            yield pattern.name


def test_every_address_of_the_admin_is_in_the_matrix():
    office = next(
        pattern
        for pattern in get_resolver().url_patterns
        if getattr(pattern, "namespace", "") == "admin"
    )

    assert set(names(office)) == set(PAGES) | OPEN


def is_let_in(response):
    assert response.status_code in (200, 302, 403, 404, 405, 422), response.status_code
    return response.status_code in (200, 422)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_pages_in_its_journal_and_none_in_another(role, home):
    away = Office("away", 2)
    client = client_of(home.journal, role)

    visited = {name for name in PAGES if is_let_in(client.get(home.address(name)))}
    abroad = {
        name
        for name, (about, _who) in PAGES.items()
        if about not in SHARED
        and not name.endswith(("_changelist", "_add", *ABOUT_NOTHING))
        and is_let_in(client.get(away.address(name)))
    }

    assert visited == {
        name for name, (_about, who) in PAGES.items() if role in map(LETTERS.get, who)
    }
    assert abroad == set()


@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_no_list_and_no_suggestion_shows_another_journal(role, home):
    away = Office("away", 2)
    client = client_of(home.journal, role if role in ROLES else "auditor")
    if role == "nobody":
        Membership.objects.filter(role="auditor").delete()
    lists = [name for name in PAGES if name.endswith("_changelist")]
    fields = [
        *(("delivery", "issue"), ("article", "issue"), ("article", "section")),
        *(("relation", "target"), ("earlieraddress", "article")),
    ]

    texts = [client.get(away.address(name)).content.decode() for name in lists]
    texts += [
        client.get(
            reverse("admin:autocomplete"),
            {"app_label": "articles", "model_name": model, "field_name": field, "term": ""},
        ).content.decode()
        for model, field in fields
    ]

    texts.append(client.get(reverse("admin:articles_article_related"), {"q": "Құпия"}).text)

    assert [re.findall(r"Құпия away|away\.xml|away@example\.org", text) for text in texts] == [
        [] for _text in texts
    ]


def test_a_staff_user_without_a_membership_opens_nothing(home):
    stranger = User.objects.create(username="stranger", is_staff=True)
    client = Client()
    client.force_login(stranger)

    assert {name for name in PAGES if is_let_in(client.get(home.address(name)))} == set()


def test_a_visitor_is_redirected_to_the_sign_in(home):
    answers = {Client().get(home.address(name)).url.partition("?")[0] for name in PAGES}

    assert answers == {reverse("admin:login")}
