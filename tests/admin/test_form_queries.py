"""Queries of the article form: to open it, to save it, to update the completeness panel."""

import pytest
from django.urls import reverse

from articles.editing import working_record
from articles.records.languages import text
from articles.records.record import Reference
from tests.admin.test_article_form import as_sent
from tests.admin.test_stock_lists import issues, sections
from tests.factories import a_journal, an_affiliation, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    return admin_client


def a_full_article(references=30):
    journal = a_journal()
    return an_article(
        journal,
        issue_id=an_issue(journal).pk,
        affiliations=tuple(an_affiliation(name=text(f"Ұйым {n}")) for n in range(3)),
        authors=tuple(an_author(marks=(1 + n % 3,)) for n in range(5)),
        references=tuple(
            Reference(text=f"Кітап {n}. – Қарқара, 2019.", romanized=f"Kitap {n}. Karkara, 2019.")
            for n in range(references)
        ),
    )


def form_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.mark.parametrize(("references", "choices"), [(1, 1), (30, 1), (200, 1), (30, 300)])
def test_opening_the_form_takes_ten_queries(editor, references, choices, django_assert_num_queries):
    article = a_full_article(references)
    issues(article.journal, choices)
    sections(article.journal, choices)
    editor.get(form_of(article))

    with django_assert_num_queries(10):
        response = editor.get(form_of(article))

    assert response.context["entry_counts"]["references_original"] == references


@pytest.mark.parametrize("references", [30, 200])
def test_saving_takes_the_same_queries_for_any_number_of_rows(
    editor, references, django_assert_num_queries
):
    article = a_full_article(references)
    typed = as_sent(editor.get(form_of(article)))
    typed |= {
        "title_kk": "Басқа",
        "keywords_kk": "бір\nекі",
        "references_original": "\n".join(f"Жаңа {n}." for n in range(references)),
        **{f"authorships-{n}-family_name_kk": f"Басқа {n}" for n in range(5)},
        **{f"affiliations-{n}-name_kk": f"Басқа {n}" for n in range(3)},
    }

    with django_assert_num_queries(20):
        response = editor.post(form_of(article), typed)

    article.refresh_from_db()
    assert response.status_code == 302
    assert len(working_record(article).references) == references
    assert working_record(article).authors[4].names["kk"].family == "Басқа 4"


def test_updating_the_completeness_panel_takes_seven_queries(editor, django_assert_num_queries):
    article = a_full_article(30)
    url = reverse("admin:articles_article_live", args=[article.pk])
    typed = {**as_sent(editor.get(form_of(article))), "abstract_en": "Three words here"}
    editor.post(url, typed)

    with django_assert_num_queries(7):
        answer = editor.post(url, typed)

    assert "3 words" in answer.text
