"""Pasted author blocks in the article form: shown first, filled into rows, nothing typed lost."""

import pytest
from django.urls import reverse

from articles.models import Article, Author, Membership, User
from articles.records.languages import text
from articles.records.names import Name
from tests.admin.test_article_form import as_sent, posted
from tests.factories import a_journal, an_affiliation, an_article, an_author

pytestmark = pytest.mark.django_db
ADD = reverse("admin:articles_article_add")
SEEN = reverse("admin:articles_article_author_block")
KAZAKH = """А.Б. Ахметов¹*, С.К. Оспанова²
¹ Дала университеті, Физика кафедрасы, Қарқара, Қазақстан
² Жусан институты, Қарқара қ., Қазақстан
*Корреспонденция үшін автор: akhmetov@example.org
"""
RUSSIAN = """А.Б. Ахметов¹, С.К. Оспанова²
¹ Университет степи, кафедра физики, Каркара, Казахстан
² Институт полыни, г. Каркара, Казахстан
"""
ENGLISH = """A.B. Akhmetov¹, S.K. Ospanova²
¹ Steppe University, Department of Physics, Karkara, Kazakhstan
² Wormwood Institute, Karkara, Kazakhstan
ORCID: 0000-0002-1825-0097, 0000-0001-5109-3700
"""
PROSE = "В этой статье рассматривается влияние засоления на почвы степной зоны."


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def blank_form(**changes):
    """A new article's form, with one blank row of authors and one of affiliations."""
    rows = {
        "authorships-TOTAL_FORMS": "1",
        "authorships-0-kind": "person",
        "affiliations-TOTAL_FORMS": "1",
    }
    return posted(journal=a_journal().pk, **{**rows, **changes})


def values_of(page, prefix, *names):
    return [
        tuple(row[name].value() or "" for name in names)
        for row in page.context["rows"][prefix].forms
    ]


def test_a_block_in_three_languages_is_filled_into_the_rows(editor):
    pasted = f"{KAZAKH}\n{RUSSIAN}\n{ENGLISH}"

    page = editor.post(ADD, blank_form(_paste="fill", pasted_authors=pasted))

    assert values_of(
        page, "authorships", "family_name_kk", "given_name_kk", "family_name_ru", "family_name_en",
        "marks", "email", "orcid", "corresponding",
    ) == [
        ("Ахметов", "А.", "Ахметов", "Akhmetov", "1", "akhmetov@example.org",
         "0000-0002-1825-0097", True),
        ("Оспанова", "С.", "Оспанова", "Ospanova", "2", "", "0000-0001-5109-3700", ""),
    ]  # fmt: skip
    assert values_of(
        page, "affiliations", "name_kk", "unit_kk", "city_kk", "name_ru", "unit_en", "country"
    ) == [
        ("Дала университеті", "Физика кафедрасы", "Қарқара", "Университет степи",
         "Department of Physics", "Kazakhstan"),
        ("Жусан институты", "", "Қарқара", "Институт полыни", "", "Kazakhstan"),
    ]  # fmt: skip
    assert page.context["errors"] == []
    assert Article.objects.count() == 0


def test_filled_rows_are_saved_as_they_are_shown(editor):
    page = editor.post(ADD, blank_form(_paste="fill", pasted_authors=KAZAKH))

    editor.post(ADD, {**as_sent(page), "journal": page.context["journal"].pk})

    article = Article.objects.get()
    assert [row.marks for row in article.authorships.all()] == [[1], [2]]
    assert [row.country for row in article.affiliations.all()] == ["KZ", "KZ"]


def test_nothing_is_filled_in_before_it_was_seen(editor):
    page = editor.post(ADD, blank_form(_paste="read", pasted_authors=KAZAKH))

    assert values_of(page, "authorships", "family_name_kk") == [("",)]
    assert "<b>Оспанова</b> С. К." in page.text
    assert "Жусан институты" in page.text.partition("author-block-seen")[2]
    assert KAZAKH.strip() in page.text  # still in the box


def test_what_a_script_asks_for_is_the_same(editor):
    seen = editor.post(SEEN, blank_form(pasted_authors=KAZAKH))

    assert "<b>Оспанова</b> С. К." in seen.text
    assert Article.objects.count() == 0


def test_cancelling_empties_the_box_alone(editor):
    page = editor.post(ADD, blank_form(_paste="cancel", pasted_authors=KAZAKH))

    assert page.context["panel"] is None
    assert KAZAKH not in page.text
    assert page.context["form"]["title_kk"].value() == "Дала"


