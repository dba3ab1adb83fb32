"""The review page: the values that were read, their errors, and the draft that is saved."""

from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from articles.admin.manuscripts import review_page
from articles.admin.manuscripts.evidence import Evidence
from articles.admin.manuscripts.review_form import ReviewForm
from articles.imports.manuscript import Manuscript as Reading
from articles.imports.manuscript import SourcedValue, Sureness
from articles.intake.import_errors import not_imported
from articles.intake.manuscripts.saving import AlreadySaved
from articles.models import Article, Author, Manuscript, Organisation
from articles.publishing import publish_article
from articles.records.cleaning import InvalidValue
from articles.records.names import Name
from tests.admin.manuscripts.manuscript_pages import (
    TEXT,
    a_read_manuscript,
    page_of,
    typed_of,
    upload,
)
from tests.factories import a_journal, a_record, an_article, an_author
from tests.imports.test_full_text import a_manuscript, a_picture

pytestmark = pytest.mark.django_db
HERE = Path(__file__).resolve().parents[3]
SEED = HERE.parent / "shared" / "manuscripts" / "seed.md"


def test_one_file_is_read_and_shown_and_nothing_is_saved(editor):
    journal = a_journal()

    response = upload(editor, ("Есенова.txt", TEXT.encode()), journal=journal.pk)

    manuscript = Manuscript.objects.get()
    assert response.url == page_of(manuscript)
    assert (manuscript.state, manuscript.name) == ("read", "Есенова.txt")
    assert Article.objects.count() == 0
    page = editor.get(response.url)
    fields = {field.name: field for field in page.context["form"].fields}
    assert fields["irsti"].typed == "34.35.15"
    assert fields["authors.0.names.kk.family"].typed == "Есенова"
    assert fields["title.kk"].typed == "ДАЛА ӨСІМДІКТЕРІНІҢ ТҮРЛЕРІ"
    first = fields["irsti"].first_line
    assert f'<li id="l{first}" value="{first}" class="used"' in page.text


def test_a_group_of_authors_is_reviewed_and_saved_by_its_collective_name(editor):
    text = TEXT.replace("А.Б. Смирнов^2^", "«Дала» зерттеу тобы^2^")
    manuscript = a_read_manuscript(editor, a_journal(), text)
    page = editor.get(page_of(manuscript))

    fields = {field.name: field for field in page.context["form"].fields}
    typed = typed_of(page, **{"authors.1.collective.en": "Steppe Study Group", "_save": "1"})
    editor.post(page_of(manuscript), typed)

    assert fields["authors.1.collective.kk"].typed == "«Дала» зерттеу тобы"
    assert fields["authors.1.collective.kk"].lines == fields["authors.0.names.kk.family"].lines
    assert "authors.1.names.kk.family" not in fields
    author = Article.objects.get().revisions.get().record.authors[1]
    assert author.collective == {"kk": "«Дала» зерттеу тобы", "en": "Steppe Study Group"}
    assert author.names == {}


def test_a_reviewed_manuscript_is_saved_as_a_draft_with_its_file(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))

    typed = typed_of(page, **{"title.en": "Plants of the steppe", "_save": "1"})
    response = editor.post(page_of(manuscript), typed)

    article = Article.objects.get()
    record = article.revisions.get().record
    manuscript.refresh_from_db()
    assert response.url == reverse("admin:articles_article_change", args=[article.pk])
    assert (manuscript.state, manuscript.article) == ("saved", article)
    assert record.title["en"] == "Plants of the steppe"
    assert record.status == "draft"
    assert len(record.references) == 2
    assert article.revisions.get().reason == "from the file Есенова.txt"


def test_saving_twice_makes_one_article(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    typed = typed_of(editor.get(page_of(manuscript)), _save="1")

    editor.post(page_of(manuscript), typed)
    second = editor.post(page_of(manuscript), typed)

    assert Article.objects.count() == 1
    assert second.status_code == 302


def test_a_missing_romanized_list_is_proposed_and_marked_as_proposed(editor):
    manuscript = a_read_manuscript(editor, a_journal(romanization_ru="bgn_pcgn"))

    page = editor.get(page_of(manuscript))

    fields = {field.name: field.typed for field in page.context["form"].fields}
    group = next(group for group in page.context["form"].groups if group.key == "references")
    assert fields["references.1.romanized"].startswith("Petrova I. Stepnyye rasteniya.")
    assert group.is_proposed
    assert "romanized automatically by the journal" in page.text


def test_invalid_identifiers_and_dates_are_errors_at_their_fields(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))

    wrong = {"authors.0.orcid": "0000-0000-0000-0000", "received_on": "soon", "_save": "1"}
    response = editor.post(page_of(manuscript), typed_of(page, **wrong))

    errors = [field.name for field in response.context["form"].errors()]
    assert response.status_code == 422
    assert errors == ["authors.0.orcid", "received_on"]
    assert Article.objects.count() == 0


def test_emptying_an_affiliation_removes_its_marks(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))
    emptied = {f"affiliations.0.name.{code}": "" for code in ("kk", "ru", "en")}

    editor.post(page_of(manuscript), typed_of(page, **emptied, _save="1"))

    record = Article.objects.get().revisions.get().record
    assert [author.marks for author in record.authors] == [(), (1,)]
    assert len(record.affiliations) == 1


