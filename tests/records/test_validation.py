"""Each kind of invalid value, with the message for the editor."""

import msgspec
import pytest

from articles.records.facts import JournalFacts
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Funding, Reference
from articles.records.validation import validate
from tests.factories import JOURNAL, a_public_record, a_record, an_affiliation, an_author


def said(**changes):
    return [(one.field, one.language, str(one.message)) for one in validate(a_record(**changes))]


def test_a_plain_record_is_valid():
    assert validate(a_public_record()) == []


@pytest.mark.parametrize(
    ("changes", "field", "language", "message"),
    [
        (
            {"title": text(ru="я" * 10_000)},
            "title",
            "ru",
            "Too long: 10000 characters. The maximum is 1000.",
        ),
        (
            {"authors": (an_author(names={"kk": Name("<b>Ұлы</b>")}),)},
            "authors[1].names.kk.family",
            "kk",
            "Names cannot contain markup. Delete “<”, “>” and the text between them.",
        ),
        (
            {"authors": (an_author(orcid="https://orcid.org/0000-0000-0000-0001"),)},
            "authors[1].orcid",
            None,
            "Write it as 0000-0000-0000-0001.",
        ),
        ({"authors": (an_author(marks=(2,)),)}, "authors[1].marks", None,
         "There is no affiliation 2."),
        ({"affiliations": (an_affiliation(country="KAZ"),)}, "affiliations[1].country", None,
         "“KAZ” is not an ISO 3166-1 country code. Write KZ."),
        ({"affiliations": (an_affiliation(country="XX"),)}, "affiliations[1].country", None,
         "“XX” is not an ISO 3166-1 country code. Enter two letters such as KZ."),
        ({"licence": "javascript:alert(1)"}, "licence", None,
         "“javascript:alert(1)” is not a web address. Begin it with https:// or http://."),
        ({"references": (Reference(text="A"), Reference(text="B", url="data:text/html,x"))},
         "references[2].url", None,
         "“data:text/html,x” is not a web address. Begin it with https:// or http://."),
        ({"funding": (Funding(funder_id="vbscript:x"),)}, "funding[1].funder_id", None,
         "“vbscript:x” is not a web address. Begin it with https:// or http://."),
        ({"body": '<p><img src="https://example.org/a.png"></p>'}, "body", "kk",
         "Picture “https://example.org/a.png” is on another site. Add it to the files of the "
         "article and write only the name of the file."),
        ({"position": 70_000}, "position", None, "This number is too large or negative."),
    ],
)  # fmt: skip
def test_an_invalid_value_is_refused_with_its_field(changes, field, language, message):
    assert said(**changes) == [(field, language, message)]


def test_a_wrong_digit_of_the_journals_issn_is_refused():
    facts: JournalFacts = msgspec.structs.replace(JOURNAL, issn_print="1234-5678")

    assert said(journal=facts) == [
        (
            "journal.issn_print",
            None,
            "ISSN 1234-5678: the check digit is wrong. Check for a typo.",
        )
    ]
