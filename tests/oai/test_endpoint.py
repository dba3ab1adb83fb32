"""OAI-PMH: the six verbs, the errors of the protocol, lists without gaps and repetitions."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from lxml import etree

from articles.editing import save_article, working_record
from articles.models import Listing
from articles.oai.formats import FORMATS
from articles.publishing import release, retract_article, withdraw_article
from tests.exports.schemas import errors
from tests.factories import a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db
NS = {"o": "http://www.openarchives.org/OAI/2.0/"}
XML = "{http://www.w3.org/XML/1998/namespace}"


def ask(client, **arguments):
    response = client.get("/oai/", arguments)
    assert response.status_code == 200
    return etree.fromstring(response.content)


def code_of(root):
    (error,) = root.findall("o:error", NS)
    return error.get("code")


def identifiers(root):
    return [one.text for one in root.iterfind(".//o:header/o:identifier", NS)]


def prefixes(root):
    return [one.text for one in root.iterfind(".//o:metadataPrefix", NS)]


def token_of(root):
    return root.findtext(".//o:resumptionToken", "", NS)


def name(article):
    return f"oai:127.0.0.1:articles/{article.pk}"


def several(count, journal=None):
    journal = journal or a_journal(publisher_kk="Дала баспасы")
    return [a_public_article(journal, doi=f"10.5555/oai-{number}") for number in range(count)]


@pytest.fixture
def small_pages(monkeypatch):
    for prefix, form in FORMATS.items():
        monkeypatch.setitem(FORMATS, prefix, form._replace(page=2))


def test_identify_has_all_that_the_protocol_demands(client):
    several(1)

    root = ask(client, verb="Identify")

    identity = {etree.QName(one).localname: one.text for one in root.find("o:Identify", NS)}
    assert identity["repositoryName"] == "Дала ғылымы"
    assert (identity["protocolVersion"], identity["deletedRecord"]) == ("2.0", "persistent")
    assert identity["granularity"] == "YYYY-MM-DDThh:mm:ssZ"


@pytest.mark.parametrize(
    ("mails", "shown"),
    [(("", ""), ["office@example.org"]), (("a@example.org", "a@example.org"), ["a@example.org"])],
)
def test_an_address_of_the_repository_is_an_address_alone_and_named_once(
    client, settings, mails, shown
):
    settings.DEFAULT_FROM_EMAIL = "Дала ғылымы <office@example.org>"
    for number, mail in enumerate(mails):
        a_journal(slug=f"journal-{number}", issn_print="", depositor_email=mail)

    answer = client.get("/oai/", {"verb": "Identify"}).content

    emails = etree.fromstring(answer).iterfind(".//o:adminEmail", NS)
    assert [each.text for each in emails] == shown
    assert errors(answer, "oai") == []


@pytest.mark.parametrize("verb", ["ListRecords", "ListIdentifiers"])
@pytest.mark.usefixtures("small_pages")
def test_pages_hold_every_article_once(client, verb):
    articles = several(5)

    root = ask(client, verb=verb, metadataPrefix="oai_dc")
    found = identifiers(root)
    while token_of(root):
        root = ask(client, verb=verb, resumptionToken=token_of(root))
        found += identifiers(root)

    assert found == [name(article) for article in articles]
    assert root.find(".//o:resumptionToken", NS).attrib == {"completeListSize": "5", "cursor": "4"}


@pytest.mark.parametrize("prefix", ["oai_dc", "jats", "oai_datacite"])
@pytest.mark.parametrize("count", [1, 3])
def test_a_page_takes_the_same_queries_for_one_and_for_three(
    client, django_assert_num_queries, prefix, count
):
    several(count)

    with django_assert_num_queries(4):
        ask(client, verb="ListRecords", metadataPrefix=prefix)


@pytest.mark.usefixtures("small_pages")
def test_an_edit_in_the_middle_of_a_harvest_loses_and_repeats_nothing(client):
    articles = several(5)
    first = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc")
    for article in (articles[0], articles[4]):
        record = msgspec.structs.replace(working_record(article), first_page="6")
        save_article(record, article=article)
        release(article)

    second = ask(client, verb="ListIdentifiers", resumptionToken=token_of(first))
    third = ask(client, verb="ListIdentifiers", resumptionToken=token_of(second))

    found = identifiers(first) + identifiers(second) + identifiers(third)
    assert found == [name(article) for article in articles]


def test_an_unreleased_edit_moves_no_datestamp_and_shows_nothing(client):
    (article,) = several(1)
    before = Listing.objects.get().changed_at
    hidden = msgspec.structs.replace(working_record(article), title={"kk": "ЖАСЫРЫН"})
    save_article(hidden, article=article)

    answer = client.get("/oai/", {"verb": "ListRecords", "metadataPrefix": "oai_dc"})

    assert Listing.objects.get().changed_at == before
    assert "ЖАСЫРЫН" not in answer.content.decode()


def test_a_draft_is_not_given(client):
    draft = an_article()

    listed = ask(client, verb="ListRecords", metadataPrefix="oai_dc")
    asked = ask(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=name(draft))

    assert (code_of(listed), code_of(asked)) == ("noRecordsMatch", "idDoesNotExist")


def test_a_withdrawn_article_is_a_deleted_header_and_a_retracted_one_stays(client):
    withdrawn, retracted, notice = several(3)
    withdraw_article(withdrawn, reason="mistake")
    retract_article(retracted, notice)

    root = ask(client, verb="ListRecords", metadataPrefix="oai_dc")

    shown = [
        (record.find("o:header", NS).get("status"), record.find("o:metadata", NS) is not None)
        for record in root.iterfind(".//o:record", NS)
    ]
    assert shown == [("deleted", False), (None, True), (None, True)]


def test_an_article_that_a_format_cannot_carry_is_an_error_and_never_an_empty_answer(client):
    journal = a_journal(publisher_kk="Дала баспасы")
    nobodys = a_public_article(journal, authors=())
    asked = {"metadataPrefix": "oai_datacite"}

    one = ask(client, verb="GetRecord", identifier=name(nobodys), **asked)
    records = ask(client, verb="ListRecords", **asked)
    headers = ask(client, verb="ListIdentifiers", **asked)
    formats = ask(client, verb="ListMetadataFormats", identifier=name(nobodys))
    others = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc")

    assert code_of(one) == "cannotDisseminateFormat"
    assert (code_of(records), code_of(headers)) == ("noRecordsMatch", "noRecordsMatch")
    assert prefixes(formats) == ["oai_dc", "jats"]
    assert identifiers(others) == [name(nobodys)]


def test_a_withdrawn_article_is_a_deleted_header_in_every_format(client):
    (withdrawn,) = several(1)
    withdraw_article(withdrawn, reason="mistake")

    root = ask(client, verb="ListMetadataFormats", identifier=name(withdrawn))

    assert prefixes(root) == ["oai_dc", "jats", "oai_datacite"]


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("verb", ["ListRecords", "ListIdentifiers"])
def test_pages_that_a_format_cannot_carry_are_skipped(client, verb):
    journal = a_journal(publisher_kk="Дала баспасы")
    for number in range(4):
        a_public_article(journal, authors=(), doi=f"10.5555/nobody-{number}")
    last = a_public_article(journal, doi="10.5555/somebody")

    answer = client.get("/oai/", {"verb": verb, "metadataPrefix": "oai_datacite"}).content

    root = etree.fromstring(answer)
    assert identifiers(root) == [name(last)]
    assert root.find(".//o:resumptionToken", NS).attrib == {"completeListSize": "5", "cursor": "4"}


def test_every_text_of_dublin_core_has_its_language(client):
    several(1)

    root = ask(client, verb="ListRecords", metadataPrefix="oai_dc")

    titles = root.findall(".//{http://purl.org/dc/elements/1.1/}title")
    assert [one.get(f"{XML}lang") for one in titles] == ["kk", "ru", "en"]


def test_sets_of_journal_issue_section_and_language(client):
    journal = a_journal()
    issue = an_issue(journal)
    here = a_public_article(journal, issue_id=issue.pk)
    there = a_public_article(journal, doi="10.5555/elsewhere", language="ru")
    spec = f"journal:steppe-science:issue-{issue.pk}"

    specs = [one.text for one in ask(client, verb="ListSets").iterfind(".//o:setSpec", NS)]
    in_issue = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", set=spec)
    in_russian = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", set="language:ru")

    assert specs == ["journal:steppe-science", spec, "language:kk", "language:ru", "language:en"]
    assert identifiers(in_issue) == [name(here)]
    assert identifiers(in_russian) == [name(there)]


MOMENT = "2024-03-29T10:00:00Z"


@pytest.mark.parametrize(
    ("span", "count"),
    [
        ({"from": MOMENT, "until": MOMENT}, 1),
        ({"from": "2024-03-29", "until": "2024-03-29"}, 1),
        ({"from": "2024-03-30"}, 0),
        ({"until": "2024-03-28"}, 0),
    ],
)
def test_from_and_until_are_both_included(client, span, count):
    several(1)
    Listing.objects.update(changed_at=datetime(2024, 3, 29, 10, tzinfo=UTC))

    root = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", **span)

    assert len(identifiers(root)) == count


DC = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}
GET = {"verb": "GetRecord", "metadataPrefix": "oai_dc"}
BAD = [
    ({}, "badVerb"),
    ({"verb": "Nonsense"}, "badVerb"),
    ({"verb": ["Identify", "Identify"]}, "badVerb"),
    ({"verb": "Identify", "x": "1"}, "badArgument"),
    ({"verb": "Identify", "x\x01": "1"}, "badArgument"),
    ({"verb": "ListRecords"}, "badArgument"),
    ({"verb": "ListRecords", "metadataPrefix": "marc"}, "cannotDisseminateFormat"),
    ({"verb": "ListRecords", "metadataPrefix": ["oai_dc", "jats"]}, "badArgument"),
    ({**DC, "from": "2024-13-45"}, "badArgument"),
    ({**DC, "from": "2024"}, "badArgument"),
    ({**DC, "from": ""}, "badArgument"),
    ({**DC, "from": "2024-W01-1"}, "badArgument"),
    ({**DC, "from": "2024-1-1T1:1:1Z"}, "badArgument"),
    ({**DC, "from": "٢٠٢٤-01-01"}, "badArgument"),
    ({**DC, "from": "2024-01-01T00:00:00+00:00"}, "badArgument"),
    ({**DC, "until": "2024-01-01T00:00:00.5Z"}, "badArgument"),
    ({**DC, "set": "a b"}, "badArgument"),
    ({**DC, "set": "дала"}, "badArgument"),
    ({**DC, "set": "journal:"}, "badArgument"),
    ({"verb": "ListRecords", "metadataPrefix": "a b"}, "badArgument"),
    ({**DC, "from": "2024-01-01", "until": "2024-01-01T00:00:00Z"}, "badArgument"),
    ({**DC, "from": "2024-02-01", "until": "2024-01-01"}, "badArgument"),
    ({**DC, "until": "9999-12-31"}, "noRecordsMatch"),
    ({**DC, "set": "nothing"}, "noRecordsMatch"),
    ({**DC, "set": "section:x"}, "noRecordsMatch"),
    ({"verb": "ListRecords", "resumptionToken": "forged"}, "badResumptionToken"),
    ({"verb": "ListRecords", "resumptionToken": "a:b:c", "set": "x"}, "badArgument"),
    ({"verb": "ListSets", "resumptionToken": "x"}, "badResumptionToken"),
    ({**GET, "identifier": "x"}, "idDoesNotExist"),
    ({**GET, "identifier": "oai:127.0.0.1:articles/99999999999999999999"}, "idDoesNotExist"),
    ({"verb": "ListMetadataFormats", "identifier": "oai:127.0.0.1:articles/7"}, "idDoesNotExist"),
]


@pytest.mark.parametrize(("arguments", "code"), BAD)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_bad_request_gets_an_error_of_the_protocol(client, arguments, code, method):
    response = getattr(client, method)("/oai/", arguments)

    assert response.status_code == 200
    assert code_of(etree.fromstring(response.content)) == code
    assert errors(response.content, "oai") == []


def test_another_spelling_of_an_identifier_or_a_set_names_nothing(client):
    issue = an_issue(journal := a_journal())
    article = a_public_article(journal, issue_id=issue.pk)

    one = ask(client, **GET, identifier=name(article).replace("articles/", "articles/0"))
    several = ask(client, **DC, set=f"journal:steppe-science:issue-0{issue.pk}")

    assert (code_of(one), code_of(several)) == ("idDoesNotExist", "noRecordsMatch")


def test_an_empty_set_is_none(client):
    (article,) = several(1)

    answer = client.get("/oai/", {**DC, "set": ""}).content

    assert identifiers(etree.fromstring(answer)) == [name(article)]
    assert errors(answer, "oai") == []


def test_a_nul_byte_is_refused_by_the_middleware(client):
    assert client.get("/oai/?verb=Identify%00").status_code == 400


def test_a_request_of_two_megabytes_is_answered(client):
    response = client.get("/oai/", {"verb": "x" * 2_000_000})

    assert code_of(etree.fromstring(response.content)) == "badVerb"


@pytest.mark.usefixtures("small_pages")
def test_a_token_that_was_edited_or_has_expired_is_refused(client, monkeypatch):
    several(3)
    token = token_of(ask(client, verb="ListRecords", metadataPrefix="oai_dc"))
    edited = token.replace(token[3], "A" if token[3] != "A" else "B", 1)

    forged = ask(client, verb="ListRecords", resumptionToken=edited)
    monkeypatch.setattr("articles.oai.tokens.LIFE", timedelta(seconds=-1))
    expired = ask(client, verb="ListRecords", resumptionToken=token)

    assert (code_of(forged), code_of(expired)) == ("badResumptionToken", "badResumptionToken")


def test_the_answer_is_compressed_for_clients_that_accept_gzip(client):
    several(3)

    response = client.get("/oai/", {"verb": "ListSets"}, headers={"Accept-Encoding": "gzip"})

    assert response.headers["Content-Encoding"] == "gzip"