def test_known_people_are_offered_and_none_is_chosen(editor):
    person = Author.objects.create(family_name_ru="Смирнов", given_name_ru="Андрей")
    Author.objects.create(family_name_ru="Смирнов", given_name_ru="Виктор")
    organisation = Organisation.objects.create(name_kk="Дала университеті")
    text = TEXT + "\nА.Б. Смирнов, Ж.О. Есенова\n"
    manuscript = a_read_manuscript(editor, a_journal(), text)
    page = editor.get(page_of(manuscript))

    fields = {field.name: field for field in page.context["form"].fields}

    choice = fields["authors.1.author_id"]
    assert [option.value for option in choice.options][:2] == ["", str(person.pk)]
    assert choice.typed == ""
    assert fields["affiliations.0.organisation_id"].options[1].value == str(organisation.pk)
    editor.post(page_of(manuscript), typed_of(page, _save="1"))
    assert Article.objects.get().revisions.get().record.authors[1].author_id is None


def test_groups_with_doubtful_values_come_first():
    values = (SourcedValue("keywords.ru", ["степь"], (3,), Sureness.DOUBTFUL),)

    form = ReviewForm(a_record(), Evidence(Reading(values=values)))

    assert [group.key for group in form.groups][:3] == ["keywords", "title", "abstract"]
    assert [field.name for field in form.doubtful] == ["keywords.ru"]


def test_an_unsure_name_is_one_value_to_check_without_the_parts_that_it_lacks():
    name = SourcedValue("authors.0.name.ru", "Сейтхан Нурлан", (3,), Sureness.DOUBTFUL)
    person = an_author(names={"ru": Name(family="Сейтхан", given="Нурлан")})
    record = a_record(authors=(person,))

    form = ReviewForm(record, Evidence(Reading(values=(name,))))

    assert [field.path[-1] for field in form.doubtful] == ["family", "given"]
    assert [(field.full_label, field.language) for field in form.first_to_check] == [
        ("Author 1: name", "ru")
    ]


def test_a_reading_stored_in_another_form_still_shows_its_values(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    Manuscript.objects.update(reading='{"lines": 1}')

    page = editor.get(page_of(manuscript))

    fields = {field.name: field.typed for field in page.context["form"].fields}
    assert fields["irsti"] == "34.35.15"


def test_a_script_in_a_manuscript_is_escaped(editor):
    hostile = TEXT.replace("ТҮРЛЕРІ", "<script>alert(1)</script>")
    manuscript = a_read_manuscript(editor, a_journal(), hostile)

    page = editor.get(page_of(manuscript))

    assert "<script>alert(1)" not in page.text


@pytest.mark.skipif(not SEED.is_file(), reason="../shared is absent")
def test_the_real_article_is_read_completely(editor):
    upload(editor, ("seed.md", SEED.read_bytes()), journal=a_journal().pk)
    manuscript = Manuscript.objects.get()

    page = editor.get(page_of(manuscript))

    record = page.context["form"].base
    assert (len(record.authors), len(record.references), record.language) == (2, 10, "kk")
    assert list(record.title) == ["kk", "ru", "en"]


def test_the_text_of_a_word_file_is_shown_with_its_picture_and_links(editor, client):
    journal = a_journal()
    upload(editor, ("a.docx", a_manuscript()), journal=journal.pk)
    manuscript = Manuscript.objects.get()
    page = editor.get(page_of(manuscript))
    picture = page.context["preview"].partition('src="')[2].partition('"')[0]
    assert b"".join(editor.get(picture).streaming_content) == a_picture()

    editor.post(page_of(manuscript), typed_of(page, _save="1"))

    article = Article.objects.get()
    galley = article.galleys.get()
    publish_article(article, published_on=date(2026, 3, 29), override="test")
    page_text = client.get(f"/kk/articles/{article.pk}/").text
    address = f"/kk/articles/{article.pk}/files/{galley.pk}/{galley.name}"
    assert f'<img src="{address}" alt="" loading="lazy">' in page_text
    assert '<a href="#ref1" id="cite1-1"' in page_text
    assert 'id="ref1"' in page_text
    assert b"".join(client.get(address).streaming_content) == a_picture()


def test_the_reasons_of_a_refusal_are_shown_and_nothing_is_saved(editor, monkeypatch):
    manuscript = a_read_manuscript(editor, a_journal())
    typed = typed_of(editor.get(page_of(manuscript)), _save="1")
    for error, reasons in (
        (not_imported("Odd.", "doi"), ["doi: Odd."]),
        (InvalidValue("Bad."), ["Bad."]),
    ):
        monkeypatch.setattr(review_page, "save_draft", raising(error))

        page = editor.post(page_of(manuscript), typed)

        assert page.context["problems"] == reasons
        assert Article.objects.count() == 0


def test_a_manuscript_saved_meanwhile_leads_to_its_article_or_to_the_list(editor, monkeypatch):
    manuscript = a_read_manuscript(editor, a_journal())
    typed = typed_of(editor.get(page_of(manuscript)), _save="1")
    article = an_article(manuscript.journal)
    for saved, address in (
        (article, reverse("admin:articles_article_change", args=[article.pk])),
        (None, "/admin/articles/manuscript/"),
    ):
        monkeypatch.setattr(review_page, "save_draft", raising(AlreadySaved(saved)))

        assert editor.post(page_of(manuscript), typed).url == address


def test_a_saved_draft_is_announced(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    typed = typed_of(editor.get(page_of(manuscript)), _save="1")

    saved = editor.post(page_of(manuscript), typed, follow=True)
    again = editor.post(page_of(manuscript), typed, follow=True)

    assert [str(message) for message in saved.context["messages"]] == [
        "The draft has been saved together with the file."
    ]
    assert [message.level_tag for message in again.context["messages"]] == ["warning"]


def raising(error):
    def save(*arguments):
        raise error

    return save
