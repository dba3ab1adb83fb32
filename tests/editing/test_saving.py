"""save_article: the rows, the revision and the search row say the same, and no edit is lost."""

from datetime import date

import msgspec
import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.editing import EditConflict, save_article, working_record
from articles.editing.rows import article_columns, rows_of
from articles.models import Article, Galley, Revision, SearchRow
from articles.publishing import publish_article, retract_article, withdraw_article
from articles.records import json
from articles.records.cleaning import Unprintable
from articles.records.names import Name
from articles.records.record import Galley as GalleyFacts
from articles.records.record import Record, Reference
from tests.factories import a_journal, a_record, an_affiliation, an_article, an_author, an_issue

pytestmark = pytest.mark.django_db


def stands_as_its_revision_says(article):
    """Every column of every row against the latest revision."""
    article = Article.objects.get(pk=article.pk)
    record = Revision.objects.get(article=article, version=article.version).record
    for column, value in article_columns(record).items():
        assert getattr(article, column) == value, column
    for table, wanted in rows_of(record).items():
        rows = sorted(table.objects.filter(article=article), key=lambda row: row.pk)
        stored = [{column: getattr(row, column) for column in wanted[0]} for row in rows if wanted]
        key = lambda row: (str(row.get("language", "")), row["order"])  # noqa: E731
        assert sorted(stored, key=key) == sorted(wanted, key=key), table
        assert len(rows) == len(wanted), table
    return True


def a_big_record(references=30, **changes) -> Record:
    return a_record(
        authors=tuple(an_author(orcid="") for _ in range(5)),
        affiliations=tuple(an_affiliation() for _ in range(3)),
        references=tuple(Reference(text=f"Кітап {n}") for n in range(references)),
        **changes,
    )


def test_a_new_article_is_version_one_and_has_the_saved_values():
    revision = save_article(a_big_record(), journal=a_journal(), reason="first")

    assert (revision.version, revision.reason) == (1, "first")
    assert stands_as_its_revision_says(revision.article)
    assert json.without_facts(working_record(revision.article)) == a_big_record()


def test_rows_follow_every_change_of_a_record():
    article = save_article(a_big_record(), journal=a_journal()).article
    record = working_record(article)
    changed = msgspec.structs.replace(
        record,
        authors=(record.authors[4], an_author(email="new@example.org"), record.authors[0]),
        references=(Reference(text="жаңа"), *record.references[5:]),
        keywords={"ru": ("одно", "два", "три")},
        affiliations=(),
        statements=msgspec.structs.replace(record.statements, thanks={"kk": "Рахмет"}),
    )

    save_article(changed, article=article)

    assert stands_as_its_revision_says(article)


@pytest.mark.parametrize("references", [30, 200])
def test_a_first_save_takes_the_same_queries_for_any_number_of_references(
    references, django_assert_num_queries
):
    journal = a_journal()

    with django_assert_num_queries(14):
        save_article(a_big_record(references), journal=journal)


@pytest.mark.parametrize("references", [30, 200])
def test_a_save_takes_the_same_queries_for_any_number_of_references(references):
    article = save_article(a_big_record(references), journal=a_journal()).article
    record = a_big_record(
        references - 1, title={"kk": "Жаңа"}, keywords={"kk": ("бір",), "en": ("one", "two", "3")}
    )

    with CaptureQueriesContext(connection) as queries:
        save_article(record, article=article, base=1)

    assert len(queries) == 13


def test_a_save_that_changes_nothing_writes_no_revision():
    article = an_article()

    revision = save_article(working_record(article), article=article)

    assert (revision.version, Revision.objects.count()) == (1, 1)


def test_the_second_of_two_editors_adds_to_the_first():
    article = an_article()
    save_article(a_record(title={**a_record().title, "ru": "Их"}), article=article, base=1)

    save_article(a_record(first_page="7"), article=article, base=1)

    article.refresh_from_db()
    record = working_record(article)
    assert (record.title["ru"], record.first_page, article.version) == ("Их", "7", 3)
    assert stands_as_its_revision_says(article)


def test_the_second_of_two_editors_at_one_place_is_shown_both_and_nothing_is_saved():
    article = an_article()
    save_article(a_record(title={**a_record().title, "ru": "Их"}), article=article, base=1)

    with pytest.raises(EditConflict) as refused:
        save_article(
            a_record(title={**a_record().title, "ru": "Моё"}, first_page="7"),
            article=article,
            base=1,
        )

    (conflict,) = refused.value.merge.conflicts
    assert (conflict.field, conflict.theirs, conflict.mine) == ("title.ru", "Их", "Моё")
    assert Article.objects.get().first_page == "5"


def test_a_doi_is_the_same_in_any_case():
    journal = a_journal()
    an_article(journal, doi="10.5555/ABC")

    with pytest.raises(IntegrityError, match="article_doi_once"), transaction.atomic():
        an_article(journal, doi="10.5555/abc")

    assert Article.objects.count() == Revision.objects.count() == 1


def test_an_issue_of_another_journal_is_refused():
    other = an_issue(a_journal(slug="other"))

    an_article(a_journal(), issue_id=other.pk)

    with pytest.raises(IntegrityError, match="article_issue_of_its_journal"):
        connection.check_constraints()


def test_a_control_character_is_refused_with_its_field():
    with pytest.raises(Unprintable, match=r"abstract\.ru"):
        an_article(abstract={"ru": "a\x00b"})

    assert Article.objects.count() == 0


def test_a_revision_is_never_edited():
    revision = an_article().revisions.get()

    with pytest.raises(IntegrityError, match="never edited"), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(reason="another")


def test_a_new_galley_gets_its_key():
    facts = GalleyFacts(language="kk", name="a.pdf", size=9, checksum="0" * 64, path="g/a.pdf")
    article = an_article(galleys=(facts,))

    (galley,) = working_record(article).galleys

    assert galley.id == Galley.objects.get().pk
    assert stands_as_its_revision_says(article)


def test_every_path_that_publishes_leaves_rows_and_revision_alike():
    journal = a_journal()
    article = an_article(journal)
    notice = an_article(journal, doi="10.5555/notice", type="retraction")
    day = date(2024, 3, 29)

    publish_article(article, published_on=day)
    publish_article(notice, published_on=day)
    retract_article(article, notice)

    assert stands_as_its_revision_says(article)
    assert stands_as_its_revision_says(notice)
    withdraw_article(notice, reason="mistake")
    assert stands_as_its_revision_says(notice)
    assert SearchRow.objects.filter(scope="public").count() == 1  # not the withdrawn


def test_what_was_public_is_never_deleted():
    article = an_article()
    publish_article(article, published_on=date(2024, 3, 29))

    with pytest.raises(IntegrityError, match="withdraw"), transaction.atomic():
        Article.objects.filter(pk=article.pk)._raw_delete("default")


def test_names_keep_their_parts():
    name = Name("Әбілқасымов", "Һәкім", "Ғұмарұлы")
    article = an_article(authors=(an_author(names={"kk": name}),))

    assert article.authorships.get().family_name_kk == "Әбілқасымов"
    assert working_record(article).authors[0].names == {"kk": name}
