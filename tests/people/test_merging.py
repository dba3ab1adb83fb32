"""People and organisations are merged, parted and kept apart; articles are never rewritten."""

import threading

import pytest
from django.db import connection
from django.utils.translation import override
from msgspec.structs import replace

from articles.editing import save_article, working_record
from articles.models import (
    Article,
    ArticleAffiliation,
    Author,
    AuthorMerge,
    Authorship,
    ListingKey,
    Organisation,
    Revision,
)
from articles.models.merging import CURRENT
from articles.people import (
    ORGANISATIONS,
    PEOPLE,
    NotMerged,
    keep_apart,
    merge_rows,
    take_back_distinction,
    undo_merge,
)
from articles.publishing import release
from articles.queries.public_state import site_state
from articles.queries.released_records import released_records
from tests.factories import (
    a_journal,
    a_member,
    a_public_article,
    an_affiliation,
    an_article,
    an_author,
)

pytestmark = pytest.mark.django_db
ORCID = "0000-0002-1825-0097"
ROR = "https://ror.org/0abcdef12"


def a_person(family="Сынақов", **columns):
    return Author.objects.create(family_name_kk=family, **columns)


def articles_of(*people, journal=None):
    """One public article of each."""
    journal = journal or a_journal()
    return [
        a_public_article(journal, doi=f"10.5555/{n}", authors=(an_author(author_id=one.pk),))
        for n, one in enumerate(people)
    ]


def stored():
    return list(Revision.objects.order_by("pk").values_list("stored", flat=True))


def bylines():
    return list(Authorship.objects.order_by("pk").values())


def keys_of(person):
    return set(ListingKey.objects.filter(author=person).values_list("listing", flat=True))


def test_the_merged_row_stays_and_every_loaded_record_has_the_kept_one():
    kept, merged = a_person(), a_person("Сынаков")
    _first, second = articles_of(kept, merged)
    before = stored(), bylines()

    merge_rows(PEOPLE, kept.pk, [merged.pk])

    merged.refresh_from_db()
    assert merged.merged_into == kept
    assert (stored(), bylines()) == before
    assert working_record(second).authors[0].author_id == kept.pk
    assert [one.authors[0].author_id for one in released_records(Article.objects.all())] == [
        kept.pk,
        kept.pk,
    ]
    assert keys_of(merged) == set()
    assert len(keys_of(kept)) == 2


def test_saving_keeps_the_key_so_that_a_merge_can_be_undone():
    kept, merged = a_person(), a_person("Сынаков")
    (article,) = articles_of(merged)
    merge_rows(PEOPLE, kept.pk, [merged.pk])
    record = working_record(article)

    same = save_article(record, article=article)
    authors = (*record.authors, an_author(names={}, collective={"kk": "Топ"}))
    changed = save_article(replace(record, authors=authors[::-1]), article=article)

    assert same.version == 2  # nothing differs
    assert [author.author_id for author in changed.record.authors] == [None, merged.pk]


def test_a_translator_may_save_an_article_of_a_merged_person():
    kept, merged = a_person(), a_person("Сынаков")
    (article,) = articles_of(merged)
    merge_rows(PEOPLE, kept.pk, [merged.pk])
    translator = a_member(article.journal, "translator", languages=["ru"])
    record = working_record(article)

    title = {**record.title, "ru": "Степные растения"}
    revision = save_article(replace(record, title=title), article=article, editor=translator)

    assert revision.record.title["ru"] == "Степные растения"
    assert revision.record.authors[0].author_id == merged.pk


def test_a_release_after_the_merge_shows_the_kept_person():
    kept, merged = a_person(), a_person("Сынаков")
    (article,) = articles_of(merged)
    merge_rows(PEOPLE, kept.pk, [merged.pk])

    release(article)

    assert keys_of(kept) == {article.pk}
    article.listing.refresh_from_db()
    assert article.listing.summary.authors[0].author_id == kept.pk


def test_the_kept_row_takes_over_what_it_lacks_and_gives_it_back():
    kept = a_person(spin="1")
    merged = Author.objects.create(
        family_name_ru="Сынаков", family_name_kk="Сынаков", orcid=ORCID, spin="2", scopus_id="57"
    )

    merge_rows(PEOPLE, kept.pk, [merged.pk], spellings={"kk": merged.pk})

    kept.refresh_from_db()
    merged.refresh_from_db()
    assert (kept.orcid, kept.spin, kept.scopus_id) == (ORCID, "1", "57")
    assert (kept.family_name_kk, kept.family_name_ru) == ("Сынаков", "Сынаков")
    assert merged.orcid == ""

    Author.objects.filter(pk=kept.pk).update(scopus_id="58")  # an editor's correction
    undo_merge(PEOPLE, AuthorMerge.objects.get().pk)

    kept.refresh_from_db()
    merged.refresh_from_db()
    assert (kept.orcid, kept.family_name_kk, kept.family_name_ru) == ("", "Сынақов", "")
    assert kept.scopus_id == "58"
    assert (merged.orcid, merged.merged_into) == (ORCID, None)


