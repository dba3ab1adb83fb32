"""Matches by ORCID, e-mail or any spelling of a name; a different ORCID is never a match."""

import pytest

from articles.editing import save_article
from articles.intake.manuscripts.matches import (
    organisation_matches,
    people_by_email,
    person_matches,
)
from articles.models import Author, Organisation
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Affiliation, Authorship, Record
from tests.factories import a_journal, a_record

pytestmark = pytest.mark.django_db


def matches_of(author):
    (matches,) = person_matches(Record(language="kk", authors=(author,)))
    return [(match.key, str(match.why)) for match in matches]


def test_the_same_orcid_is_a_match_in_any_spelling():
    person = Author.objects.create(family_name_en="Other", orcid="0000-0002-1825-0097")

    author = Authorship(names={"kk": Name("Есенова", "Ж.")}, orcid="0000-0002-1825-0097")

    assert matches_of(author) == [(person.pk, "the same ORCID")]


def test_another_orcid_is_no_match_in_spite_of_the_name():
    Author.objects.create(family_name_kk="Есенова", orcid="0000-0002-1825-0097")

    author = Authorship(names={"kk": Name("Есенова")}, orcid="0000-0001-5109-3700")

    assert matches_of(author) == []


def test_a_cyrillic_name_matches_its_latin_spelling():
    person = Author.objects.create(family_name_en="Petrova", given_name_en="Irina")

    assert matches_of(Authorship(names={"ru": Name("ПЕТРОВА", "И.")})) == [
        (person.pk, "the same name")
    ]


def test_different_given_names_are_no_match():
    Author.objects.create(family_name_ru="Петрова", given_name_ru="Ольга")

    assert matches_of(Authorship(names={"ru": Name("Петрова", "И.")})) == []


def test_an_e_mail_address_of_an_earlier_article_is_a_match():
    person = Author.objects.create(family_name_ru="Иванова")
    earlier = Authorship(
        names={"ru": Name("Петрова")}, email="irina@example.org", author_id=person.pk
    )
    save_article(a_record(authors=(earlier,), affiliations=()), journal=a_journal())

    author = Authorship(names={"ru": Name("Сидорова")}, email="Irina@example.org")

    assert matches_of(author) == [(person.pk, "the same email")]


def test_a_city_and_country_after_the_name_do_not_prevent_a_match():
    organisation = Organisation.objects.create(name_kk="Дала университеті")
    Organisation.objects.create(name_kk="Тау институты")
    printed = Affiliation(name=text(kk="«Дала университеті», Қарқара, Қазақстан"))

    (matches,) = organisation_matches(Record(language="kk", affiliations=(printed,)))

    assert [match.key for match in matches] == [organisation.pk]


def test_matches_for_any_number_of_authors_take_two_queries(django_assert_num_queries):
    authors = tuple(
        Authorship(names={"ru": Name(f"Петрова{n}")}, email=f"{n}@example.org") for n in range(9)
    )

    with django_assert_num_queries(2):
        person_matches(Record(language="ru", authors=authors))


def an_earlier_author(email):
    """A known person whose address an earlier article prints."""
    person = Author.objects.create(family_name_ru="Иванова")
    printed = Authorship(names={"ru": Name("Иванова")}, email=email, author_id=person.pk)
    journal = a_journal(slug=f"of-{person.pk}")
    save_article(a_record(authors=(printed,), affiliations=(), doi=""), journal=journal)
    return person


def test_people_are_found_by_the_addresses_of_the_authors_alone():
    person = an_earlier_author("irina@example.org")
    an_earlier_author("olga@example.org")
    an_earlier_author("")
    authors = [Authorship(email="Irina@example.org"), Authorship()]

    assert list(people_by_email(authors)) == [("irina@example.org", person.pk)]


def test_authors_without_addresses_take_no_query(django_assert_num_queries):
    an_earlier_author("")

    with django_assert_num_queries(0):
        assert list(people_by_email([Authorship(), Authorship()])) == []


def test_an_address_of_an_unknown_person_is_not_found():
    printed = Authorship(names={"ru": Name("Иванова")}, email="irina@example.org")
    save_article(a_record(authors=(printed,), affiliations=()), journal=a_journal())

    assert list(people_by_email([Authorship(email="irina@example.org")])) == []
