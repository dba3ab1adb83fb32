"""Articles of ../shared/cases whose own date is in another year than their issue."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from articles.citations import STYLES, cite
from articles.exports import highwire
from articles.models import Article, TitlePeriod
from articles.queries.released_records import released_records
from articles.records.imprint import issued, online_on
from tests.exports.articles import written
from tests.exports.schemas import BESIDE, needs_shared

pytestmark = [pytest.mark.django_db, needs_shared]


def imported(case):
    """The released record of a case, in the sample's journal, which had another title before."""
    call_command("load_sample", stdout=StringIO())
    article = Article.objects.first()
    TitlePeriod.objects.create(
        journal=article.journal, name_ru="Старая степь", name_en="Old Steppe",
        from_on=date(2020, 1, 1), until_on=date(2025, 12, 31),
    )  # fmt: skip
    call_command(
        "import_articles", str(BESIDE / "cases" / "import" / f"{case}.json"),
        journal="steppe-science", publish=True, stdout=StringIO(), stderr=StringIO(),
    )  # fmt: skip
    return released_records(Article.objects.order_by("pk"))


def test_an_article_online_before_its_issue_is_cited_by_the_year_of_the_issue():
    *_others, record = imported("year-mismatch")

    (year,) = {issued(record)[:4]} | {
        dict(highwire.tags(record))["citation_publication_date"][:4],
        dict(highwire.dublin_core(record))["DC.date"][:4],
    }
    csl = json.loads(written("csl", record))
    item = csl[0] if isinstance(csl, list) else csl
    assert year == "2026"
    assert item["issued"]["date-parts"][0][0] == 2026
    assert item["available-date"] == {"date-parts": [[2025, 12, 20]]}
    assert dict(highwire.tags(record))["citation_online_date"] == "2025/12/20"
    assert online_on(record) == date(2025, 12, 20)
    assert "<publicationDate>2026" in written("doaj", record).decode()
    assert "<dc:date>2026" in written("oai_dc", record).decode()
    for style in STYLES:
        assert "2025" not in cite(record, style, "ru")


def test_an_article_published_late_has_the_journal_title_of_its_issue():
    records = [record for record in imported("rename") if record.issue.year == 2025]

    assert [record.doi for record in records][-1] == "10.5555/case-37"
    assert {record.journal.name["en"] for record in records} == {"Old Steppe"}
    assert {(record.journal.issn_print, record.journal.issn_online) for record in records} == {
        ("", "")
    }
