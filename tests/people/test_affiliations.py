"""An organisation is set in affiliations that are meant; the printed text stays."""

import pytest

from articles.models import Organisation
from articles.people import ORGANISATIONS, merge_rows
from articles.people.affiliations import NotSet, articles_that_name, target_of, with_organisation
from articles.records.languages import text
from tests.factories import a_journal, a_record, an_affiliation, an_article

pytestmark = pytest.mark.django_db
ROR, OTHER_ROR = "https://ror.org/0abcdef12", "https://ror.org/0abcdef13"


@pytest.fixture
def target():
    organisation = Organisation.objects.create(
        name_kk="Дала университеті", name_en="Steppe University", ror=ROR, country="KZ"
    )
    return target_of(organisation)


def record_of(*affiliations):
    return a_record(affiliations=affiliations)


@pytest.mark.parametrize(
    "affiliation",
    [
        an_affiliation(country=""),
        an_affiliation(name=text("", "", "STEPPE UNIVERSITY"), country=""),
        an_affiliation(name=text("", "Другое название", ""), ror=ROR, country=""),
    ],
)
def test_an_affiliation_is_known_by_its_name_or_its_ror(target, affiliation):
    (changed,) = with_organisation(record_of(affiliation), target).affiliations

    assert (changed.organisation_id, changed.ror, changed.country) == (target.key, ROR, "KZ")
    assert (changed.name, changed.unit, changed.city) == (
        affiliation.name,
        affiliation.unit,
        affiliation.city,
    )


def test_a_link_to_a_merged_row_is_a_link_to_the_organisation(target):
    merged = Organisation.objects.create(name_ru="Степной университет")
    merge_rows(ORGANISATIONS, target.key, [merged.pk])
    target = target_of(Organisation.objects.get(pk=target.key))
    linked = an_affiliation(name=text("Басқа", "", ""), organisation_id=merged.pk)
    named = an_affiliation(name=text("", "Степной университет", ""))

    for affiliation in (linked, named):
        (changed,) = with_organisation(record_of(affiliation), target).affiliations
        assert changed.organisation_id == target.key


def test_words_choose_affiliations_in_any_spelling_and_leave_the_others(target):
    station = an_affiliation(name=text("«Тұзсу» стансасы", "", ""), unit=text("", "", "Soil lab"))
    other = an_affiliation(name=text("Тау институты", "", ""))

    for words in ("тузсу", "Tuzsu", "soil LAB"):
        changed = with_organisation(record_of(station, other), target, printed=words).affiliations
        assert [one.organisation_id for one in changed] == [target.key, None]


def test_nothing_is_set_where_no_affiliation_is_meant(target):
    with pytest.raises(NotSet, match="No affiliation"):
        with_organisation(record_of(an_affiliation(name=text("Тау", "", ""))), target)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"ror": OTHER_ROR}, f"another value: {OTHER_ROR}"),
        ({"country": "UZ"}, "another value: UZ"),
        ({"organisation_id": 10**9}, "linked to another organisation"),
    ],
)
def test_what_is_there_already_stays_unless_it_is_to_be_replaced(target, columns, message):
    record = record_of(an_affiliation(**columns))

    with pytest.raises(NotSet, match=message):
        with_organisation(record, target)
    (changed,) = with_organisation(record, target, replaces=True).affiliations
    assert (changed.organisation_id, changed.ror, changed.country) == (target.key, ROR, "KZ")


def test_what_the_organisation_lacks_stays():
    target = target_of(Organisation.objects.create(name_kk="Дала университеті"))

    (changed,) = with_organisation(record_of(an_affiliation(ror=ROR)), target).affiliations

    assert (changed.organisation_id, changed.ror, changed.country) == (target.key, ROR, "KZ")


def test_articles_that_name_the_organisation_are_found_in_one_query(
    target, django_assert_num_queries
):
    journal = a_journal()
    named = [
        an_article(journal, doi=f"10.5555/{number}", affiliations=(affiliation,))
        for number, affiliation in enumerate(
            (
                an_affiliation(),
                an_affiliation(name=text("Басқа", "", ""), ror=ROR),
                an_affiliation(name=text("Басқа", "", ""), organisation_id=target.key),
            )
        )
    ]
    an_article(
        journal, doi="10.5555/other", affiliations=(an_affiliation(name=text("Тау", "", "")),)
    )

    with django_assert_num_queries(1):
        keys = articles_that_name(target, 10)

    assert keys == [article.pk for article in reversed(named)]
