"""Errors of the article form: all at once, in the list above and beside each input."""

import msgspec
import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import conditional_escape

from articles.editing import save_article, working_record
from articles.models import Article, Author, Organisation, RetiredDoi, Section
from tests.admin.test_article_form import ADD, as_sent, posted
from tests.factories import (
    a_journal,
    a_member,
    a_public_article,
    an_affiliation,
    an_article,
    an_author,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def errors_in(response):
    """The list above the form: label and message."""
    return [(one.label, one.message) for one in response.context["errors"]]


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


WRONG_EVERYWHERE = {
    "title_ru": "a" * 1001,
    "keywords_en": "steppe\x01; plant",
    "references_original": "Бірінші.\x02",
    "doi": "10.5555/abc",
    "edn": "1",
    "irsti": "99",
    "received_on": "32.13.2024",
    "copyright_year": "99999",
    "body": "<script>1</script>",
    "affiliations-TOTAL_FORMS": "1",
    "affiliations-0-name_kk": "Дала",
    "affiliations-0-ror": "https://ror.org/000000000",
    "authorships-TOTAL_FORMS": "2",
    "authorships-0-kind": "person",
    "authorships-0-family_name_kk": "<b>Смит</b>",
    "authorships-0-marks": "1, 7",
    "authorships-1-kind": "person",
    "authorships-1-family_name_kk": "Әлиев",
    "authorships-1-orcid": "0000-0000-0000-0000",
    "authorships-1-marks": "a",
    "authorships-1-email": "нет",
    "authorships-1-author": "999999",
    "fundings-TOTAL_FORMS": "1",
    "fundings-0-funder_kk": "a\x01",
    "relations-TOTAL_FORMS": "1",
    "relations-0-kind": "corrects",
    "relations-0-target": "№ 999999",
}


def test_all_errors_are_shown_at_once(editor):
    journal = a_journal()
    an_article(journal, doi="10.5555/ABC")

    response = editor.post(ADD, posted(journal=journal.pk, **WRONG_EVERYWHERE))

    found = dict(errors_in(response))
    assert list(found) == [
        "Full text",
        "Received",
        "Keywords (English)",
        "References as printed",
        "DOI",
        "Title (Русский)",
        "EDN",
        "Copyright year",
        "Affiliation 1 – ROR",
        "Author 1 – Family name (Қазақша)",
        "Author 1 – Affiliations",
        "Author 2 – Affiliations",
        "Author 2 – ORCID",
        "Author 2",
        "Funding 1 – Funder (Қазақша)",
        "Related article 1 – Article: title, № or DOI",
    ]
    assert found["DOI"] == "“Дала өсімдіктері” already has this DOI."
    assert found["Author 1 – Affiliations"] == "There is no affiliation 7."
    assert Article.objects.count() == 1


def test_each_error_is_beside_its_input_and_the_list_links_to_it(editor):
    response = editor.post(ADD, posted(journal=a_journal().pk, **WRONG_EVERYWHERE))

    page = response.text
    below = page[page.index('id="matrix"') :]
    for one in response.context["errors"]:
        assert f'id="{one.anchor}"' in page
        assert below.count(conditional_escape(one.message)) == 1


def test_errors_of_a_deleted_row_do_not_count(editor):
    row = {
        "authorships-TOTAL_FORMS": "1",
        "authorships-0-kind": "person",
        "authorships-0-orcid": "0000",
        "authorships-0-marks": "a",
        "authorships-0-DELETE": "on",
    }

    response = editor.post(ADD, posted(journal=a_journal().pk, **row))

    assert (response.status_code, Article.objects.get().authorships.count()) == (302, 0)


def test_an_affiliation_with_an_error_keeps_its_number(editor):
    rows = {
        "affiliations-TOTAL_FORMS": "1",
        "affiliations-0-country": "Казхстан",
        "authorships-TOTAL_FORMS": "1",
        "authorships-0-kind": "person",
        "authorships-0-family_name_kk": "Әлиев",
        "authorships-0-marks": "1",
    }

    response = editor.post(ADD, posted(journal=a_journal().pk, **rows))

    assert errors_in(response) == [
        (
            "Affiliation 1 – Country",
            "“Казхстан” is not in the list of countries. Did you mean: Казахстан?",
        )
    ]


def test_an_incomplete_form_is_an_error(editor):
    form = posted(journal=a_journal().pk)
    del form["authorships-TOTAL_FORMS"]

    response = editor.post(ADD, form)

    assert [one.message for one in response.context["errors"]] == [
        "Part of the form was not received. Go back and submit it again."
    ]


@pytest.mark.parametrize(
    ("doi", "message"),
    [
        ("10.5555/other", "The DOI 10.5555/0000-0000/2024-1-1 cannot be changed: it is published."),
        ("10.5555/0000-0000/2024-1-1", None),
    ],
)
def test_a_changed_frozen_doi_is_an_error_beside_the_others(editor, doi, message):
    article = a_public_article()
    typed = as_sent(editor.get(change(article)))

    response = editor.post(change(article), {**typed, "doi": doi, "title_en": "a" * 1001})

    too_long = ("Title (English)", "Too long: 1001 characters. The maximum is 1000.")
    assert errors_in(response) == [too_long, *([("DOI", message)] if message else [])]


def test_a_retired_doi_is_an_error_beside_the_others(editor):
    journal = a_journal()
    RetiredDoi.objects.create(doi="10.5555/OLD", reason="x")

    response = editor.post(ADD, posted(journal=journal.pk, doi="10.5555/old", title_kk="a" * 1001))

    assert [label for label, _message in errors_in(response)] == ["Title (Қазақша)", "DOI"]


def test_a_section_editor_is_shown_their_sections():
    journal = a_journal()
    own = Section.objects.create(journal=journal, title_kk="Дала")
    other = Section.objects.create(journal=journal, title_kk="Тау")
    user = a_member(journal, "section_editor")
    user.memberships.get().sections.set([own])
    client = Client()
    client.force_login(user)

    answers = [
        client.post(ADD, posted(journal=journal.pk, section=section, title_ru="a" * 1001))
        for section in ("", other.pk, own.pk)
    ]

    too_long = ("Title (Русский)", "Too long: 1001 characters. The maximum is 1000.")
    foreign = ("Section", "You can only edit your own sections. Choose one of these: Дала.")
    assert [errors_in(answer) for answer in answers] == [
        [too_long, foreign],
        [too_long, foreign],
        [too_long],
    ]


def test_an_article_is_not_related_to_itself(editor):
    article = an_article()
    typed = as_sent(editor.get(change(article)))
    row = {
        "relations-TOTAL_FORMS": "1",
        "relations-0-kind": "corrects",
        "relations-0-target": str(article.pk),
    }

    response = editor.post(change(article), {**typed, **row})

    assert [message for _label, message in errors_in(response)] == [
        "This is the same article. Choose another, or delete the row."
    ]


# People and organisations that were chosen and do not exist.

PEOPLE = (
    "This person is no longer on the site. The printed text is kept: save again to keep "
    "it without the link, or choose another."
)


@pytest.mark.parametrize("key", ["999999", "0", "-1", "9" * 30, "abc", "1.5"])
def test_an_unknown_person_is_an_error_once_and_then_dropped(editor, key):
    journal = a_journal()
    row = {
        "authorships-TOTAL_FORMS": "1",
        "authorships-0-kind": "person",
        "authorships-0-family_name_kk": "Әлиев",
        "authorships-0-author": key,
        "authorships-0-roles": ["software", "supervision"],
    }

    refused = editor.post(ADD, posted(journal=journal.pk, **row))
    again = editor.post(ADD, {**posted(journal=journal.pk), **as_sent(refused)})

    assert errors_in(refused) == [("Author 1", PEOPLE)]
    (author,) = working_record(Article.objects.get()).authors
    assert (again.status_code, author.names["kk"].family, author.author_id) == (302, "Әлиев", None)
    assert author.roles == ("software", "supervision")


@pytest.mark.parametrize("key", ["999999", "0", "-1", "9" * 30, "abc"])
def test_an_unknown_organisation_is_an_error_once_and_then_dropped(editor, key):
    row = {
        "affiliations-TOTAL_FORMS": "1",
        "affiliations-0-name_kk": "Дала",
        "affiliations-0-organisation": key,
    }

    refused = editor.post(ADD, posted(journal=a_journal().pk, **row))

    assert errors_in(refused) == [
        (
            "Affiliation 1",
            "This organisation is no longer on the site. The printed text is kept: save "
            "again to keep it without the link, or choose another.",
        )
    ]
    assert '<input type="hidden" name="affiliations-0-organisation" id=' in refused.text


def test_a_person_deleted_while_the_form_is_open_is_an_error(editor):
    person = Author.objects.create(family_name_kk="Төлегенова")
    article = an_article(authors=(an_author(author_id=person.pk),))
    typed = as_sent(editor.get(change(article)))
    person.delete()

    response = editor.post(change(article), {**typed, "authorships-0-given_name_kk": "Ұлжан А."})

    assert errors_in(response) == [("Author 1", PEOPLE)]


def test_a_deleted_person_does_not_stop_a_translator_from_saving():
    person = Author.objects.create(family_name_kk="Төлегенова")
    article = an_article(authors=(an_author(author_id=person.pk),))
    translator = a_member(article.journal, "translator", languages=["ru"])
    client = Client()
    client.force_login(translator)
    person.delete()
    page = client.get(change(article))
    own = {name: one for name, one in as_sent(page).items() if name.endswith(("_ru", "FORMS"))}

    answer = client.post(change(article), {**own, "base_version": 1, "title_ru": "Степь"})

    article.refresh_from_db()
    record = working_record(article)
    assert (answer.status_code, record.title["ru"]) == (302, "Степь")
    assert record.authors == (an_author(),)


def test_a_save_without_the_form_drops_deleted_people_and_organisations():
    """A restore, a command, an import: the printed names stay, nothing is refused."""
    person = Author.objects.create(family_name_kk="Төлегенова")
    place = Organisation.objects.create(name_kk="Дала")
    article = an_article()
    authors = (an_author(author_id=person.pk),)
    affiliations = (an_affiliation(organisation_id=place.pk),)
    linked = msgspec.structs.replace(
        working_record(article), authors=authors, affiliations=affiliations
    )
    person.delete()
    place.delete()

    save_article(linked, article=article)

    article.refresh_from_db()
    record = working_record(article)
    assert (record.authors, record.affiliations) == ((an_author(),), (an_affiliation(),))
    assert article.version == 1


def test_a_file_of_another_article_is_an_error(editor):
    row = {
        "galleys-TOTAL_FORMS": "1",
        "galleys-INITIAL_FORMS": "1",
        "galleys-0-id": "999",
        "galleys-0-language": "kk",
        "galleys-0-kind": "pdf",
    }

    response = editor.post(ADD, posted(journal=a_journal().pk, **row))

    assert errors_in(response) == [
        (
            "File 1",
            "This file does not belong to the article. Choose the file again, or delete the row.",
        )
    ]


def test_a_refused_text_does_not_count_as_missing(editor):
    """The completeness panel shows the saved text and counts the error."""
    article = an_article()
    typed = as_sent(editor.get(change(article)))

    page = editor.post(change(article), {**typed, "title_en": "a" * 1001})

    matrix = page.context["matrix"]
    titles = next(row for row in matrix.rows if row.field == "title")
    assert [cell.mark for cell in titles.cells] == ["ok", "ok", "ok"]
    assert matrix.blocks == 1 + editor.get(change(article)).context["matrix"].blocks
