"""The findings panel: of a saved article, of a typed one, of a whole issue."""

from datetime import date

import pytest
from django.urls import reverse

from articles.models import Article
from articles.records.languages import text
from articles.records.record import Funding, Statements
from tests.admin.test_article_form import posted
from tests.factories import a_journal, an_affiliation, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db
PRINTED = date(2024, 3, 29)


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def page_of(article):
    return reverse("admin:articles_article_preflight", args=[article.pk])


def test_findings_of_a_saved_article_link_to_their_inputs(editor):
    article = an_article(published_on=PRINTED, abstract=text("ХХІ ғасыр", "", "Century"))

    response = editor.get(page_of(article))

    panel = response.context["panel"]
    shown = [(str(one.level), one.label, one.url) for one in panel.entries[:2]]
    form = reverse("admin:articles_article_change", args=[article.pk])
    assert shown[0] == ("Error", "Abstract", f"{form}#id_abstract_ru")
    assert (panel.blocks, f"{panel.complete} of {panel.cells}") == (1, "14 of 15")
    assert "Cannot be published: 1 to fix" in response.text
    assert f'href="{form}#id_abstract_ru"' in response.text


def test_every_link_leads_to_an_input_of_the_form(editor):
    article = an_article(
        title=text("Қaзақстан", "Степь", "Steppe"), abstract={}, irsti=(), published_on=None
    )
    form = reverse("admin:articles_article_change", args=[article.pk])

    links = [one.url for one in editor.get(page_of(article)).context["panel"].entries if one.url]
    inputs = editor.get(form).text

    assert len(links) > 4
    assert [link for link in links if f'id="{link.partition("#")[2]}"' not in inputs] == []


def test_a_finding_of_a_statement_a_funder_or_a_post_leads_to_its_input(editor):
    entity = {"ru": "Фонд &laquo;Дала"}
    article = an_article(
        statements=Statements(thanks=entity),
        funding=(Funding(funder=entity),),
        authors=(an_author(post=entity, collective=entity),),
        affiliations=(an_affiliation(unit=entity, city=entity, country="KZ"),),
    )
    form = reverse("admin:articles_article_change", args=[article.pk])

    entries = editor.get(page_of(article)).context["panel"].entries
    links = [one.url for one in entries if one.finding.check == "check_entities"]

    inputs = editor.get(form).text
    assert [link.partition("#")[2] for link in links] == [
        "id_thanks_ru",
        "id_authorships-0-collective_ru",
        "id_authorships-0-post_ru",
        "id_affiliations-0-unit_ru",
        "id_affiliations-0-city_ru",
        "id_fundings-0-funder_ru",
    ]
    assert [link for link in links if f'id="{link.partition("#")[2]}"' not in inputs] == []


def test_what_is_typed_is_marked_in_the_completeness_panel(editor):
    form = posted(journal=a_journal().pk, title_ru="&laquo;Степь&raquo;", title_kk="Дала")

    page = editor.post(reverse("admin:articles_article_live_new"), form)

    (row,) = [row for row in page.context["matrix"].rows if row.field == "title"]
    assert [str(cell.state) for cell in row.cells] == ["complete", "suspect", "missing"]


def test_a_typed_article_is_checked_and_not_saved(editor):
    article = an_article(published_on=PRINTED)

    response = editor.post(page_of(article), posted(title_kk="Қaзақстан", base_version=1))

    messages = [str(one.finding.message) for one in response.context["panel"].entries]
    article.refresh_from_db()
    assert messages[0] == "The title is missing."
    assert any(message.startswith("“Қaзақстан” mixes") for message in messages)
    assert (article.title_kk, article.version) == ("Дала өсімдіктері", 1)


def test_a_new_article_is_checked_too(editor):
    journal = a_journal()

    response = editor.post(
        reverse("admin:articles_article_preflight_new"), posted(journal=journal.pk)
    )

    assert response.context["panel"].blocks > 2
    assert Article.objects.count() == 0


def test_a_form_with_errors_is_not_checked(editor):
    article = an_article()

    response = editor.post(page_of(article), posted(received_on="yesterday"))

    assert (response.status_code, response.context["panel"]) == (422, None)
    assert "Enter a valid date." in response.text


def test_the_findings_are_for_those_who_may_see_the_article(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))

    assert client.get(page_of(an_article())).status_code == 403


def test_the_date_typed_on_the_publish_page_is_not_a_finding(editor):
    article = an_article(published_on=None)

    response = editor.get(reverse("admin:articles_article_publish", args=[article.pk]))

    assert response.context["is_blocked"] is False


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_an_issue_takes_the_same_queries_for_any_number_of_articles(
    editor, count, django_assert_max_num_queries
):
    journal = a_journal()
    issue = an_issue(journal, published_on=None)
    for place in range(1, count + 1):
        an_article(
            journal,
            issue_id=issue.pk,
            position=place,
            doi=f"10.5555/0000-0000/2024-1-{place}",
            first_page=f"{place}0",
            last_page=f"{place}9",
            published_on=PRINTED,
            abstract={},
        )

    with django_assert_max_num_queries(12):
        response = editor.get(reverse("admin:articles_issue_preflight", args=[issue.pk]))

    assert [line.pages for line in response.context["lines"]] == [
        f"{place}0–{place}9" for place in range(1, count + 1)
    ]
    assert response.context["lines"][0].blocks == tuple(
        f"Abstract ({language}): The abstract is missing."
        for language in ("Қазақша", "Русский", "English")
    )
