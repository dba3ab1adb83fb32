"""A corrected file for an existing article: its differences, chosen and saved."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Article, Manuscript
from tests.admin.manuscripts.manuscript_pages import TEXT, a_read_manuscript, page_of, typed_of
from tests.factories import a_journal, an_article
from tests.imports.test_full_text import a_manuscript

pytestmark = pytest.mark.django_db


def test_a_corrected_file_shows_its_differences_and_saves_the_chosen_ones(editor):
    journal = a_journal()
    first = a_read_manuscript(editor, journal)
    typed = typed_of(editor.get(page_of(first)), **{"title.kk": "Дала гүлдері", "_save": "1"})
    editor.post(page_of(first), typed)
    article = Article.objects.get()
    text = TEXT.replace("34.35.15", "34.35.17").replace("ТҮРЛЕРІ\n", "ТҮРЛЕРІ ТУРАЛЫ\n")

    second = a_read_manuscript(editor, journal, text, article=article.pk)
    page = editor.get(page_of(second))

    rows = {row.key: row for row in page.context["differences"]}
    assert sorted(rows) == ["irsti[1]", "title.kk"]
    assert (rows["irsti[1]"].choice, rows["title.kk"].choice) == ("file", "")
    assert rows["title.kk"].changed_in_both
    unchosen = editor.post(page_of(second), {"version": 1, "choice:irsti[1]": "file"})
    assert unchosen.status_code == 422
    choices = {"choice:irsti[1]": "file", "choice:title.kk": "article", "version": 1}
    editor.post(page_of(second), choices)
    article.refresh_from_db()
    record = article.revisions.get(version=2).record
    assert (record.irsti, record.title["kk"]) == (("34.35.17",), "Дала гүлдері")


def test_without_an_earlier_file_nothing_is_chosen_in_advance(editor):
    article = an_article()

    manuscript = a_read_manuscript(editor, article.journal, article=article.pk)
    page = editor.get(page_of(manuscript))

    assert {row.choice for row in page.context["differences"]} == {""}
    assert "title.en" not in {row.key for row in page.context["differences"]}


def test_a_version_saved_meanwhile_is_not_overwritten(editor):
    article = an_article()
    manuscript = a_read_manuscript(editor, article.journal, article=article.pk)
    page = editor.get(page_of(manuscript))
    choices = {f"choice:{row.key}": "file" for row in page.context["differences"]}

    response = editor.post(page_of(manuscript), {**choices, "version": 0})

    article.refresh_from_db()
    assert (response.status_code, article.version) == (422, 1)


def test_a_chosen_text_brings_its_pictures(editor):
    article = an_article()
    files = [SimpleUploadedFile("a.docx", a_manuscript())]
    url = reverse("admin:articles_manuscript_changelist")
    editor.post(url, {"files": files, "article": article.pk})
    manuscript = Manuscript.objects.get()
    page = editor.get(page_of(manuscript))
    choices = {f"choice:{row.key}": "article" for row in page.context["differences"]}

    editor.post(page_of(manuscript), {**choices, "choice:body": "file", "version": 1})

    record = article.revisions.get(version=2).record
    assert [galley.kind for galley in record.galleys] == ["image"]
    assert f'src="{record.galleys[0].name}"' in record.body
    assert record.title["en"] == "Plants of the steppe"
