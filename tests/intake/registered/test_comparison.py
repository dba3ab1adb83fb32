"""A file of Crossref is compared with the articles here, field by field."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from articles.editing import save_article
from articles.exports import FORMATS
from articles.imports import read_crossref
from articles.intake.registered.comparison import compare
from articles.intake.registered.fields import FieldDifference, differences
from articles.models import Article, Revision
from articles.queries.released_records import released_records
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Authorship
from tests.exports.articles import STAMP, a_full_record
from tests.factories import a_depositing_journal, a_public_article, a_record
from tests.intake.test_other_journal import OTHER, OWN, crossref
from tests.management.test_import_articles import run


def deposit(*records):
    return b"".join(FORMATS["crossref"].write(records, STAMP))


def registered(record, **changes):
    (reading,) = read_crossref(deposit(record))
    return msgspec.structs.replace(
        reading, record=msgspec.structs.replace(reading.record, **changes)
    )


def fields_of(record, **changes):
    return [each.field for each in differences(registered(record, **changes), record)]


def test_what_was_deposited_from_here_is_the_same():
    assert fields_of(a_full_record()) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": text(en="Another title")}, "title"),
        ({"authors": ()}, "authors"),
        ({"authors": (Authorship(names={"en": Name("Other", "Anna")}),)}, "authors"),
        ({"published_on": date(2001, 1, 1)}, "published_on"),
        ({"accepted_on": date(2001, 1, 1)}, "accepted_on"),
        ({"first_page": "999"}, "pages"),
    ],
)
def test_each_field_is_compared(changes, field):
    assert fields_of(a_full_record(), **changes) == [field]


def test_one_registered_title_is_the_same_if_any_language_has_it():
    record = a_full_record()

    assert fields_of(record, title={"en": record.title["en"]}) == []


def test_a_registration_without_a_whole_day_is_not_another_day():
    assert fields_of(a_full_record(), published_on=None, accepted_on=None) == []


def test_the_address_to_which_the_doi_leads_is_compared():
    record = a_full_record()
    reading = msgspec.structs.replace(registered(record), address="https://old.example.org/12")

    (difference,) = differences(reading, record)

    assert difference == FieldDifference(
        "address", "https://old.example.org/12", f"{record.site}/doi/{record.doi}"
    )


def test_a_file_without_the_address_is_compared_without_it():
    record = a_full_record()

    assert differences(msgspec.structs.replace(registered(record), address=""), record) == []


def test_an_article_that_cannot_be_deposited_is_compared_as_it_is():
    record = a_full_record(article_number="")
    broken = msgspec.structs.replace(record, journal=None)

    assert [each.field for each in differences(registered(record), broken)] == []


def test_a_journal_needs_no_depositor_to_be_compared():
    record = a_full_record()
    journal = msgspec.structs.replace(record.journal, depositor_name="", depositor_email="")

    assert differences(registered(record), msgspec.structs.replace(record, journal=journal)) == []


@pytest.fixture
def journal(db):
    return a_depositing_journal()


def content_of(*articles):
    return deposit(*released_records(Article.objects.filter(pk__in=[a.pk for a in articles])))


def test_both_sides_are_listed(journal):
    same, other = (a_public_article(journal, doi=f"10.5555/{name}") for name in "ab")
    content = content_of(same, other).replace(b"10.5555/b", b"10.5555/gone")
    save_article(a_record(doi="10.5555/draft"), journal=journal)

    comparison = compare(read_crossref(content), journal)

    assert comparison.same_count == 1
    assert [each.doi for each in comparison.not_here] == ["10.5555/gone"]
    assert [(each.doi, each.id) for each in comparison.not_registered] == [("10.5555/b", other.pk)]
    assert comparison.registered_count == 2


def test_a_draft_is_compared_too_and_dois_are_the_same_in_any_case(journal):
    public = a_public_article(journal, doi="10.5555/a")
    content = content_of(public).replace(b"10.5555/a", b"10.5555/DRAFT")
    save_article(a_record(doi="10.5555/draft", title=text("Басқа")), journal=journal)

    comparison = compare(read_crossref(content), journal)

    assert [each.doi for each in comparison.different] == ["10.5555/draft"]
    assert comparison.not_here == ()


def test_three_hundred_articles_are_compared_in_as_many_queries_as_one(
    journal, django_assert_num_queries
):
    a_public_article(journal, doi="10.5555/a")
    with django_assert_num_queries(4):
        compare([], journal)
    for number in range(20):
        a_public_article(journal, doi=f"10.5555/{number}")
    with django_assert_num_queries(4):
        compare([], journal)


def test_the_command_tells_and_saves_nothing(journal, tmp_path):
    article = a_public_article(journal, doi="10.5555/a")
    file = tmp_path / "registered.xml"
    content = content_of(article).decode().replace("/doi/10.5555/a<", "/old/12<")
    file.write_text(content.replace("Plants of the steppe", "Plants"))
    count = Revision.objects.count()

    out, err, failure = run("--compare", file)

    assert out[0] == "Registered otherwise than here: 1"
    assert "    title: Plants ≠ " in out[2]
    assert out[-1].startswith("DOIs in the file: 1. The same here: 0, otherwise: 1, not here: 0.")
    assert (err, failure) == ([], None)
    assert Revision.objects.count() == count


def test_only_crossrefs_xml_is_compared(journal, tmp_path):
    file = tmp_path / "a.json"
    file.write_text("{}")

    _out, _err, failure = run("--compare", file)

    assert failure.startswith(f"{file}: This is not the XML of Crossref")


def test_another_journals_registrations_are_refused(journal, tmp_path):
    journal.issn_print = OWN
    journal.save()
    file = tmp_path / "a.xml"
    file.write_bytes(crossref(OTHER, "10.5555/a"))

    _out, _err, failure = run("--compare", file)

    assert "This is the file of another journal" in failure
