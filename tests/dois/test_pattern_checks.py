"""A DOI pattern that can make no DOI, or no distinct ones, is refused before it is used."""

import pytest

from articles.dois import UnusablePattern
from articles.dois.pattern_checks import check_new_pattern, check_pattern
from articles.models import Issue
from articles.models.journal import PROPOSED_DOI_PATTERN


def refusal(check, *arguments):
    try:
        check(*arguments)
    except UnusablePattern as error:
        return f"{error} {error.remedy}".strip()
    return ""


@pytest.mark.parametrize(
    "pattern",
    [
        PROPOSED_DOI_PATTERN,
        "{issn}/{year}-{number}-{sequence}",
        "{slug}.{year}.{sequence}",
        "{issn}/{year}-{through}-{number}-{first}-{last}",
        "{issn}/{year}-{id}",
        "{article_number}",
        "{year}{number:0>2}{sequence:0>3}",
        "{year}{number}x{sequence}",
        "{number}{year}-{sequence}",
        "",
    ],
)
def test_a_pattern_that_makes_distinct_dois_is_accepted(pattern):
    assert (refusal(check_pattern, pattern), refusal(check_new_pattern, pattern)) == ("", "")


LETTERS = "cannot be part of a new DOI. Use only Latin letters, digits and - . _ ; ( ) /"
OF_ISSUE = "All articles of an issue would get the same DOI. Add {sequence} or {id}."
OF_YEARS = (
    "Articles of different issues would get the same DOI. Add {year} and {number}, or use {id}."
)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{issn}/дала-{sequence}", f"“д” {LETTERS}"),
        ("{issn} {id}", f"“ ” {LETTERS}"),
        ("{year}–{id}", f"“–” {LETTERS}"),
        ("{issn}/{year}-{number}", OF_ISSUE),
        ("static", OF_ISSUE),
        ("{issn}/{sequence}", OF_YEARS),
        ("{first}-{last}", OF_YEARS),
        ("{part}.{sequence}", OF_YEARS),
        ("{year}-{nothing}", "The pattern cannot use {nothing}."),
        ("{year}-{id", "The braces of the pattern do not match."),
        (
            "{year}-{sequence:03}",
            "{sequence:03} is not possible. For leading zeros write {sequence:0>2}.",
        ),
        ("{id:d}", "{id:d} is not possible. For leading zeros write {id:0>2}."),
        (
            "{id:>999999999999}",
            "{id:>999999999999} is not possible. For leading zeros write {id:0>2}.",
        ),
    ],
)
def test_a_pattern_of_no_use_is_always_refused(pattern, message):
    assert refusal(check_pattern, pattern).startswith(message)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{year}:{id}", f"“:” {LETTERS}"),
        ("{year}<{id}", f"“<” {LETTERS}"),
        (
            "{year}-{number}{sequence}",
            "Put a sign between {number} and {sequence}: 1 and 11 would look like 11 and 1.",
        ),
        (
            "{year}-{volume}0{number}-{sequence}",
            "Put a sign between {volume} and {number}: 1 and 11 would look like 11 and 1.",
        ),
    ],
)
def test_what_an_old_pattern_may_have_is_refused_in_a_new_one(pattern, message):
    assert refusal(check_pattern, pattern) == ""
    assert refusal(check_new_pattern, pattern) == message


PARTS = [Issue(year=2026, number="5", part="1"), Issue(year=2026, number="5", part="2")]


@pytest.mark.parametrize(
    ("issues", "pattern", "message"),
    [
        (PARTS, "{year}-{number}.{part}-{sequence}", ""),
        (PARTS, "{year}-{id}", ""),
        (PARTS, "{volume}-{number}-{sequence}", ""),  # no volume: told at each article
        (
            PARTS,
            "{year}-{number}-{sequence}",
            "The issues 2026, № 5, part 1 and 2026, № 5, part 2 would get the same DOIs. "
            "Add {part} to the journal's DOI pattern.",
        ),
        (
            [
                Issue(year=2025, number="1", through_number="9"),
                Issue(year=2026, number="1", through_number="10"),
            ],
            "{number}-{sequence}",
            "The issues 2025, № 1 (9) and 2026, № 1 (10) would get the same DOIs. Add {through} "
            "to the journal's DOI pattern.",
        ),
        (
            [Issue(year=2026, number="А"), Issue(year=2026, number="A")],
            "{year}-{number}-{sequence}",
            "The issues 2026, № А and 2026, № A would get the same DOIs. Fill in “number in "
            "DOIs” of one of the two issues.",
        ),
        (
            [Issue(year=2026, number="А", doi_number="A1"), Issue(year=2026, number="A")],
            "{year}-{number}-{sequence}",
            "",
        ),
        (
            [Issue(year=2026, number="3-4"), Issue(year=2026, number="3", part="4")],
            "{year}-{number}-{part}-{sequence}",
            "The issues 2026, № 3-4 and 2026, № 3, part 4 would get the same DOIs. "
            "Fill in “number in DOIs” of one of the two issues.",
        ),
    ],
)
def test_issues_of_the_journal_that_would_share_dois_are_named(issues, pattern, message):
    assert refusal(check_new_pattern, pattern, issues) == message
