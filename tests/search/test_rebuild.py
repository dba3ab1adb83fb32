"""The index built anew is the one that saving wrote, whole at once, and misses nothing."""

import pytest
from django.core.management import call_command
from django.db import connection

from articles.models import Article, SearchRow, SearchWord
from articles.records.languages import text
from articles.search import checkpoint
from articles.search import rebuild as rebuild_module
from articles.search.public_search import search
from tests.factories import a_journal, a_public_article, an_article

pytestmark = pytest.mark.django_db(transaction=True)


def rows():
    columns = ("article_id", "scope", "version", "journal_id", "language", "published_on", "vector")
    return sorted(SearchRow.objects.values_list(*columns))


def names():
    """Of all that the table has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname::text FROM pg_constraint WHERE conrelid = %s::regclass"
            " UNION SELECT indexname::text FROM pg_indexes WHERE tablename = %s",
            ["articles_searchrow", "articles_searchrow"],
        )
        return sorted(name for (name,) in cursor.fetchall())


@pytest.mark.parametrize("processes", [1, 2])
def test_a_rebuild_gives_the_rows_and_rules_that_were_there(processes):
    journal = a_journal()
    a_public_article(journal, body="<p>Дала толық мәтіні</p>")
    an_article(journal, doi="10.5555/2")
    before, named = rows(), names()
    SearchRow.objects.update(vector="")

    call_command("rebuild_search", processes=processes)

    assert rows() == before
    assert names() == named
    assert search("дала").count == 1
    assert SearchWord.objects.get(word="өсімдіктері").article_count == 1
    call_command("rebuild_search", processes=1)
    assert (rows(), names()) == (before, named)


def test_what_is_saved_during_a_rebuild_is_found_after_it(monkeypatch):
    journal = a_journal()
    a_public_article(journal)
    old = rebuild_module.ReplacementTable.complete

    def complete(shadow):
        old(shadow)
        if Article.objects.count() > 1:
            return
        a_public_article(journal, doi="10.5555/2", title=text("Түйе", "Верблюд", "Camel"))

    monkeypatch.setattr(rebuild_module.ReplacementTable, "complete", complete)
    call_command("rebuild_search", processes=1)

    assert search("түйе").count == 1
    assert SearchRow.objects.count() == 4


def test_an_index_that_was_empty_is_filled_in_one_reading(monkeypatch):
    a_public_article()
    SearchRow.objects.all().delete()
    read = []
    load = rebuild_module.load_revisions
    monkeypatch.setattr(
        rebuild_module, "load_revisions", lambda *asked: read.append(asked) or load(*asked)
    )

    call_command("rebuild_search", processes=1)

    assert SearchRow.objects.count() == 2
    assert read == [(0,), (Article.objects.get().pk,)]


def test_a_rebuild_that_fails_leaves_the_old_index(monkeypatch):
    a_public_article()

    def fail(shadow):
        raise OSError("no space left")

    monkeypatch.setattr(rebuild_module.ReplacementTable, "complete", fail)
    with pytest.raises(OSError, match="no space"):
        call_command("rebuild_search", processes=1)

    assert search("дала").count == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('articles_searchrow_new')")
        assert cursor.fetchone() == (None,)


def test_an_interrupted_rebuild_goes_on_where_it_was(monkeypatch):
    journal = a_journal()
    for number in range(3):
        a_public_article(journal, doi=f"10.5555/{number}")
    before = rows()
    counts = dict(SearchWord.objects.values_list("word", "article_count"))
    monkeypatch.setattr(rebuild_module, "PORTION", 1)
    monkeypatch.setattr(rebuild_module, "CHECKPOINT_PORTIONS", 1)
    portions = rebuild_module.portions
    monkeypatch.setattr(rebuild_module, "portions", lambda last: interrupted(portions(last)))
    with pytest.raises(KeyboardInterrupt):
        call_command("rebuild_search", processes=1)
    read = []
    monkeypatch.setattr(
        rebuild_module, "portions", lambda last: read.append(last) or portions(last)
    )
    call_command("rebuild_search", processes=1)
    resumed = dict(SearchWord.objects.values_list("word", "article_count"))

    assert read == [Article.objects.order_by("pk")[1].pk]
    assert rows() == before
    call_command("rebuild_search", processes=1)
    assert resumed == dict(SearchWord.objects.values_list("word", "article_count"))
    assert read[-1] == 0
    assert counts.keys() == resumed.keys()


def interrupted(portions):
    """Ctrl-C after the second portion."""
    yield next(portions)
    yield next(portions)
    raise KeyboardInterrupt


def test_a_checkpoint_of_another_program_is_not_gone_on_with(monkeypatch):
    a_public_article()
    monkeypatch.setattr(checkpoint, "analysis_mark", lambda: "another")
    checkpoint.save_checkpoint(checkpoint.Checkpoint(10, 1))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE articles_searchrow_new (article_id bigint)")
    assert checkpoint.load_checkpoint().last_article == 10
    monkeypatch.undo()

    assert checkpoint.load_checkpoint() is None
    call_command("rebuild_search", processes=1)
    assert SearchRow.objects.count() == 2
