"""What a journal's limits say of too little and of too much, word for word."""

import msgspec
import pytest

from articles.records.facts import Policy
from articles.records.languages import text
from tests.factories import JOURNAL, a_public_record, an_author
from tests.preflight.cases import check_messages, found

FIVE_WORDS = "дала өсімдігі күн жел су"
LOOK_FOR = "Check for a missing keyword, or two joined together."


def a_limited_record(policy, **changes):
    journal = msgspec.structs.replace(JOURNAL, policy=Policy(**policy))
    return a_public_record(journal=journal, **{"status": "ready", **changes})


def finding_facts(record, check):
    return [
        (one.level, one.field, one.language, str(one.message), str(one.remedy))
        for one in found(record, check)
    ]


@pytest.mark.parametrize(
    ("limits", "findings"),
    [
        ((5, 5), []),
        ((0, 5), []),
        ((5, 0), []),
        ((0, 0), []),
        ((6, 9), [("blocks", "The journal requires 6 to 9.")]),
        ((6, 0), [("blocks", "The journal requires at least 6.")]),
        ((1, 4), [("warns", "The journal requires 1 to 4.")]),
    ],
)
def test_an_abstract_of_five_words_is_held_against_the_limits(limits, findings):
    record = a_limited_record({"abstract_words": {"kk": limits}}, abstract=text(kk=FIVE_WORDS))

    assert finding_facts(record, "check_abstract_words") == [
        (level, "abstract", "kk", "Words in the abstract: 5.", remedy) for level, remedy in findings
    ]


def test_an_abstract_that_is_missing_is_not_too_short():
    record = a_limited_record({"abstract_words": {"ru": (6, 9)}}, abstract=text(kk=FIVE_WORDS))

    assert check_messages(record, "check_abstract_words") == []


@pytest.mark.parametrize(
    ("limits", "findings"),
    [
        ((2, 2), []),
        ((0, 0), []),
        ((3, 9), [("blocks", "The journal requires 3 to 9.")]),
        ((3, 0), [("blocks", "The journal requires at least 3.")]),
        ((1, 1), [("warns", "The journal requires 1 to 1.")]),
    ],
)
def test_two_keywords_are_held_against_the_limits(limits, findings):
    record = a_limited_record({"keywords": limits}, keywords={"ru": ("степь", "растение")})

    assert finding_facts(record, "check_keyword_number") == [
        (level, "keywords", "ru", "Keywords: 2.", remedy) for level, remedy in findings
    ]


def test_what_is_published_is_only_warned_of_too_little():
    policy = {"keywords": (3, 9), "abstract_words": {"kk": (6, 9)}}
    record = a_limited_record(policy, status="published", abstract=text(kk=FIVE_WORDS))

    findings = found(record, "check_keyword_number") + found(record, "check_abstract_words")

    assert {finding.level for finding in findings} == {"warns"}


def test_languages_have_as_many_keywords_as_each_other():
    uneven = a_limited_record({}, keywords={"kk": ("дала",), "ru": ("степь", "сад"), "en": ()})
    even = a_limited_record({}, keywords={"kk": ("дала",), "ru": ("степь",), "en": ()})

    message = "The languages have different numbers of keywords: kk 1, ru 2."
    assert finding_facts(uneven, "check_keyword_parity") == [
        ("warns", "keywords", None, message, LOOK_FOR)
    ]
    assert finding_facts(even, "check_keyword_parity") == []


@pytest.mark.parametrize(
    ("most", "messages"), [(0, []), (2, []), (1, ["Authors: 2; the journal allows up to 1."])]
)
def test_more_authors_than_the_journal_takes_are_warned_of(most, messages):
    record = a_limited_record({"authors_most": most}, authors=(an_author(), an_author()))

    assert finding_facts(record, "check_author_number") == [
        ("warns", "authors", None, message, "") for message in messages
    ]
