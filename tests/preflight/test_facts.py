from datetime import date

import msgspec
import pytest

from articles.exports import FORMATS
from articles.preflight import Neighbour, Neighbours
from articles.records.facts import IssueFacts
from articles.records.record import Reference
from tests.factories import ISSUE, JOURNAL, a_public_record, a_record, an_affiliation, an_author
from tests.preflight.cases import check_messages, found

DAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"doi": "10.5555/жол"}, "doi"),
        ({"edn": "ABC"}, "edn"),
        ({"irsti": ("11.25.40", "11-25")}, "irsti[2]"),
        ({"udc": ("—",)}, "udc[1]"),
        ({"authors": (an_author(orcid="0000-0000-1423-0018"),)}, "authors[1].orcid"),
        (
            {"affiliations": (an_affiliation(ror="https://ror.org/0zzzzzz03"),)},
            "affiliations[1].ror",
        ),
        ({"authors": (an_author(), an_author(orcid="0000-0000-1423-0018"))}, "authors[2].orcid"),
        (
            {"references": (Reference(text="A"), Reference(text="B", doi="10.5555/жол"))},
            "references[2].doi",
        ),
        (
            {"journal": msgspec.structs.replace(JOURNAL, issn_print="1234-5678")},
            "journal.issn_print",
        ),
        (
            {"journal": msgspec.structs.replace(JOURNAL, issn_online="1234-5678")},
            "journal.issn_online",
        ),
    ],
)
def test_an_identifier_that_is_none_is_named(changes, field):
    assert [one.field for one in found(a_public_record(**changes), "check_identifiers")] == [field]


@pytest.mark.parametrize(
    ("doi", "messages"),
    [
        ("10.5555/0000-0000/2024-1-1", []),
        (
            "10.5555/1234-5679/2024-1-1",
            ["The DOI contains ISSN 1234-5679, but the record has 0000-0000."],
        ),
        ("10.5555/0000-0000/2021-1-1", ["The DOI contains 2021, but the record has 2024."]),
        ("10.5555/0000-0000/2024-9-1-5-14", ["The DOI contains the pages 5-14."]),
        (
            "10.5555/0000-0000/2024-9-1-23-30",
            [
                "The DOI contains 23-30, but the record has 5-14.",
                "The DOI contains the pages 23-30.",
            ],
        ),
        ("10.5555/steppe.2024.103.3.77", []),
        ("10.5555/2024-1-2", []),  # number 1, article 2
        ("10.5555/2024-134-1-23", []),  # whole number 134, number 1, article 23
        ("10.5555/2024-1-23-30", []),  # number 1, issue 23, article 30
        ("10.5555/2024-1-5-14", ["The DOI contains the pages 5-14."]),
        ("10.5555/2024-134-1-30-23", []),
        ("10.5555/abcd1234", []),
    ],
)
def test_what_a_doi_states_is_held_against_the_record(doi, messages):
    assert check_messages(a_public_record(doi=doi), "check_doi_suffix") == messages


@pytest.mark.parametrize(
    ("doi", "status", "messages"),
    [
        (
            "10.5555/2024:1",
            "draft",
            ["“:” cannot be part of a new DOI. Use only Latin letters, digits and - . _ ; ( ) /"],
        ),
        ("10.5555/2024-1_2;(3)/4.a", "draft", []),
        ("10.5555/2024:1", "published", []),
        ("10.5555/жол", "draft", []),  # no DOI at all
        ("10.1234/2024:1", "draft", []),  # another publisher's
    ],
)
def test_only_an_old_doi_may_have_every_sign(doi, status, messages):
    issue = msgspec.structs.replace(ISSUE, published_on=None)
    record = a_public_record(doi=doi, status=status, issue=issue)

    assert check_messages(record, "check_doi_letters") == messages


def test_the_number_of_an_article_in_its_doi_is_no_year():
    record = a_public_record(doi="10.5555/steppe.1987", id=1987)

    assert check_messages(record, "check_doi_suffix") == []


@pytest.mark.parametrize(("status", "level"), [("draft", "warns"), ("published", "notes")])
def test_a_foreign_prefix_is_graver_in_a_new_article(status, level):
    record = a_public_record(doi="10.5556/a", status=status)

    (finding,) = found(record, "check_doi_prefix")

    assert (finding.level, str(finding.message)) == (
        level,
        "Prefix 10.5556; the journal has 10.5555.",
    )


COUNTRY = "“Казахстан” is not an ISO 3166-1 country code. Write KZ."
CARRIES_COUNTRIES = ("crossref", "jats", "datacite", "doaj", "rinc", "schema_org")


