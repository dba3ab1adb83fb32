"""Who is proposed: by ORCID, by e-mail, by any spelling of a name; never somebody else's ORCID."""

import pytest

from articles.editing import save_article
from articles.intake.manuscripts.matches import known_organisations, known_people
from articles.models import Author, Organisation
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship, Record
from tests.factories import a_journal, a_record

pytestmark = pytest.mark.django_db


def proposals(author):
    (found,) = known_people(Record(language="kk", authors=(author,)))
    return [(one.key, str(one.why)) for one in found]


def test_the_same_orcid_is_the_same_person_however_spelt():
    person = Author.objects.create(family_name_en="Other", orcid="0000-0002-1825-0097")

    author = Authorship(names={"kk": Name("Есенова", "Ж.")}, orcid="0000-0002-1825-0097")

    assert proposals(author) == [(person.pk, "the same ORCID")]


def test_another_orcid_is_another_person_in_spite_of_the_name():
    Author.objects.create(family_name_kk="Есенова", orcid="0000-0002-1825-0097")

    author = Authorship(names={"kk": Name("Есенова")}, orcid="0000-0001-5109-3700")

    assert proposals(author) == []


def test_a_cyrillic_name_finds_its_latin_spelling():
    person = Author.objects.create(family_name_en="Petrova", given_name_en="Irina")

    assert proposals(Authorship(names={"ru": Name("ПЕТРОВА", "И.")})) == [
        (person.pk, "the same name")
    ]


def test_given_names_that_contradict_are_two_people():
    Author.objects.create(family_name_ru="Петрова", given_name_ru="Ольга")

    assert proposals(Authorship(names={"ru": Name("Петрова", "И.")})) == []


def test_an_earlier_article_knows_whose_address_it_is():
    person = Author.objects.create(family_name_ru="Иванова")
    known = Authorship(
        names={"ru": Name("Петрова")}, email="irina@example.org", author_id=person.pk
    )
    save_article(a_record(authors=(known,), affiliations=()), journal=a_journal())

    author = Authorship(names={"ru": Name("Сидорова")}, email="Irina@example.org")

    assert proposals(author) == [(person.pk, "the same e-mail")]


def test_an_organisation_is_found_behind_its_city_and_country():
    one = Organisation.objects.create(name_kk="Дала университеті")
    Organisation.objects.create(name_kk="Тау институты")
    printed = Affiliation(name=text(kk="«Дала университеті», Қарқара, Қазақстан"))

    (found,) = known_organisations(Record(language="kk", affiliations=(printed,)))

    assert [each.key for each in found] == [one.pk]


def test_people_of_any_number_of_authors_cost_two_queries(django_assert_num_queries):
    authors = tuple(
        Authorship(names={"ru": Name(f"Петрова{n}")}, email=f"{n}@example.org") for n in range(9)
    )

    with django_assert_num_queries(2):
        known_people(Record(language="ru", authors=authors))