def test_an_undone_merge_gives_each_person_their_articles_again():
    journal, editor = a_journal(), None
    first, second, third = a_person(), a_person("Сынаков"), a_person("Synaqov")
    articles = articles_of(first, second, third, journal=journal)
    editor = a_member(journal)
    merge_rows(PEOPLE, second.pk, [third.pk])
    merge_rows(PEOPLE, first.pk, [second.pk], editor=editor)
    assert keys_of(first) == {article.pk for article in articles}

    undo_merge(PEOPLE, AuthorMerge.objects.get(merged=second).pk, editor=editor)

    third.refresh_from_db()
    assert third.merged_into == second
    assert keys_of(first) == {articles[0].pk}
    assert keys_of(second) == {articles[1].pk, articles[2].pk}
    assert working_record(articles[2]).authors[0].author_id == second.pk


def test_merges_are_undone_the_last_first():
    first, second, third = a_person(), a_person("Сынаков"), a_person("Synaqov")
    merge_rows(PEOPLE, second.pk, [third.pk])
    merge_rows(PEOPLE, first.pk, [second.pk])

    with pytest.raises(NotMerged, match="has itself been merged into “Сынақов”"):
        undo_merge(PEOPLE, AuthorMerge.objects.get(merged=third).pk)


def test_a_merge_is_undone_once():
    first, second = a_person(), a_person("Сынаков")
    merge_rows(PEOPLE, first.pk, [second.pk])
    merge = AuthorMerge.objects.get()
    undo_merge(PEOPLE, merge.pk)

    with pytest.raises(NotMerged, match="already been undone"):
        undo_merge(PEOPLE, merge.pk)


def test_people_of_one_article_are_never_merged_also_over_another_merge():
    first, second, third = a_person(), a_person("Сынаков"), a_person("Synaqov")
    article = an_article(authors=(an_author(author_id=first.pk), an_author(author_id=second.pk)))
    for pair in ((first, second), (second, first)):
        with pytest.raises(NotMerged, match=f"both authors of article № {article.pk}"):
            merge_rows(PEOPLE, pair[0].pk, [pair[1].pk])

    merge_rows(PEOPLE, third.pk, [first.pk])
    with pytest.raises(NotMerged, match=f"both authors of article № {article.pk}"):
        merge_rows(PEOPLE, third.pk, [second.pk])
    assert AuthorMerge.objects.count() == 1


def test_people_of_one_released_article_are_not_merged_while_readers_see_both():
    first, second = a_person(), a_person("Сынаков")
    authors = (an_author(author_id=first.pk), an_author(author_id=second.pk))
    article = a_public_article(authors=authors)
    save_article(replace(working_record(article), authors=authors[:1]), article=article)

    with pytest.raises(NotMerged, match="both authors"):
        merge_rows(PEOPLE, first.pk, [second.pk])


def test_different_people_are_remembered_also_after_other_merges_until_it_is_taken_back():
    first, second, third = a_person(), a_person("Сынаков"), a_person("Synaqov")
    keep_apart(PEOPLE, [second.pk, first.pk])
    keep_apart(PEOPLE, [first.pk, second.pk])
    merge_rows(PEOPLE, third.pk, [first.pk])

    with pytest.raises(NotMerged, match="are kept apart as different"):
        merge_rows(PEOPLE, third.pk, [second.pk])

    (distinction,) = PEOPLE.distinctions.objects.all()
    take_back_distinction(PEOPLE, distinction.pk)
    merge_rows(PEOPLE, third.pk, [second.pk])


@pytest.mark.parametrize("keys", [[], [0]])
def test_a_merge_needs_two_rows(keys):
    with pytest.raises(NotMerged):
        merge_rows(PEOPLE, a_person().pk, keys)


def test_readers_pages_change_with_a_merge_and_with_its_end():
    first, second = a_person(), a_person("Сынаков")
    articles_of(first, second)
    states = [site_state()]
    merge_rows(PEOPLE, first.pk, [second.pk])
    states.append(site_state())
    undo_merge(PEOPLE, AuthorMerge.objects.get().pk)
    states.append(site_state())

    assert len(set(states)) == 3


def test_organisations_are_merged_in_the_same_way():
    kept = Organisation.objects.create(name_kk="Дала университеті")
    merged = Organisation.objects.create(name_en="Steppe University", ror=ROR, country="KZ")
    both = tuple(an_affiliation(organisation_id=one.pk) for one in (kept, merged))
    article = an_article(affiliations=both)
    before = stored()

    merge_rows(ORGANISATIONS, kept.pk, [merged.pk])

    kept.refresh_from_db()
    assert (kept.name_en, kept.ror, kept.country) == ("Steppe University", ROR, "KZ")
    loaded = working_record(article)
    assert [one.organisation_id for one in loaded.affiliations] == [kept.pk, kept.pk]
    revision = save_article(replace(loaded, udc=("633.2",)), article=article)
    assert [one.organisation_id for one in revision.record.affiliations] == [kept.pk, merged.pk]
    assert stored()[:1] == before
    assert ArticleAffiliation.objects.filter(organisation=merged).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_who_merge_at_once_one_is_told():
    first, second = a_person(), a_person("Сынаков")
    barrier, results = threading.Barrier(2), []

    def merge(kept, merged):
        barrier.wait()
        try:
            with override("en"):
                merge_rows(PEOPLE, kept.pk, [merged.pk])
            results.append("")
        except NotMerged as error:
            with override("en"):
                results.append(str(error))
        finally:
            connection.close()

    threads = [
        threading.Thread(target=merge, args=pair) for pair in ((first, second), (second, first))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    told = [result for result in results if result]
    assert len(told) == 1
    assert "has been merged into" in told[0]
    assert Author.objects.filter(CURRENT).count() == 1
