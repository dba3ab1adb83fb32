"""Pairs who may be one person or organisation, with their reasons."""

import pytest

from articles.models import Author, Organisation
from articles.people import ORGANISATIONS, PEOPLE, keep_apart, merge_rows
from articles.people.candidates import Reason, find_people
from articles.people.similar_organisations import find_organisations
from tests.factories import a_journal, an_affiliation, an_article, an_author

pytestmark = pytest.mark.django_db
ORCID, OTHER_ORCID = "0000-0002-1825-0097", "0000-0001-5109-3700"
ROR = "https://ror.org/0abcdef12"


def a_person(family, given="", **columns):
    return Author.objects.create(family_name_kk=family, given_name_kk=given, **columns)


def pairs(found):
    return {(one.first, one.second): one.reasons for one in found}


def test_one_person_in_three_scripts_is_found():
    kazakh = a_person("Сынақов", "Н. Н.")
    russian = Author.objects.create(family_name_ru="Сынаков", given_name_ru="Нурлан")
    latin = Author.objects.create(family_name_en="Synaqov", given_name_en="N.")
    a_person("Үлгіева", "Ә.")

    assert pairs(find_people()) == {
        (kazakh.pk, russian.pk): (Reason.SPELLING,),
        (kazakh.pk, latin.pk): (Reason.SPELLING,),
        (russian.pk, latin.pk): (Reason.SPELLING,),
    }


def test_a_printed_orcid_leads_to_a_person_of_another_name_and_comes_first():
    known = a_person("Үлгіева", "Ә.", orcid=ORCID)
    married, other = a_person("Петрова", "А."), a_person("Петрова", "А.")
    an_article(authors=(an_author(author_id=married.pk, orcid=ORCID),))

    found = find_people()

    assert [(one.first, one.second, one.reasons) for one in found] == [
        (known.pk, married.pk, (Reason.IDENTIFIER,)),
        (married.pk, other.pk, (Reason.SPELLING,)),
    ]


def test_two_orcids_are_two_people():
    a_person("Сынақов", "Н.", orcid=ORCID)
    a_person("Сынақов", "Н.", orcid=OTHER_ORCID)

    assert find_people() == []


def test_merged_rows_distinct_people_and_authors_of_one_article_are_not_proposed():
    first, second, third, fourth = (a_person("Сынақов", "Н.") for _ in range(4))
    merge_rows(PEOPLE, first.pk, [second.pk])
    keep_apart(PEOPLE, [first.pk, third.pk])
    authors = (an_author(author_id=second.pk), an_author(author_id=fourth.pk))
    an_article(authors=authors)

    assert pairs(find_people()) == {(third.pk, fourth.pk): (Reason.SPELLING,)}


@pytest.mark.parametrize("count", [1, 300])
def test_people_are_found_with_the_same_queries_for_any_number(count, django_assert_num_queries):
    Author.objects.bulk_create(
        Author(family_name_kk=f"Сынақов{chr(1072 + n // 2 % 30)}", given_name_kk="Н.")
        for n in range(2 * count)
    )

    with django_assert_num_queries(6):
        find_people()


def test_organisations_are_found_by_ror_whole_name_and_similar_names():
    first = Organisation.objects.create(name_kk="Тұзсу тәжірибе стансасы", ror=ROR)
    same = Organisation.objects.create(name_kk="Тузсу тажирибе станциясы")
    printed = Organisation.objects.create(name_en="Field Station")
    similar = Organisation.objects.create(name_en="Fild Station", country="KZ")
    Organisation.objects.create(name_en="Field Station", country="UZ", name_ru="Полевая станция")
    an_article(affiliations=(an_affiliation(organisation_id=printed.pk, ror=ROR),))

    found = pairs(find_organisations())

    assert found[(first.pk, printed.pk)] == (Reason.IDENTIFIER,)
    assert found[(first.pk, same.pk)] == (Reason.SIMILAR,)
    assert found[(printed.pk, similar.pk)] == (Reason.SIMILAR,)
    assert not any(similar.pk == one and other != printed.pk for one, other in found)


def test_organisations_of_two_countries_or_kept_apart_are_not_proposed():
    rows = [Organisation.objects.create(name_en="Institute", country=code) for code in ("KZ", "UZ")]
    third = Organisation.objects.create(name_en="Institute")
    keep_apart(ORGANISATIONS, [rows[0].pk, third.pk])

    assert pairs(find_organisations()) == {(rows[1].pk, third.pk): (Reason.SPELLING,)}


@pytest.mark.parametrize("count", [1, 300])
def test_organisations_take_the_same_queries_for_any_number(count, django_assert_num_queries):
    a_journal()
    Organisation.objects.bulk_create(
        Organisation(name_en=f"Institute {n}") for n in range(2 * count)
    )

    with django_assert_num_queries(3):
        find_organisations()
