"""A harvest over HTTP by an independent client; each answer is validated by the schemas."""

import msgspec
import pytest
from oaipmh_scythe import Scythe

from articles.editing import save_article, working_record
from articles.models import Listing
from articles.oai.formats import FORMATS
from articles.publishing import release, withdraw_article
from tests.exports.schemas import errors
from tests.factories import a_journal, a_public_article

pytestmark = pytest.mark.django_db(transaction=True)
ANSWERS = [
    {"verb": "Identify"},
    {"verb": "ListMetadataFormats"},
    {"verb": "ListSets"},
    {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"},
    {"verb": "ListRecords", "metadataPrefix": "oai_dc"},
    {"verb": "ListRecords", "metadataPrefix": "nothing"},
    {"verb": "nothing"},
]


@pytest.fixture
def articles(monkeypatch):
    for prefix, form in FORMATS.items():
        monkeypatch.setitem(FORMATS, prefix, form._replace(page=3))
    journal = a_journal(publisher_kk="Дала баспасы", depositor_email="doi@example.org")
    return [a_public_article(journal, doi=f"10.5555/harvest-{number}") for number in range(8)]


def harvested(client, **asked):
    return [record.header.identifier for record in client.list_records(**asked)]


@pytest.mark.parametrize("prefix", FORMATS)
def test_everything_is_harvested_and_then_only_what_changed(live_server, articles, prefix):
    names = [f"oai:127.0.0.1:articles/{article.pk}" for article in articles]
    with Scythe(f"{live_server.url}/oai/") as client:
        everything = harvested(client, metadata_prefix=prefix)
        Listing.objects.update(changed_at="2024-01-01T00:00:00Z")
        record = msgspec.structs.replace(working_record(articles[2]), first_page="7")
        save_article(record, article=articles[2])
        release(articles[2])
        withdraw_article(articles[5], reason="mistake")
        changed = list(client.list_records(metadata_prefix=prefix, from_="2024-06-01"))

    assert everything == names
    assert [(one.header.identifier, one.header.deleted) for one in changed] == [
        (names[2], False),
        (names[5], True),
    ]


@pytest.mark.parametrize("asked", ANSWERS, ids=lambda asked: "-".join(asked.values()))
@pytest.mark.usefixtures("articles")
def test_every_answer_is_valid(client, asked):
    answer = client.get("/oai/", asked)

    assert errors(answer.content, "oai") == []
