"""A related article is found by its title in any language and spelling, its DOI or its number."""

import msgspec
import pytest
from django.test import Client
from django.urls import reverse

from articles.admin.numbers import parse_number
from articles.editing import save_article, working_record
from articles.models import Article
from articles.records.languages import text
from articles.records.record import Relation
from tests.admin.test_article_form import ADD, as_sent, posted
from tests.factories import a_journal, a_member, a_public_article, a_record, an_article, an_issue

pytestmark = pytest.mark.django_db
RELATED = reverse("admin:articles_article_related")
CAMELS = text("Түйелер туралы", "О верблюдах", "On <i>camels</i>")


@pytest.fixture
def journal():
    return a_journal()


@pytest.fixture
def client(journal):
    client = Client()
    client.force_login(a_member(journal, "editor"))
    return client


def found(client, asked, **more):
    return client.get(RELATED, {"q": asked, **more}).json()["suggestions"]


def a_row(**changes):
    row = {"kind": "corrects", **changes}
    return {
        "relations-TOTAL_FORMS": "1",
        **{f"relations-0-{name}": one for name, one in row.items()},
    }


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.mark.parametrize(
    "asked",
    [
        *("Түйелер", "түй", "verblyudy", "туйелер туралы", "верблюды", "о верблюдах", "camel"),
        *("10.5555/camels", "https://doi.org/10.5555/CAM", "doi: 10.5555/camels", "10.5555/ca"),
    ],
)
def test_an_article_is_found_by_any_spelling_and_by_its_doi(client, journal, asked):
    an_article(journal, doi="10.5555/camels", title=CAMELS)
    an_article(journal)

    assert found(client, asked) == [
        {
            "label": "Түйелер туралы / О верблюдах / On camels",
            "note": "10.5555/camels · Steppe Science · draft",
            "fill": {"target": "10.5555/camels"},
        }
    ]


def test_an_article_without_a_doi_is_written_by_its_number(client, journal):
    article = an_article(journal, doi="", title=CAMELS)

    assert [one["fill"] for one in found(client, f"№ {article.pk}")] == [
        {"target": f"№ {article.pk}"}
    ]


def test_titles_come_before_other_matches(client, journal):
    titled = an_article(journal, doi="10.5555/titled", title=CAMELS)
    an_article(journal, doi="10.5555/mentions", abstract=text(en="Camels, camels and camels."))

    assert [one["fill"]["target"] for one in found(client, "camels")] == [
        titled.doi,
        "10.5555/mentions",
    ]


def test_the_article_itself_and_those_of_other_journals_are_not_offered(client, journal):
    own = an_article(journal, doi="10.5555/own", title=CAMELS)
    a_public_article(a_journal(slug="other"), doi="10.5555/other", title=CAMELS)

    assert found(client, "camels", of=own.pk) == []
    assert found(client, "10.5555/o", of=own.pk) == []


@pytest.mark.parametrize("asked", ["", "к", "- ! ?", "\\", "(", "9" * 200, "10." * 40, "№"])
def test_any_query_has_an_answer(client, journal, asked):
    an_article(journal)

    assert found(client, asked, of="x") == []


def test_the_choice_becomes_a_relation_and_the_form_shows_its_title(client, journal):
    target = an_article(journal, doi="10.5555/camels", title=CAMELS)

    client.post(ADD, posted(journal=journal.pk, **a_row(target="10.5555/camels")))

    article = Article.objects.exclude(pk=target.pk).get()
    page = client.get(change(article))
    assert working_record(article).relations == (
        Relation(kind="corrects", article_id=target.pk, doi="10.5555/camels"),
    )
    assert ">Түйелер туралы / О верблюдах / On camels</output>" in page.text


def test_a_draft_of_another_journal_is_not_revealed_by_its_number_or_doi(client, journal):
    secret = an_article(a_journal(slug="other"), doi="10.5555/secret", title=CAMELS)

    by_number = client.post(ADD, posted(journal=journal.pk, **a_row(target=f"№ {secret.pk}")))
    client.post(ADD, posted(journal=journal.pk, **a_row(target="10.5555/secret")))

    message = f"You have no access to article № {secret.pk}. Enter its DOI or part of its title."
    (row,) = by_number.context["rows"]["relations"].forms
    assert row.errors == {"target": [message]}
    article = Article.objects.exclude(pk=secret.pk).get()
    assert working_record(article).relations == (Relation(kind="corrects", doi="10.5555/secret"),)
    assert "Түйелер" not in client.get(change(article)).text


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "верблюды",
            "Enter the № of the article: № {key} – Түйелер туралы / О верблюдах / On camels.",
        ),
        ("pengviny", "No matching article. Enter its № or DOI."),
    ],
)
def test_without_scripts_a_title_gets_the_numbers_of_its_matches(client, journal, typed, message):
    target = an_article(journal, doi="10.5555/camels", title=CAMELS)
    an_article(a_journal(slug="other"), doi="10.5555/other", title=CAMELS)

    page = client.post(ADD, posted(journal=journal.pk, **a_row(target=typed)))

    (row,) = page.context["rows"]["relations"].forms
    assert row.errors == {"target": [message.format(key=target.pk)]}


def test_unreleased_changes_of_another_journal_are_not_shown(client, journal):
    other = a_public_article(a_journal(slug="other"), doi="10.5555/other")
    save_article(msgspec.structs.replace(working_record(other), title=CAMELS), article=other)

    client.post(ADD, posted(journal=journal.pk, **a_row(target="10.5555/other")))

    article = Article.objects.exclude(pk=other.pk).get()
    (relation,) = working_record(article).relations
    assert relation.article_id == other.pk
    assert "Түйелер" not in client.get(change(article)).text


def test_an_existing_relation_stays_whoever_saves(client, journal):
    secret = an_article(a_journal(slug="other"), doi="", title=CAMELS)
    standing = Relation(kind="corrects", article_id=secret.pk)
    article = an_article(journal, relations=(standing,))
    page = client.get(change(article))

    answer = client.post(change(article), {**as_sent(page), "title_ru": "Степь"})

    article.refresh_from_db()
    record = working_record(article)
    assert (answer.status_code, record.relations) == (302, (standing,))
    assert record.title == {**a_record().title, "ru": "Степь"}
    assert "Түйелер" not in page.text


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", 12), ("", 0), (None, 0), ("²", 0), ("٢", 0), ("-1", 0), ("9" * 5000, 0), ("1.5", 0)],
)
def test_numbers_in_addresses_are_plain_digits(typed, number):
    assert parse_number(typed) == number


def test_a_suggestion_names_the_issue(client, journal):
    issue = an_issue(journal, year=2023, number="4", through_number="133")
    an_article(journal, doi="10.5555/camels", title=CAMELS, issue_id=issue.pk)

    assert [one["note"] for one in found(client, "camels")] == [
        "10.5555/camels · Steppe Science · 2023, № 4 (133) · draft"
    ]
