"""The lists of the admin take the same number of queries for any number of rows."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import (
    Article,
    Author,
    Delivery,
    Deposit,
    EarlierAddress,
    Issue,
    Manuscript,
    Membership,
    Organisation,
    Page,
    Revision,
    Section,
    User,
)
from tests.factories import a_journal, a_member

pytestmark = pytest.mark.django_db
MANY = 300


def articles(journal, count):
    return Article.objects.bulk_create(
        Article(journal=journal, title_kk=f"Мақала {n}") for n in range(count)
    )


def issues(journal, count):
    return Issue.objects.bulk_create(
        Issue(journal=journal, year=1700 + n, number="1") for n in range(count)
    )


def users(journal, count):
    """People of the journal, one role each."""
    people = User.objects.bulk_create(
        User(username=f"user-{n}", email=f"{n}@example.org") for n in range(count)
    )
    Membership.objects.bulk_create(
        Membership(user=user, journal=journal, role="editor") for user in people
    )
    return people


def journals(journal, count):
    return [a_journal(slug=f"other-{n}") for n in range(count)]


def sections(journal, count):
    return Section.objects.bulk_create(
        Section(journal=journal, title_kk=f"Бөлім {n}") for n in range(count)
    )


def pages(journal, count):
    return Page.objects.bulk_create(Page(journal=journal, slug=f"page-{n}") for n in range(count))


def authors(journal, count):
    return Author.objects.bulk_create(Author(family_name_kk=f"А{n}") for n in range(count))


def organisations(journal, count):
    return Organisation.objects.bulk_create(Organisation(name_kk=f"Ұйым {n}") for n in range(count))


def deliveries(journal, count):
    return Delivery.objects.bulk_create(
        Delivery(issue=issue, receiver="Кітапхана") for issue in issues(journal, count)
    )


def deposits(journal, count):
    return Deposit.objects.bulk_create(
        Deposit(journal=journal, name=f"{n}.xml", due_at="2026-01-01T00:00Z") for n in range(count)
    )


def revisions(journal, count):
    return Revision.objects.bulk_create(
        Revision(article=article, version=1, stored="{}") for article in articles(journal, count)
    )


def addresses(journal, count):
    return EarlierAddress.objects.bulk_create(
        EarlierAddress(path=f"/{n}", article=article)
        for n, article in enumerate(articles(journal, count))
    )


def manuscripts(journal, count):
    return Manuscript.objects.bulk_create(
        Manuscript(journal=journal, path=f"m/{n}", size=1, name=f"{n}.docx", state="refused")
        for n in range(count)
    )


# What fills each list, and what it asks for whoever keeps the site; a member of the journal's
# office costs two queries more, for the roles.
LISTS = {
    "journal": (journals, 6),
    "issue": (issues, 8),
    "section": (sections, 7),
    "page": (pages, 7),
    "author": (authors, 8),
    "organisation": (organisations, 8),
    "user": (users, 6),
    "membership": (users, 6),
    "delivery": (deliveries, 7),
    "deposit": (deposits, 7),
    "revision": (revisions, 6),
    "earlieraddress": (addresses, 6),
    "manuscript": (manuscripts, 6),
}
ROLES = 2


@pytest.mark.parametrize("count", [1, MANY])
@pytest.mark.parametrize("table", LISTS)
def test_a_list_takes_the_same_queries_for_any_count(
    admin_client, table, count, django_assert_num_queries
):
    fill, queries = LISTS[table]
    journal, chief, url = a_journal(), Client(), reverse(f"admin:articles_{table}_changelist")
    chief.force_login(a_member(journal))
    fill(journal, count)
    admin_client.get(url)

    with django_assert_num_queries(queries):
        seen = admin_client.get(url)
    with django_assert_num_queries(queries + ROLES):
        chief.get(url)

    assert seen.status_code == 200
    assert seen.content.count(b"</tr>") + seen.content.count(b"</li>") >= min(count, 50)


@pytest.mark.parametrize("count", [1, 12])
def test_the_form_of_a_user_takes_the_same_queries_for_any_number_of_roles(
    admin_client, count, django_assert_num_queries
):
    journal = a_journal()
    (section, *_more) = sections(journal, 20)
    (user,) = users(journal, 1)
    for other in journals(journal, count - 1):
        Membership.objects.create(user=user, journal=other, role="editor")
    user.memberships.first().sections.add(section)
    url = reverse("admin:articles_user_change", args=[user.pk])
    admin_client.get(url)

    with django_assert_num_queries(10):
        page = admin_client.get(url).content.decode()

    assert page.count('-role"') >= count
    assert f'<option value="{section.pk}" selected>' in page


@pytest.mark.parametrize(
    ("typed", "code", "errors"),
    [
        ("kz", "KZ", None),
        ("", "", None),
        ("Казахстан", "KZ", None),
        (
            "Казхстан",
            None,
            ["“Казхстан” is not in the list of countries. Did you mean: Казахстан?"],
        ),
    ],
)
def test_the_country_of_an_organisation_is_typed_and_kept_as_a_code(
    admin_client, admin_user, typed, code, errors
):
    admin_user.interface_language = "en"
    admin_user.save()

    response = admin_client.post(
        reverse("admin:articles_organisation_add"), {"name_kk": "Дала", "country": typed}
    )

    if errors:
        assert response.context["adminform"].form.errors == {"country": errors}
    assert list(Organisation.objects.values_list("country", flat=True)) == (
        [] if errors else [code]
    )
