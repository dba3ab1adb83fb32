"""The error returned for each request that cannot be answered."""

import re

import pytest
from django.core import signing
from django.core.signing import TimestampSigner

from articles.oai.tokens import Token, write_token

pytestmark = pytest.mark.django_db

ERRORS = {
    "": ("badVerb", "One verb of: "),
    "verb=List": ("badVerb", "One verb of: "),
    "verb=Identify&verb=Identify": ("badVerb", "One verb of: "),
    "verb=Identify&a=b": ("badArgument", "a is no argument of this verb."),
    f"verb=Identify&{'a' * 50}=b": ("badArgument", f"{'a' * 40} is no argument of this verb."),
    "verb=GetRecord&metadataPrefix=oai_dc": ("badArgument", "identifier is missing."),
    "verb=ListRecords&metadataPrefix=a&metadataPrefix=b": (
        "badArgument",
        "metadataPrefix stands 2 times.",
    ),
    "verb=ListRecords&metadataPrefix=%07": (
        "badArgument",
        "An argument holds a control character.",
    ),
    "verb=ListRecords&resumptionToken=a&metadataPrefix=b": (
        "badArgument",
        "resumptionToken stands alone.",
    ),
}


@pytest.mark.parametrize("query", ERRORS)
def test_an_error_has_its_code_and_says_what_is_wrong(client, query):
    code, message = ERRORS[query]

    answer = client.get(f"/oai/?{query}").content.decode()

    [(error_code, text)] = re.findall(r'<error code="(\w+)">([^<]*)</error>', answer)
    assert error_code == code
    assert text == message or (code == "badVerb" and text.startswith(message))


def test_verbs_are_all_named(client):
    answer = client.get("/oai/").content.decode()

    verbs = "GetRecord, Identify, ListIdentifiers, ListMetadataFormats, ListRecords, ListSets"
    assert sorted(re.findall(r"(?:Get|List|Ident)\w+", answer.partition("One verb of")[2])) == (
        verbs.split(", ")
    )


@pytest.mark.parametrize("last", [2**70, 2**63, -1, "1", None])
def test_a_token_with_a_key_that_no_table_has_is_refused(client, last):
    fields = ["oai_dc", last, 0, 1, None, None, None]
    token = TimestampSigner(salt="articles.oai").sign_object(fields)

    answer = client.get("/oai/", {"verb": "ListRecords", "resumptionToken": token})

    assert 'code="badResumptionToken"' in answer.content.decode()


def test_a_token_of_another_site_is_refused(client, settings):
    token = write_token(Token(prefix="oai_dc", last=1, cursor=0, size=1))
    settings.SECRET_KEY = "the secret of another site"

    answer = client.get("/oai/", {"verb": "ListRecords", "resumptionToken": token})

    assert 'code="badResumptionToken"' in answer.content.decode()


def test_a_token_of_the_api_is_refused(client):
    token = signing.dumps([1], salt="articles.api:/api/v1/articles/:[]")

    answer = client.get("/oai/", {"verb": "ListRecords", "resumptionToken": token})

    assert 'code="badResumptionToken"' in answer.content.decode()