def test_a_country_that_is_no_code_blocks_the_article_and_its_code_is_proposed():
    record = a_public_record(affiliations=(an_affiliation(), an_affiliation(country="Казахстан")))

    (finding,) = found(record, "check_countries")

    assert (finding.level, finding.field, str(finding.message)) == (
        "blocks",
        "affiliations[2].country",
        COUNTRY,
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_writer_of_countries_refuses_by_the_same_check(name):
    record = a_public_record(affiliations=(an_affiliation(country="Казахстан"),))
    countries = [
        (one.level, str(one.message))
        for one in FORMATS[name].check(record)
        if one.field == "affiliations[1].country"
    ]

    assert countries == ([("blocks", COUNTRY)] if name in CARRIES_COUNTRIES else [])


@pytest.mark.parametrize("country", ["", "KZ", "UG"])
def test_a_code_of_a_country_or_none_is_right(country):
    record = a_public_record(affiliations=(an_affiliation(country=country),))

    assert found(record, "check_countries") == []


def test_a_date_of_publication_is_required():
    (finding,) = found(a_record(), "check_published_on")

    assert (finding.level, finding.field) == ("blocks", "published_on")


@pytest.mark.parametrize(("status", "level"), [("ready", "blocks"), ("published", "warns")])
def test_dates_out_of_order_block_a_new_article_and_warn_of_a_printed_one(status, level):
    record = a_public_record(
        status=status, received_on=date(2024, 3, 1), accepted_on=date(2024, 2, 1)
    )

    (finding,) = found(record, "check_date_order")

    assert (finding.level, finding.field, str(finding.message)) == (
        level,
        "accepted_on",
        "accepted (01.02.2024) is before “received” (01.03.2024).",
    )


@pytest.mark.parametrize(("is_archived", "level"), [(True, "warns"), (False, "blocks")])
def test_an_article_of_the_archive_counts_as_printed_and_a_past_date_alone_does_not(
    is_archived, level
):
    record = a_public_record(status="draft", first_page="9", last_page="5")
    around = Neighbours(today=date(2024, 5, 1), is_archived=is_archived)

    (finding,) = found(record, "check_page_order", around)

    assert finding.level == level


def test_dates_on_one_day_and_absent_ones_are_in_order():
    day = date(2024, 3, 29)
    record = a_public_record(received_on=day, revised_on=None, accepted_on=day, published_on=day)

    assert check_messages(record, "check_date_order") == []


@pytest.mark.parametrize(
    ("scheduled_on", "count"),
    [(None, 1), (date(2024, 3, 28), 1), (date(2024, 3, 29), 0), (date(2024, 4, 1), 0)],
)
def test_a_day_to_come_is_for_what_is_scheduled_for_it_or_later(scheduled_on, count):
    neighbours = Neighbours(today=date(2024, 3, 1), scheduled_on=scheduled_on)

    assert len(found(a_public_record(), "check_published_ahead", neighbours)) == count


@pytest.mark.parametrize(("year", "count"), [(2020, 1), (2023, 0), (2024, 0), (2025, 0)])
def test_the_year_of_publication_is_near_the_issues(year, count):
    record = a_public_record(issue=IssueFacts(year=year))

    assert len(found(record, "check_published_with_issue")) == count


def beside(*pages, **changes):
    others = tuple(
        Neighbour(title=f"№ {first}", first_page=first, last_page=last) for first, last in pages
    )
    return check_messages(
        a_public_record(first_page="15", last_page="24", issue=ISSUE, **changes),
        "check_pages_in_issue",
        Neighbours(articles=others),
    )


def test_pages_of_another_article_are_named_with_it():
    assert beside(("5", "15"), ("20", "30")) == ["Pages 20–30 are also used by “№ 20”."]


def test_pages_that_no_article_has_are_noted():
    assert beside(("1", "9")) == ["No article has pages 10–14, before this article."]


@pytest.mark.parametrize(
    "pages", [(), (("5", "14"),), (("5", "12"), ("25", "30")), (("e12", "e15"),), (("", ""),)]
)
def test_neighbours_that_leave_room_say_nothing(pages):
    assert beside(*pages) == []


def test_a_receivers_demand_is_its_own_and_a_warning_where_the_journal_sends():
    record = a_public_record(journal=msgspec.structs.replace(JOURNAL, depositor_email=""))

    (finding,) = [one for one in found(record, "crossref") if one.field.startswith("journal")]

    assert (finding.level, finding.rule, finding.field) == (
        "warns",
        "crossref",
        "journal.depositor_email",
    )


def test_what_every_receiver_refuses_is_reported_once():
    record = a_public_record(edn="\x01")

    assert [one.field for one in found(record, "check_characters")] == ["edn"]


@pytest.mark.parametrize(
    ("field", "level"),
    [
        ("received_on", "blocks"),
        ("revised_on", "blocks"),
        ("accepted_on", "blocks"),
        ("licence_from", "notes"),
    ],
)
def test_a_date_after_today_is_reported_and_one_of_today_is_not(field, level):
    today = date(2024, 3, 1)
    early = a_record(**{field: today})
    late = a_record(**{field: date(2024, 3, 2)})

    (finding,) = found(late, "check_days_ahead", Neighbours(today=today))

    assert (finding.level, finding.field, str(finding.message)) == (
        level,
        field,
        "The date 02.03.2024 is in the future.",
    )
    assert found(early, "check_days_ahead", Neighbours(today=today)) == []
    assert found(late, "check_days_ahead") == []


def test_a_printed_article_is_warned_of_a_date_after_today():
    record = a_public_record(accepted_on=date(2025, 1, 1))

    (finding,) = found(record, "check_days_ahead", Neighbours(today=date(2024, 5, 1)))

    assert (finding.level, finding.field) == ("warns", "accepted_on")


@pytest.mark.parametrize(
    ("year", "issue_year", "messages"),
    [
        (2024, 2024, []),
        (2025, 2024, ["The copyright year 2025 is in the future."]),
        (2025, 2025, []),  # the first issue of next year, made up in this one
        (2026, 2025, ["The copyright year 2026 is in the future."]),
    ],
)
def test_a_copyright_year_is_neither_after_this_year_nor_after_the_issues(
    year, issue_year, messages
):
    record = a_public_record(copyright_year=year, issue=IssueFacts(year=issue_year))

    assert check_messages(record, "check_copyright_year", Neighbours(today=DAY)) == messages
