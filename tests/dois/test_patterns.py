"""A DOI pattern filled in from a record, or the message that says why it cannot be."""

from datetime import date

import msgspec
import pytest

from articles.dois import UnusablePattern, doi_by_pattern
from articles.dois.patterns import changed_forms
from articles.models.journal import PROPOSED_DOI_PATTERN
from articles.records.facts import IssueFacts
from articles.records.identifiers import InvalidIdentifier
from tests.factories import ISSUE, JOURNAL, a_public_record

CURRENT = IssueFacts(year=2026, number="5")


@pytest.mark.parametrize(
    ("pattern", "doi"),
    [
        ("{issn}/{year}-{number}-{sequence}", "10.5555/0000-0000/2024-1-3"),
        (
            "{issn}/{year}-{through}-{number}-{first}-{last}",
            "10.5555/0000-0000/2024-9-1-5-14",
        ),
        ("{slug}.{year}.{sequence}", "10.5555/steppe-science.2024.3"),
        ("{slug}.{id}", "10.5555/steppe-science.157"),
        ("{year}/{article_number}", "10.5555/2024/e7"),
        ("{year}-{number:0>2}-{sequence:0>3}", "10.5555/2024-01-003"),
        ("{year}.{{{number}}}.{sequence}", "10.5555/2024.{1}.3"),
    ],
)
def test_a_pattern_is_filled_from_the_record(pattern, doi):
    record = a_public_record(position=3, id=157, article_number="e7")

    assert doi_by_pattern(record, pattern) == doi


@pytest.mark.parametrize(
    ("pattern", "part", "doi"),
    [
        (PROPOSED_DOI_PATTERN, "", "10.5555/0000-0000/2026-5-1"),
        (PROPOSED_DOI_PATTERN, "1", "10.5555/0000-0000/2026-5.1-1"),
        (PROPOSED_DOI_PATTERN, "2", "10.5555/0000-0000/2026-5.2-1"),
        (PROPOSED_DOI_PATTERN, "Часть 2", "10.5555/0000-0000/2026-5.part-2-1"),
        ("{year}/{part}/{number}-{sequence}", "", "10.5555/2026/5-1"),
        ("{part}-{number}-{sequence}", "", "10.5555/-5-1"),
        ("{year}-{number}p{part}-{sequence}", "", "10.5555/2026-5p-1"),
    ],
)
def test_an_issue_without_a_part_leaves_out_the_sign_before_it(pattern, part, doi):
    issue = msgspec.structs.replace(CURRENT, part=part)

    assert doi_by_pattern(a_public_record(position=1, issue=issue), pattern) == doi


def test_the_proposed_pattern_keeps_a_double_number_and_a_part_apart():
    issues = (
        IssueFacts(year=2026, number="3-4"),
        IssueFacts(year=2026, number="3", part="4"),
        IssueFacts(year=2026, number="3"),
    )

    dois = [
        doi_by_pattern(a_public_record(position=1, issue=issue), PROPOSED_DOI_PATTERN)
        for issue in issues
    ]

    assert dois == [
        "10.5555/0000-0000/2026-3-4-1",
        "10.5555/0000-0000/2026-3.4-1",
        "10.5555/0000-0000/2026-3-1",
    ]


@pytest.mark.parametrize(
    ("issue", "published_on", "doi"),
    [
        (CURRENT, date(2025, 12, 20), "10.5555/2026.157"),
        (None, date(2025, 12, 20), "10.5555/2025.157"),
    ],
)
def test_the_year_is_the_issues_or_else_that_of_publication(issue, published_on, doi):
    record = a_public_record(issue=issue, published_on=published_on, id=157)

    assert doi_by_pattern(record, "{year}.{id}") == doi


@pytest.mark.parametrize(
    ("number", "doi_number", "doi"),
    [
        ("Спецвыпуск", "", "10.5555/0000-0000/2026-special-1"),
        ("Спецвыпуск", "spec2026", "10.5555/0000-0000/2026-spec2026-1"),
        ("5", "5a", "10.5555/0000-0000/2026-5a-1"),
        ("3–4", "", "10.5555/0000-0000/2026-3-4-1"),
        ("特", "t", "10.5555/0000-0000/2026-t-1"),
    ],
)
def test_a_number_has_its_ascii_form_or_the_editors_own(number, doi_number, doi):
    issue = msgspec.structs.replace(CURRENT, number=number, doi_number=doi_number)
    record = a_public_record(position=1, issue=issue)

    assert doi_by_pattern(record, "{issn}/{year}-{number}-{sequence}") == doi