def test_another_language_is_filled_into_the_same_people_in_their_order(editor):
    article = an_article(
        authors=(
            an_author(names={"kk": Name("Оспанова", "Сәуле", "Қайратқызы")}, marks=(1,)),
            an_author(names={"kk": Name("Ахметов", "Асан", "")}, marks=(2,)),
        ),
        affiliations=(
            an_affiliation(name=text("Жусан институты"), city={}, country=""),
            an_affiliation(name=text("Дала университеті"), city={}, country=""),
        ),
    )
    url = reverse("admin:articles_article_change", args=[article.pk])

    page = editor.post(
        url, {**as_sent(editor.get(url)), "_paste": "fill", "pasted_authors": ENGLISH}
    )

    assert values_of(page, "authorships", "given_name_kk", "family_name_en", "marks") == [
        ("Сәуле", "Ospanova", "1"),
        ("Асан", "Akhmetov", "2"),
    ]
    assert values_of(page, "affiliations", "name_kk", "name_en", "country") == [
        ("Жусан институты", "Wormwood Institute", "Kazakhstan"),
        ("Дала университеті", "Steppe University", "Kazakhstan"),
    ]
    assert page.context["panel"].conflicts == ()


def test_an_orcid_tells_who_it_is(editor):
    rows = {
        "authorships-0-family_name_kk": "Мүлдем Басқа",
        "authorships-0-orcid": "0000-0001-5109-3700",
    }

    page = editor.post(ADD, blank_form(**rows, _paste="fill", pasted_authors=ENGLISH))

    assert values_of(page, "authorships", "family_name_kk", "family_name_en") == [
        ("Мүлдем Басқа", "Ospanova"),
        ("", "Akhmetov"),
    ]


def test_typed_values_stay_and_are_told(editor):
    rows = {
        "authorships-0-family_name_kk": "Ахметов",
        "authorships-0-given_name_kk": "Асан",  # says more than the printed initial
        "authorships-0-email": "other@example.org",
    }

    page = editor.post(ADD, blank_form(**rows, _paste="fill", pasted_authors=KAZAKH))

    assert values_of(page, "authorships", "given_name_kk", "email")[0] == (
        "Асан", "other@example.org",
    )  # fmt: skip
    (conflict,) = page.context["panel"].conflicts
    assert (conflict.label, conflict.typed, conflict.read) == (
        "Author 1: email", "other@example.org", "akhmetov@example.org",
    )  # fmt: skip
    assert "kept “other@example.org”, pasted “akhmetov@example.org”" in page.text


def test_a_typed_value_gives_way_where_the_editor_ticks_it(editor):
    rows = {
        "authorships-0-family_name_kk": "Ахметов",
        "authorships-0-email": "other@example.org",
        "pasted_replace": "authorships-0-email",
    }

    page = editor.post(ADD, blank_form(**rows, _paste="fill", pasted_authors=KAZAKH))

    assert values_of(page, "authorships", "email")[0] == ("akhmetov@example.org",)
    assert "<del>other@example.org</del> → akhmetov@example.org" in page.text


@pytest.mark.parametrize(
    ("rows", "names", "told"),
    [
        ({}, "А.Б. Ахметов, С.К. Оспанова, Г.Т. Жұмабек",
         ["English: 2 authors; Қазақша: 3. Check who is missing."]),
        ({"authorships-0-family_name_kk": "Ахметов"}, "А.Б. Ахметов, С.К. Оспанова",
         ["Қазақша: 2 authors are pasted, the form has 1."]),
        ({}, "А.Б. Ахметов, С.К. Оспанова", []),
    ],
)  # fmt: skip
def test_different_numbers_of_authors_are_told(editor, rows, names, told):
    pasted = f"{names}\nДала университеті, Қарқара, Қазақстан\n\n{ENGLISH}"

    page = editor.post(ADD, blank_form(**rows, _paste="read", pasted_authors=pasted))

    assert list(page.context["panel"].numbers) == told


def test_marks_of_names_alone_are_the_form_s_own_affiliations(editor):
    names = "Есеркепова Ж.О.¹, Мубашева К.Б.2*\nӘбілқасым Һ."

    page = editor.post(ADD, blank_form(_paste="fill", pasted_authors=names))

    assert values_of(page, "authorships", "family_name_kk", "given_name_kk", "marks") == [
        ("Есеркепова", "Ж.", "1"),
        ("Мубашева", "К.", "2"),
        ("Әбілқасым", "Һ.", ""),
    ]


def test_a_mark_without_an_organisation_is_told(editor):
    pasted = "А.А. Үлгіева¹, В.В. Образцова³\n¹ Институт степи, г. Каркара, Казахстан"

    page = editor.post(ADD, blank_form(_paste="read", pasted_authors=pasted))

    assert "3: there is no such affiliation" in page.text


