"""A journal's file: the journal that it creates, and the errors of its fields."""

import json

import pytest

from articles.imports import Unreadable
from articles.intake.journal_file import create_journal, read_journal
from articles.models import Author, Issue, Journal, Section
from articles.queries.record_facts import journal_facts
from articles.records.languages import text


def file_of(**fields):
    whole = {"schema": "journal/1", "slug": "steppe-science", "name": {"kk": "Дала ғылымы"}}
    return json.dumps({**whole, **fields}).encode()


@pytest.mark.django_db
def test_a_journal_is_created_with_everything_in_its_file():
    file = read_journal(
        file_of(
            abstract_words={"kk": [60, 250]},
            keywords=[3, 8],
            through_number_is_volume=True,
            required=["title", "irsti"],
            sections=[{"kk": "Тарих", "en": "History"}],
            issues=[{"year": 2026, "number": "1", "published_on": "2026-03-31"}],
            people=[{"names": {"kk": {"family": "Үлгі"}}, "orcid": "0000-0000-0000-0001"}],
        )
    )

    journal = create_journal(file)

    facts = journal_facts(Journal.objects.get())
    assert facts.name == text("Дала ғылымы")
    assert facts.policy.abstract_words == {"kk": (60, 250), "ru": (0, 0), "en": (0, 0)}
    assert (facts.policy.keywords, facts.policy.required) == ((3, 8), ("title", "irsti"))
    assert facts.through_number_is_volume is True
    assert Section.objects.get(journal=journal).title_en == "History"
    assert Issue.objects.get(journal=journal).number == "1"
    assert Author.objects.get().family_name_kk == "Үлгі"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            file_of(issn_print="1234-5678"),
            "issn_print: ISSN 1234-5678: the check digit is wrong. Check for a typo.",
        ),
        (
            file_of(people=[{"names": {}, "orcid": "0000-0000-0000-0002"}]),
            "people[1].orcid: ORCID 0000-0000-0000-0002: the check digit is wrong. Check for "
            "a typo.",
        ),
        (
            file_of(doi_pattern="{issn}/{year}"),
            "doi_pattern: All articles of an issue would get the same DOI. Add {sequence} or {id}.",
        ),
        (
            file_of(issues=[{"year": 2026, "id": 4}]),
            "issues[1]: Unknown field “id”. Check the name for typos.",
        ),
        (file_of(colour="red"), "Unknown field “colour”. Check the name for typos."),
        (b"{}", "This JSON is not a journal: “journal/1” is missing."),
    ],
)
def test_an_error_names_its_field(content, message):
    with pytest.raises(Unreadable) as refused:
        read_journal(content)

    assert str(refused.value) == message
