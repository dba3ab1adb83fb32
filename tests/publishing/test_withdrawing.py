"""What was withdrawn leaves by no door: every export, list and answer is asked for its contents."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.dois.queueing import queue_articles
from articles.exports import FORMATS, stamp
from articles.models import Article, Listing
from articles.oai.formats import FORMATS as HARVESTED
from articles.oai.records import records
from articles.oai.selection import header_rows
from articles.publishing import release, withdraw_article
from articles.publishing.packages import PACKAGES, PackageBlocked
from tests.factories import a_depositing_journal, a_public_article, an_issue

pytestmark = pytest.mark.django_db
SECRETS = ("Article of secrets", "Abstract of secrets", "keyword of secrets", "Tolegenova")


@pytest.fixture
def withdrawn() -> Article:
    journal = a_depositing_journal()
    article = a_public_article(
        journal,
        issue_id=an_issue(journal).pk,
        title={"kk": "Мақала", "en": SECRETS[0]},
        abstract={"kk": "Аңдатпа", "en": SECRETS[1]},
        keywords={"en": (SECRETS[2],)},
    )
    withdraw_article(article, reason="mistake")
    article.refresh_from_db()
    return article


def told(content: bytes) -> list[str]:
    return [secret for secret in SECRETS if secret in content.decode()]


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_of_its_address_is_answered(client, withdrawn, format):
    response = client.get(f"/articles/{withdrawn.pk}/export/{format}")

    assert (response.status_code, told(response.content)) == (410, [])


@pytest.mark.parametrize("format", FORMATS)
def test_the_command_knows_no_public_article(withdrawn, format):
    with pytest.raises(CommandError) as refused:
        call_command("export_articles", format, doi=withdrawn.doi)

    assert str(refused.value) == f"No published article has the DOI {withdrawn.doi}."


@pytest.mark.parametrize("package", PACKAGES)
def test_no_package_of_its_issue_holds_it(withdrawn, package):
    with pytest.raises(PackageBlocked) as refused:
        list(PACKAGES[package].write(withdrawn.issue, stamp(timezone.now())))

    assert str(refused.value) == "The issue has no published articles."


@pytest.mark.parametrize("prefix", HARVESTED)
def test_harvesters_get_its_header_alone(client, withdrawn, prefix):
    response = client.get("/oai/", {"verb": "ListRecords", "metadataPrefix": prefix})

    assert response.content.count(b'<header status="deleted">') == 1
    assert b"<metadata>" not in response.content
    assert told(response.content) == []


def test_a_harvest_that_it_is_withdrawn_under_gives_no_contents(withdrawn):
    (listed,) = header_rows(Listing.objects.filter(pk=withdrawn.pk))
    stale = listed._replace(status="published")  # as it was asked a moment before

    (record,) = records([stale], HARVESTED["oai_dc"])

    assert record.startswith('<record>\n<header status="deleted">')
    assert told(record.encode()) == []


@pytest.mark.parametrize(
    "address", ["/api/v1/articles/{pk}", "/en/steppe-science/feed/", "/kk/steppe-science/feed/"]
)
def test_neither_the_api_nor_a_feed_gives_its_contents(client, withdrawn, address):
    response = client.get(address.format(pk=withdrawn.pk))

    assert told(response.content) == []


def test_the_list_of_the_api_gives_its_title_and_nothing_more(client, withdrawn):
    response = client.get("/api/v1/articles/")

    assert told(response.content) == [SECRETS[0]]


def test_nothing_of_it_is_sent_to_crossref(withdrawn):
    release(withdrawn)

    queued = queue_articles(Article.objects.all())

    assert (queued.deposits, queued.refused) == ((), {})
