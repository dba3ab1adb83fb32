"""Crossref's messages as editors read them."""

import pytest

from articles.dois.messages import explain_message

KNOWN = {
    "Record not processed: submitted version: 5 is less or equal": (
        "doi",
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
def test_a_known_message_is_explained(message):
    known = explain_message(message)

    assert (known.field, str(known.message), str(known.remedy)) == KNOWN[message]


def test_an_unknown_message_is_not():
    assert explain_message("Something else") is None
