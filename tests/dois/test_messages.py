"""Crossref's messages as editors read them."""

import pytest
from django.utils.translation import override

from articles.dois.messages import BY_CODE, MESSAGES, crossref_message, explain
from articles.models import DepositRecord

KNOWN = {
    "Record not processed: submitted version: 5 is less or equal": (
        "",
        "Crossref has a newer version of this DOI.",
        "Send it again: the next file will have a higher number.",
    ),
    "User not allowed to add records for prefix: 10.5555": (
        "journal.doi_prefix",
        "This login cannot register DOIs with the journal's prefix.",
        "Check the journal's DOI prefix, or ask Crossref to enable the prefix for this login.",
    ),
    "All prefixes in a submission must match (10.1)": (
        "doi",
        "The file contains DOIs of several prefixes.",
        "Send the articles of each prefix separately.",
    ),
    "ISSN 12345679 has already been ISSN already assigned": (
        "journal.issn_print",
        "The ISSN belongs to another title at Crossref.",
        "Compare the journal's ISSNs with the title record at Crossref.",
    ),
    "the TITLE\ndoes not match": (
        "journal.crossref_title",
        "The journal's title differs from the title registered at Crossref.",
        "Enter the registered title, letter by letter, in “title registered at Crossref”.",
    ),
    "Added with conflict": (
        "doi",
        "The DOI is registered, but Crossref already has this article under another DOI.",
        "Compare the two; ask Crossref to resolve the conflict.",
    ),
    "cvc-complex-type.2.4.a: in person_name": (
        "authors",
        "Crossref rejected an author's name.",
        "Check that every author has a family name without markup.",
    ),
    "Premature end of file": (
        "",
        "Crossref rejected the file.",
        "See the Crossref check results. The full message is below.",
    ),
}


@pytest.mark.parametrize("message", KNOWN)
def test_a_known_message_is_explained_by_its_code_and_in_rows_without_one(message):
    coded = DepositRecord()
    crossref_message(message).store_in(coded)

    for row in (coded, DepositRecord(message=message)):
        told = explain(row)
        assert (told.known.field, told.message, told.remedy) == KNOWN[message]
        assert told.original == message
    assert coded.message_code in BY_CODE


# What earlier versions of the program stored, in English, and what it means.
EARLIER = {
    "ConnectError": "Crossref could not be reached (ConnectError).",
    "HTTP 503": "Crossref takes no files at the moment (HTTP 503).",
    "HTTP 401": "Crossref does not accept this site's login for the prefix (HTTP 401).",
    "HTTP 502": "It is not clear whether the file has arrived (HTTP 502).",
    "ReadTimeout": "It is not clear whether the file has arrived (ReadTimeout).",
    "The service answered without saying that it has the file.": (
        "It is not clear whether the file has arrived (The service answered without saying that "
        "it has the file.)."
    ),
    "unknown_submission": "Crossref does not know the file yet.",
    "Crossref's answer does not name 10.5555/a.": "Crossref's answer does not name 10.5555/a.",
    "Депозит кіру деректері жоқ (CROSSREF_LOGIN_10_5555, CROSSREF_PASSWORD_10_5555).": (
        "The site has no login for Crossref (CROSSREF_LOGIN_10_5555, CROSSREF_PASSWORD_10_5555)."
    ),
}


@pytest.mark.parametrize("text", EARLIER)
def test_a_row_of_an_earlier_version_is_explained_by_its_text(text):
    assert explain(DepositRecord(message=text)).message == EARLIER[text]


def test_an_unknown_message_is_shown_as_it_came():
    row = DepositRecord()
    crossref_message("Something else").store_in(row)

    assert (explain(row), row.message, row.message_code) == (None, "Something else", "")
    assert explain(DepositRecord()) is None


def test_a_code_of_a_later_version_leaves_the_text():
    row = DepositRecord(message="HTTP 418", message_code="teapot", message_values={"cup": "1"})

    assert explain(row).message == "It is not clear whether the file has arrived (HTTP 418)."


@pytest.mark.parametrize("code", BY_CODE)
def test_every_message_is_told_in_three_languages(code):
    values = dict.fromkeys(["detail", "login", "password", "doi"], "x")
    told = set()
    for language in ("kk", "ru", "en"):
        with override(language):
            row = DepositRecord(message_code=code, message_values=values)
            explanation = explain(row)
            told.add((explanation.message, explanation.remedy))
    assert len(told) == 3
    assert len(BY_CODE) == len(MESSAGES)