def refusal(record, pattern):
    with pytest.raises(UnusablePattern) as refused:
        doi_by_pattern(record, pattern)
    return str(refused.value), str(refused.value.remedy)


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("volume", "Enter the issue's volume, or take {volume} out of the journal's DOI pattern."),
        ("sequence", "Enter the article's position in the issue (page “Layout” of the issue)."),
        (
            "article_number",
            "Enter the article number, or take {article_number} out of the journal's DOI pattern.",
        ),
    ],
)
def test_a_field_that_the_article_lacks_is_named_with_its_remedy(name, remedy):
    message = f"The pattern needs {{{name}}}, which this article does not have yet."

    assert refusal(a_public_record(issue=ISSUE), f"{{year}}.{{{name}}}") == (message, remedy)


@pytest.mark.parametrize(
    ("pattern", "remedy"),
    [
        ("{year}.{id}", "Choose the article's issue, or enter its date of publication."),
        (
            "{number}.{id}",
            "Choose the article's issue, or use {id} in the journal's DOI pattern.",
        ),
    ],
)
def test_an_article_without_an_issue_is_told_what_serves_it(pattern, remedy):
    record = a_public_record(issue=None, published_on=None)

    assert refusal(record, pattern)[1] == remedy


def test_a_value_that_has_no_ascii_form_is_named():
    numbered = a_public_record(issue=msgspec.structs.replace(CURRENT, number="特"))
    parted = a_public_record(issue=msgspec.structs.replace(CURRENT, part="特"))

    assert refusal(numbered, "{number}.{id}") == (
        "“特” (number) cannot be written in Latin letters.",
        "Fill in “number in DOIs” of the issue.",
    )
    assert refusal(parted, "{number}.{part}.{id}") == (
        "“特” (part) cannot be written in Latin letters.",
        "Use digits, Latin or Cyrillic letters.",
    )


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (
            "{issn}/{nothing}",
            "The pattern cannot use {nothing}. It can use {issn}, {slug}, {year}, {volume}, "
            "{number}, {part}, {through}, {sequence}, {first}, {last}, {article_number}, {id}.",
        ),
        ("{issn", "The braces of the pattern do not match."),
        ("{number:d}.{id}", "The format after the colon of a field is wrong."),
        ("", "The journal has no DOI pattern."),
    ],
)
def test_a_pattern_that_cannot_be_filled_says_why(pattern, message):
    assert refusal(a_public_record(), pattern)[0] == message


def test_a_journal_without_a_prefix_is_told():
    record = a_public_record(journal=msgspec.structs.replace(JOURNAL, doi_prefix=""))

    assert refusal(record, "{id}") == (
        "The journal has no DOI prefix.",
        "Enter the prefix in the journal's settings.",
    )


@pytest.mark.parametrize(("length", "is_refused"), [(199, False), (200, True)])
def test_a_doi_of_more_than_200_characters_is_told(length, is_refused):
    journal = msgspec.structs.replace(JOURNAL, slug="s" * length)
    record = a_public_record(journal=journal, id=7)

    if not is_refused:
        assert doi_by_pattern(record, "{slug}{id}") == f"10.5555/{'s' * length}7"
        return
    with pytest.raises(InvalidIdentifier) as refused:
        doi_by_pattern(record, "{slug}{id}")
    assert str(refused.value) == (
        "The DOI has 201 characters after the slash; 200 are allowed. Shorten it."
    )


def test_the_numbers_that_a_doi_writes_differently_are_listed():
    issue = IssueFacts(year=2026, volume="ХІІ", number="Спецвыпуск", part="1", doi_number="spec")

    forms = changed_forms(issue, "{year}-{volume}-{number}-{part}-{sequence}")

    assert [(form.label, form.printed, form.form) for form in forms] == [
        ("volume", "ХІІ", "XII"),
        ("number", "Спецвыпуск", "spec"),
    ]
