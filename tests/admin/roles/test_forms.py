"""Every form of the admin for every role, and what a role may change in an article."""

import msgspec
import pytest
from django.urls import reverse

from articles.editing import save_article, working_record
from articles.editing.permissions import ChangeNotPermitted
from articles.models import Article, Revision, Section, User
from tests.admin.roles.matrix import EVERYBODY, LETTERS, ROLES
from tests.admin.roles.office import Office, client_of
from tests.factories import a_member, a_record

pytestmark = pytest.mark.django_db
# What may be sent: the address, what is typed, and who may send it in their own journal.
SENT = {
    "articles_article_publish": ({"published_on": "2026-01-01"}, "EC"),
    "articles_article_proof": ({"author": "А", "language": "kk", "days": "3"}, "SEC"),
    "articles_article_crossref": ({"do": "send"}, "EC"),
    "articles_article_notes": ({"text": "x"}, "TSEC"),
    "articles_article_presence": ({}, EVERYBODY),
    "articles_issue_makeup": ({"do": "fill", "start": "7"}, "EC"),
    "articles_issue_dois": ({}, "EC"),
    "articles_issue_files": ({"make": "docx", "start": ""}, "EC"),
    "articles_issue_publish": ({"published_on": "2026-01-01"}, "EC"),
    "articles_issue_change": ({"year": "2026"}, "EC"),
    "articles_section_change": ({"title_kk": "x"}, "EC"),
    "articles_journal_change": ({"name_kk": "x"}, "C"),
    "articles_look_change": ({"main_colour": "#000000"}, "C"),
    "articles_page_change": ({"title_kk": "x"}, "C"),
    "articles_news_change": ({"title_kk": "x"}, "C"),
    "articles_news_text": ({"body": "x", "_save": "1"}, "C"),
    "articles_earlieraddress_change": ({"path": "/x"}, "C"),
    "articles_membership_change": ({"role": "chief_editor"}, "C"),
    "articles_user_change": ({"is_superuser": "1"}, ""),
    "articles_revision_change": ({"stored": "{}"}, ""),
    "articles_deposit_change": ({"state": "sent"}, ""),
    "articles_manuscript_compare": ({}, "SEC"),
    "articles_manuscript_discard": ({}, "SEC"),
}


def is_taken(response):
    """Whether a form was read, and not refused for who sent it; what it typed may be wrong."""
    assert response.status_code in (200, 302, 403, 404, 422), response.status_code
    to_index = response.headers.get("Location") == reverse("admin:index")
    return response.status_code in (200, 302, 422) and not to_index


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sends_its_forms_in_its_journal_and_none_in_another(role, home):
    away = Office("away", 2)
    client = client_of(home.journal, role)

    taken, abroad = (
        {name for name in SENT if is_taken(client.post(place.address(name), SENT[name][0]))}
        for place in (home, away)
    )

    assert taken == {name for name, (_typed, who) in SENT.items() if role in map(LETTERS.get, who)}
    assert abroad == set()
    assert Article.objects.get(journal=away.journal).version == 1
    assert Article.objects.get(journal=away.journal).status == "draft"


@pytest.mark.parametrize("role", ["translator", "section_editor", "auditor"])
def test_roles_that_may_not_publish_cannot_publish(role, home):
    client = client_of(home.journal, role)

    response = client.post(
        home.address("articles_article_publish"), {"published_on": "2026-01-01", "override": "!"}
    )

    home.things["article"].refresh_from_db()
    assert (response.status_code, home.things["article"].status) == (403, "draft")


def test_a_row_cannot_be_moved_to_another_journal(home):
    away = Office("away", 2)
    client = client_of(home.journal, "chief_editor")

    response = client.post(
        reverse("admin:articles_section_add"),
        {"journal": away.journal.pk, "order": 1, "title_kk": "x"},
    )

    assert response.context["adminform"].form.errors.keys() == {"journal"}
    assert Section.objects.filter(journal=away.journal).count() == 1


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"title": {"kk": "Құпия home", "ru": "Степь"}}, []),
        ({"title": {"kk": "Дала", "ru": "Степь"}}, ["title.kk"]),
        ({"first_page": "99"}, ["first_page"]),
        ({"keywords": {**a_record().keywords, "ru": ("поле",)}}, []),
        ({"references": ()}, ["references"]),
    ],
)
def test_a_translator_saves_texts_in_their_languages_only(changes, refused, home):
    article = home.things["article"]
    translator = a_member(home.journal, "translator", languages=["ru"])
    record = msgspec.structs.replace(working_record(article), **changes)

    try:
        save_article(record, article=article, editor=translator)
        refusals = []
    except ChangeNotPermitted as error:
        refusals = [change.field for change in error.changes]

    assert refusals == refused
    assert Revision.objects.filter(article=article).count() == (1 if refused else 2)


def test_a_section_editor_cannot_move_articles_between_sections(home):
    editor = a_member(home.journal, "section_editor")
    other = Section.objects.create(journal=home.journal, title_kk="Басқа")
    editor.memberships.get().sections.set([home.things["section"]])
    article = home.things["article"]
    moved = msgspec.structs.replace(working_record(article), section_id=other.pk)

    with pytest.raises(ChangeNotPermitted):
        save_article(moved, article=article, editor=editor)
    with pytest.raises(ChangeNotPermitted):
        save_article(
            msgspec.structs.replace(moved, doi="", galleys=()),
            journal=home.journal,
            editor=User.objects.get(pk=editor.pk),
        )

    assert Article.objects.get().section == home.things["section"]
