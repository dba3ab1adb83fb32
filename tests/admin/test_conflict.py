"""Conflicts: two editors change one article, and the second chooses where both changed a field."""

import pytest
from django.urls import reverse

from articles.editing import save_article, working_record
from articles.models import User
from articles.records.languages import text
from tests.admin.test_article_form import as_sent
from tests.factories import a_record, an_affiliation, an_article, an_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


@pytest.fixture
def other(db):
    return User.objects.create(username="dana", is_superuser=True)


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def conflict_url(article):
    return reverse("admin:articles_article_conflict", args=[article.pk])


def sides(page):
    """Of every conflict on the page: where it is, and each side in words."""
    return [
        (
            one.label,
            one.language,
            {side.name: "".join(piece.text for piece in side.pieces) for side in one.sides},
        )
        for one in page.context["conflicts"]
    ]


def test_changes_to_different_fields_are_merged_without_a_question(editor, other):
    article = an_article()
    typed = as_sent(editor.get(change_url(article)))
    theirs = a_record(title=text("Олардікі", "Растения степи", "Plants of the steppe"))
    save_article(theirs, article=article, base=1, editor=other)

    response = editor.post(change_url(article), {**typed, "title_ru": "Моё"}, follow=True)

    article.refresh_from_db()
    assert working_record(article).title == text("Олардікі", "Моё", "Plants of the steppe")
    assert [str(message) for message in response.context["messages"]] == [
        "Saved together with other editors' changes (version 3). Draft; only editors see it."
    ]


def test_the_conflict_page_shows_theirs_mine_and_the_base_with_changes_marked(editor, other):
    article = an_article()
    typed = as_sent(editor.get(change_url(article)))
    save_article(
        a_record(title=text("Дала шөптері", "Растения степи", "Plants of the steppe")),
        article=article,
        editor=other,
    )

    page = editor.post(change_url(article), {**typed, "title_kk": "Дала гүлдері"})

    (conflict,) = page.context["conflicts"]
    assert page.status_code == 409
    assert (conflict.key, conflict.label, conflict.language) == ("title.kk", "Title", "kk")
    assert 'Title <span class="language-name" lang="kk">Қазақша</span></legend>' in page.text
    assert [
        (side.name, [(piece.text, piece.mark) for piece in side.pieces]) for side in conflict.sides
    ] == [
        ("theirs", [("Дала ", ""), ("өсімдіктері", "del"), ("шөптері", "ins")]),
        ("mine", [("Дала ", ""), ("өсімдіктері", "del"), ("гүлдері", "ins")]),
        ("base", [("Дала өсімдіктері", "")]),
    ]


@pytest.mark.parametrize(
    ("choice", "title"),
    [("theirs", "Олардікі"), ("mine", "Менікі"), ("base", "Дала өсімдіктері")],
)
def test_the_choice_is_saved_with_all_other_changes_of_both(editor, other, choice, title):
    article = an_article()
    typed = as_sent(editor.get(change_url(article)))
    theirs = a_record(title=text("Олардікі", "Их", "Plants of the steppe"))
    save_article(theirs, article=article, editor=other)
    page = editor.post(
        change_url(article), {**typed, "title_kk": "Менікі", "title_en": "Mine", "reason": "why"}
    )

    response = editor.post(
        conflict_url(article), {"pending": page.context["pending"], "choice:title.kk": choice}
    )

    article.refresh_from_db()
    assert response.status_code == 302
    assert working_record(article).title == text(title, "Их", "Mine")
    assert (article.version, article.revisions.get(version=3).reason) == (3, "why")


def test_lists_of_authors_and_references_are_chosen_as_a_whole(editor, other):
    article = an_article()
    typed = as_sent(editor.get(change_url(article)))
    save_article(
        a_record(
            authors=(an_author(orcid="0000-0000-0000-0001"), an_author()),
            references=(),
        ),
        article=article,
        editor=other,
    )
    mine = {
        **typed,
        "authorships-0-orcid": "",
        "authorships-0-family_name_kk": "Басқа",
        "references_original": "Жаңа кітап.",
    }

    page = editor.post(change_url(article), mine)

    assert [one.key for one in page.context["conflicts"]] == ["authors", "references"]
    editor.post(
        conflict_url(article),
        {
            "pending": page.context["pending"],
            "choice:authors": "theirs",
            "choice:references": "mine",
        },
    )
    article.refresh_from_db()
    record = working_record(article)
    assert [one.orcid for one in record.authors] == ["0000-0000-0000-0001", ""]
    assert [one.text for one in record.references] == ["Жаңа кітап."]


def test_the_page_is_shown_again_without_a_choice(editor, other):
    article = an_article()
    typed = as_sent(editor.get(change_url(article)))
    save_article(a_record(title={"kk": "Олардікі"}), article=article, editor=other)
    page = editor.post(change_url(article), {**typed, "title_kk": "Менікі"})

    again = editor.post(conflict_url(article), {"pending": page.context["pending"]})

    article.refresh_from_db()
    assert again.context["error"] == "Choose which text to keep for each field."
    assert article.version == 2


def test_a_save_by_a_third_editor_leads_to_a_new_conflict(editor, other):
    article = an_article()
    typed = as_sent(editor.get(change_url(article)))
    save_article(a_record(title={"kk": "Екінші"}), article=article, editor=other)
    page = editor.post(change_url(article), {**typed, "title_kk": "Менікі"})
    save_article(a_record(title={"kk": "Үшінші"}), article=article, editor=other)

    again = editor.post(
        conflict_url(article), {"pending": page.context["pending"], "choice:title.kk": "mine"}
    )

    article.refresh_from_db()
    assert sides(again) == [
        ("Title", "kk", {"theirs": "ЕкіншіҮшінші", "mine": "ЕкіншіМенікі", "base": "Екінші"})
    ]
    editor.post(
        conflict_url(article), {"pending": again.context["pending"], "choice:title.kk": "mine"}
    )
    article.refresh_from_db()
    assert working_record(article).title["kk"] == "Менікі"


def test_a_forged_pending_save_is_refused(editor):
    article = an_article()

    response = editor.post(conflict_url(article), {"pending": '{"mine": "{}"}'})

    article.refresh_from_db()
    assert (response.status_code, article.version) == (400, 1)


def test_affiliations_added_by_two_editors_are_a_conflict_of_the_list(editor, other):
    article = an_article()
    typed = as_sent(editor.get(change_url(article)))
    theirs = a_record(affiliations=(an_affiliation(), an_affiliation(name=text("Олардікі"))))
    save_article(theirs, article=article, editor=other)
    added = {
        "affiliations-TOTAL_FORMS": "2",
        "affiliations-1-order": "2",
        "affiliations-1-name_kk": "Менікі",
    }

    page = editor.post(change_url(article), {**typed, **added})

    assert [one.key for one in page.context["conflicts"]] == ["affiliations"]