def test_lines_that_were_not_understood_are_listed(editor):
    odd = "Что-то совсем другое, чего не понять."

    page = editor.post(ADD, blank_form(_paste="fill", pasted_authors=f"{RUSSIAN}{odd}"))

    assert page.context["panel"].block.unread == (odd,)
    assert odd in page.text.partition("Not understood, and not filled in:")[2]


def test_prose_is_refused_and_stays_in_the_box(editor):
    page = editor.post(ADD, blank_form(_paste="fill", pasted_authors=PROSE))

    assert "No names were found in this text." in page.text
    assert "Nothing was filled in." in page.text
    assert PROSE in page.text
    assert values_of(page, "authorships", "family_name_ru") == [("",)]


@pytest.mark.parametrize("pasted", [" \n ", "x" * 100_001, "1" * 9_999])
def test_any_text_is_answered(editor, pasted):
    page = editor.post(ADD, blank_form(_paste="fill", pasted_authors=pasted))

    assert page.status_code == 200
    assert values_of(page, "authorships", "family_name_ru") == [("",)]


def test_authors_that_are_still_in_the_box_are_not_lost_by_saving(editor):
    page = editor.post(ADD, blank_form(pasted_authors=KAZAKH))

    assert Article.objects.count() == 0
    assert [error.message for error in page.context["errors"]] == [
        "The pasted authors are not in the form yet. Take them over or empty the box, then save "
        "again."
    ]
    assert KAZAKH.strip() in page.text


def test_a_known_person_is_offered_and_chosen_by_the_editor(editor):
    known = Author.objects.create(family_name_kk="Оспанова", given_name_kk="Сәуле")
    sent = blank_form(pasted_authors=KAZAKH)
    seen = editor.post(SEEN, sent)
    assert f'<option value="{known.pk}">Оспанова Сәуле (the same name)</option>' in seen.text

    page = editor.post(ADD, {**sent, "_paste": "fill", "pasted_person_1": known.pk})

    assert values_of(page, "authorships", "author") == [("",), (str(known.pk),)]


def test_a_language_that_comes_again_waits_for_the_editor_s_choice(editor):
    page = editor.post(ADD, blank_form(_paste="read", pasted_authors=f"{RUSSIAN}\n{RUSSIAN}"))
    assert "Not read, choose its language:" in page.text

    chosen = {"pasted_language_1": "kk", "journal": page.context["journal"].pk}
    page = editor.post(
        ADD,
        {**as_sent(page), "pasted_authors": f"{RUSSIAN}\n{RUSSIAN}", "_paste": "fill", **chosen},
    )
    assert values_of(page, "authorships", "family_name_ru", "family_name_kk")[1] == (
        "Оспанова", "Оспанова",
    )  # fmt: skip


def test_a_deleted_row_is_left_alone(editor):
    rows = {"authorships-0-family_name_kk": "Ахметов", "authorships-0-DELETE": "on"}

    page = editor.post(ADD, blank_form(**rows, _paste="fill", pasted_authors=KAZAKH))

    assert values_of(page, "authorships", "family_name_kk") == [
        ("Ахметов",), ("Ахметов",), ("Оспанова",),
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 300])
def test_the_number_of_queries_is_that_of_one_author(editor, count, django_assert_num_queries):
    families = [f"{a}{b}нов" for a in SYLLABLES for b in SYLLABLES][:count]
    names = ", ".join(f"А. {family.capitalize()}" for family in families)
    sent = blank_form(pasted_authors=f"{names}\nИнститут степи, г. Каркара, Казахстан")

    with django_assert_num_queries(3):  # session, user, people with these names
        seen = editor.post(SEEN, sent)

    assert seen.text.count('class="seen-name"') == count


SYLLABLES = ("ба", "ке", "но", "са", "ри", "ту", "мо", "ли", "да", "ге", "фо", "не", "пу", "зо",
             "лы", "ша", "ве", "го")  # fmt: skip


def test_a_translator_fills_no_rows(client):
    article = an_article()
    user = User.objects.create_user("dana", is_staff=True)
    Membership.objects.create(
        user=user, journal=article.journal, role="translator", languages=["ru"]
    )
    client.force_login(user)
    url = reverse("admin:articles_article_change", args=[article.pk])
    page = client.get(url)
    assert "pasted_authors" not in page.text

    client.post(url, {**as_sent(page), "_paste": "fill", "pasted_authors": RUSSIAN})

    article.refresh_from_db()
    assert article.version == 1


def test_visitors_and_users_without_a_role_are_shown_nothing(client):
    assert client.post(SEEN, {"pasted_authors": KAZAKH}).status_code == 403
    client.force_login(User.objects.create_user("guest", is_staff=True))
    assert client.post(SEEN, {"pasted_authors": KAZAKH}).status_code == 403
