"""The real article from its JSON through publication to Crossref's XML."""

import io
from datetime import date

import msgspec
import pytest
from django.core.management import call_command
from lxml import etree

from articles.editing import save_article, working_record
from articles.models import Article
from articles.publishing import publish_article
from tests.exports.schemas import BESIDE, errors, needs_shared, parse
from tests.factories import a_journal, an_issue

pytestmark = [pytest.mark.django_db, needs_shared]

DOI = "10.32523/2616-6887/2021-134-1-23-30"
NS = {
    "c": "http://www.crossref.org/schema/5.5.0",
    "jats": "http://www.ncbi.nlm.nih.gov/JATS1",
}
TITLE = (
    "Bulletin of L.N. Gumilyov Eurasian National University. "
    "Political Science. Regional Studies. Oriental Studies. Turkology Series"
)


@pytest.fixture
def exported(tmp_path):
    """The journal and its issue entered; the article imported, given pages, published."""
    journal = a_journal(
        slug="bulletin",
        name_en=TITLE,
        issn_print="2616-6887",
        issn_online="2617-605X",
        doi_prefix="10.32523",
        depositor_name="Example Journals Office",
        depositor_email="doi@journal.example.org",
        registrant="L.N. Gumilyov Eurasian National University",
        through_number_is_volume=True,
    )
    issue = an_issue(
        journal, year=2021, number="1", through_number="134", published_on=date(2021, 3, 31)
    )
    call_command(
        "import_articles", str(BESIDE / "manuscripts" / "seed.json"), journal="bulletin",
        stdout=io.StringIO(),
    )  # fmt: skip
    article = Article.objects.get()
    record = msgspec.structs.replace(
        working_record(article), issue_id=issue.pk, first_page="23", last_page="30"
    )
    save_article(record, article=article)
    publish_article(article, published_on=date(2021, 3, 31))
    file = tmp_path / "crossref.xml"
    call_command("export_articles", "crossref", doi=DOI, output=file, stderr=io.StringIO())
    return file.read_bytes()


def test_the_deposit_is_valid(exported):
    assert errors(exported, "crossref") == []


@pytest.mark.parametrize(
    "path",
    [
        "//c:full_title/text()",
        "//c:issn/text() | //c:issn/@media_type",
        "//c:journal_volume/c:volume/text() | //c:journal_issue/c:issue/text()",
        "//c:titles/c:title/text()",
        "//jats:abstract/jats:p/text() | //jats:abstract/@*",
        "//c:surname/text()",
        "//c:*[not(self::c:role)]/@language",
        "//c:acceptance_date/*/text()",
        "//c:journal_article/c:pages/*/text()",
        "//c:doi_data/c:doi/text()",
        "//c:unstructured_citation/text()",
    ],
)
def test_the_deposit_equals_the_worked_example(exported, path):
    example = etree.parse(str(BESIDE / "examples" / "crossref.xml"))

    ours = parse(exported).xpath(path, namespaces=NS)

    assert ours == example.xpath(path, namespaces=NS)
