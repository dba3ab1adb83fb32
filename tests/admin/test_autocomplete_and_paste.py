"""Autocomplete, pasted authors and references, added rows, previews, translators' forms."""

import pytest
from django.urls import reverse

from articles.models import Author, Membership, Organisation, User
from articles.records.languages import text
from articles.records.names import Name
from tests.admin.test_article_form import as_sent, posted
from tests.factories import a_journal, an_affiliation, an_article, an_author

pytestmark = pytest.mark.django_db
ADD = reverse("admin:articles_article_add")
PEOPLE = reverse("admin:articles_article_people")
ORGANISATIONS = reverse("admin:articles_article_organisations")


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


@pytest.fixture
def tolegenova(db):
    return Author.objects.create(
        family_name_kk="Төлегенова",
        given_name_kk="Ұлжан",
        family_name_ru="Тулегенова",
        family_name_en="Tolegenova",
        orcid="0000-0000-0000-0001",
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Төлегенова",
        "Толеген",
        "төлегенова ұ",
        "Tolegenova",
        "tölegen",
        "Тулегенова",
        "0000-0000-0000-0001",
        "https://orcid.org/0000-0000-0000-0001",
        "Тoлегенова",  # with a Latin o
    ],
)
def test_a_person_is_suggested_for_any_spelling(
    editor, tolegenova, asked, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4):  # session, user, and two of its own
        suggestions = editor.get(PEOPLE, {"q": asked}).json()["suggestions"]

    assert [suggestion["label"] for suggestion in suggestions] == [
        "Төлегенова Ұлжан / Тулегенова / Tolegenova"
    ]
    assert suggestions[0]["fill"]["author"] == tolegenova.pk
    assert suggestions[0]["fill"]["family_name_en"] == "Tolegenova"


def test_printed_authors_are_suggested_too_and_once(editor):
    an_article(authors=(an_author(names={"ru": Name("Ветродуев", "Лука")}),))

    suggestions = editor.get(PEOPLE, {"q": "Vetroduyev"}).json()["suggestions"]

    assert [suggestion["label"] for suggestion in suggestions] == ["Ветродуев Лука"]


@pytest.mark.parametrize("asked", ["Дала унив", "dala universiteti", "Steppe", "0"])
def test_an_organisation_is_suggested_for_any_spelling(editor, asked):
    Organisation.objects.create(name_kk="Дала университеті", name_en="Steppe University")
    suggestions = editor.get(ORGANISATIONS, {"q": asked}).json()["suggestions"]

    names = [suggestion["label"] for suggestion in suggestions]
    assert names == ([] if asked == "0" else ["Дала университеті / Steppe University"])


@pytest.mark.parametrize("address", [PEOPLE, ORGANISATIONS])
def test_users_without_a_role_get_no_suggestions(client, address):
    client.force_login(User.objects.create_user("guest", is_staff=True))

    assert client.get(address, {"q": "То"}).status_code == 403


def test_a_pasted_list_is_split_into_entries(editor):
    typed = posted(
        journal=a_journal().pk,
        _split="references",
        references_original="1. Бірінші –\nжалғасы.\n2. Екінші.\n3. Үшінші.",
    )

    page = editor.post(ADD, typed)

    assert page.context["form"]["references_original"].value() == (
        "Бірінші – жалғасы.\nЕкінші.\nҮшінші."
    )


def test_a_row_is_added_without_scripts_and_nothing_is_saved(editor):
    article = an_article()
    url = reverse("admin:articles_article_change", args=[article.pk])

    page = editor.post(url, {**as_sent(editor.get(url)), "_rows": "authorships"})

    article.refresh_from_db()
    assert (page.context["rows"]["authorships"].total_form_count(), article.version) == (2, 1)


def test_marks_are_renumbered_when_an_affiliation_is_deleted(editor):
    article = an_article(
        affiliations=tuple(an_affiliation(name=text(name)) for name in ("Бір", "Екі", "Үш")),
        authors=(an_author(marks=(1, 2, 3)),),
    )
    url = reverse("admin:articles_article_change", args=[article.pk])

    editor.post(url, {**as_sent(editor.get(url)), "affiliations-1-DELETE": "on"})

    author = article.authorships.get()
    assert author.marks == [1, 2]
    assert list(article.affiliations.values_list("name_kk", flat=True)) == ["Бір", "Үш"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_preview_shows_the_saved_article_and_is_not_indexed(editor, language):
    article = an_article(title=text("Дала", "Степь", "Steppe"))
    address = f"/{language}/articles/{article.pk}/preview/"

    response = editor.get(address)

    title = {"kk": "Дала", "ru": "Степь", "en": "Steppe"}[language]
    heading = response.text.partition('<h1 class="title"')[2].partition("</h1>")[0]
    assert heading.partition(">")[2].strip() == title
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Cache-Control"] == "private, no-store"


def test_visitors_see_no_preview(client):
    article = an_article()

    assert client.get(f"/kk/articles/{article.pk}/preview/").status_code == 403


def test_a_translator_changes_texts_of_their_language_only(client):
    article = an_article()
    user = User.objects.create_user("dana", is_staff=True)
    Membership.objects.create(
        user=user, journal=article.journal, role="translator", languages=["ru"]
    )
    client.force_login(user)
    url = reverse("admin:articles_article_change", args=[article.pk])

    client.post(url, {**as_sent(client.get(url)), "title_ru": "Моё", "title_kk": "Бөтен"})

    article.refresh_from_db()
    assert (article.title_ru, article.title_kk) == ("Моё", "Дала өсімдіктері")
