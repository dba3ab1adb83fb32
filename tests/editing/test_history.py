"""History: who changed what, and going back to it."""

import msgspec
import pytest

from articles.editing import save_article, working_record
from articles.editing.history import history, restore
from tests.factories import a_member, a_record, an_article, an_author

pytestmark = pytest.mark.django_db


def saved(article, editor=None, **changes):
    record = msgspec.structs.replace(working_record(article), **changes)
    save_article(record, article=article, editor=editor)
    article.refresh_from_db()


def test_history_says_who_changed_which_field_in_which_language(django_assert_num_queries):
    article = an_article()
    aigul = a_member(article.journal, "editor", username="aigul")
    saved(article, aigul, title={**a_record().title, "ru": "Травы степи"})
    saved(article, first_page="7")

    with django_assert_num_queries(1):
        entries = list(history(article))

    assert [
        (entry.revision.version, entry.revision.editor, [one.field for one in entry.changes])
        for entry in entries
    ] == [(3, None, ["first_page"]), (2, aigul, ["title.ru"]), (1, None, [])]


def test_one_field_goes_back_and_the_rest_stays():
    article = an_article()
    saved(article, title={**a_record().title, "ru": "Травы"}, first_page="7")

    restore(article, 1, path=("title", "ru"))

    article.refresh_from_db()
    record = working_record(article)
    assert (record.title["ru"], record.first_page, article.version) == ("Растения степи", "7", 3)


def test_authors_and_references_go_back():
    article = an_article()
    saved(article, authors=(an_author(email="x@example.org"),), references=())

    restore(article, 1, path=("authors",))
    article.refresh_from_db()
    restore(article, 1, path=("references",))

    article.refresh_from_db()
    record = working_record(article)
    assert (record.authors, record.references) == (a_record().authors, a_record().references)


def test_restoring_a_version_keeps_the_status():
    article = an_article()
    saved(article, title={"kk": "Басқа"}, status="ready")

    restore(article, 1)

    article.refresh_from_db()
    record = working_record(article)
    assert (record.title, record.status) == (a_record().title, "ready")


def test_what_was_empty_becomes_empty_again():
    article = an_article(title={"kk": "Дала"})
    saved(article, title={"kk": "Дала", "en": "Steppe"})

    restore(article, 1, path=("title", "en"))

    article.refresh_from_db()
    assert working_record(article).title == {"kk": "Дала"}
