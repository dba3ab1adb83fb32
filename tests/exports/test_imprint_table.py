"""One article's dates, volume, number, pages, journal and ISSN, side by side in every format.

The golden file `imprint.md` has a table for each kind of issue: what a format says, and where it
says nothing, an empty cell. Citations are whole lines below.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from lxml import etree
from msgspec.structs import replace

from articles.citations import STYLES, cite
from articles.exports import NotExportable, highwire
from articles.models import TitlePeriod
from articles.queries.record_facts import attach
from articles.records.facts import IssueFacts
from articles.records.markup import plain
from articles.records.record import Record
from tests.exports.articles import written
from tests.factories import JOURNAL, a_depositing_journal, a_public_record, an_article, an_issue
from tests.goldens import golden

ONLINE = date(2025, 12, 20)
ISSUE = IssueFacts(year=2026, number="2", through_number="14", part="1")
COLUMNS = ("date", "online", "volume", "number", "part", "pages", "journal", "ISSN")
Row = dict[str, str]

XPATHS = {
    "crossref": {
        "date": "//journal_article/publication_date[@media_type!='online']",
        "online": "//journal_article/publication_date[@media_type='online']",
        "volume": "//journal_volume/volume",
        "number": "//journal_issue/issue",
        "part": "//journal_issue/special_numbering",
        "pages": "//journal_article/pages/*",
        "journal": "//full_title",
        "ISSN": "//issn",
    },
    "jats": {
        "date": "//pub-date[@publication-format='print' or @date-type='collection']",
        "online": "//pub-date[@publication-format='electronic' and @date-type='pub']",
        "volume": "//volume",
        "number": "//issue",
        "part": "//issue-part",
        "pages": "//article-meta/fpage | //article-meta/lpage",
        "journal": "//journal-title",
        "ISSN": "//journal-meta/issn",
    },
    "datacite": {
        "date": "//date[@dateType='Issued']",
        "online": "//date[@dateType='Available']",
        "volume": "//relatedItem/volume",
        "number": "//relatedItem/issue",
        "pages": "//relatedItem/firstPage | //relatedItem/lastPage",
        "journal": "//relatedItem/titles/title[not(@titleType)]",
        "ISSN": "//relatedItemIdentifier",
    },
    "doaj": {
        "date": "//publicationDate",
        "volume": "//volume",
        "number": "//issue",
        "pages": "//startPage | //endPage",
        "journal": "//journalTitle",
        "ISSN": "//issn | //eissn",
    },
    "oai_dc": {
        "date": "//date",
        "journal": "//source[@xml:lang='en']",
        "ISSN": "//source[not(@xml:lang)]",
    },
    "rinc": {
        "date": "//dateUni",
        "online": "//datePublication",
        "volume": "//issue/volume",
        "number": "//issue/number",
        "part": "//issue/part",
        "pages": "//article/pages",
        "journal": "//journalInfo/title",
        "ISSN": "/journal/issn | /journal/eissn",
    },
}
META_TAGS = {
    "highwire": {
        "date": "citation_publication_date",
        "online": "citation_online_date",
        "volume": "citation_volume",
        "number": "citation_issue",
        "pages": "citation_firstpage citation_lastpage",
        "journal": "citation_journal_title",
        "ISSN": "citation_issn",
    },
    "dublin core": {
        "date": "DC.date",
        "online": "DCTERMS.available",
        "volume": "DC.source.volume",
        "number": "DC.source.issue",
        "pages": "DC.identifier.pageNumber",
        "journal": "DC.source",
        "ISSN": "DC.source.issn",
    },
}
RIS_TAGS = {"date": "PY DA", "volume": "VL", "number": "IS", "pages": "SP EP", "journal": "T2",
            "ISSN": "SN"}  # fmt: skip
BIBTEX_FIELDS = {"date": "year month", "volume": "volume", "number": "number", "pages": "pages",
                 "journal": "journal", "ISSN": "issn"}  # fmt: skip


def xml_row(name: str, record: Record) -> Row:
    root = etree.fromstring(written(name, record))
    for element in root.iter("{*}*"):
        element.tag = etree.QName(element).localname
    return {
        column: " ".join(map(element_text, root.xpath(path)))
        for column, path in XPATHS[name].items()
    }


def element_text(element: etree._Element) -> str:
    """The text; of a date by its parts, the year first."""
    parts = [element.findtext(part) for part in ("year", "month", "day")]
    return "-".join(filter(None, parts)) or (element.text or "")


def pairs_row(pairs: list[tuple[str, str]], names: Row) -> Row:
    return {
        column: " ".join(value for tag, value in pairs if tag in tags.split())
        for column, tags in names.items()
    }


def meta_row(name: str, record: Record) -> Row:
    tags = highwire.tags if name == "highwire" else highwire.dublin_core
    return pairs_row(list(tags(record)), META_TAGS[name])


def ris_row(_name: str, record: Record) -> Row:
    entry = written("ris", record).decode().partition("ER  - ")[0]
    return pairs_row([(line[:2], line[6:]) for line in entry.splitlines()], RIS_TAGS)


def bibtex_row(_name: str, record: Record) -> Row:
    entry = written("bibtex", record).decode().partition("\n}\n")[0]
    values = re.findall(r"^  (\w+) += \{?(.*?)\}?,?$", entry, re.MULTILINE)
    return pairs_row(values, BIBTEX_FIELDS)


def csl_row(_name: str, record: Record) -> Row:
    found = json.loads(written("csl", record))
    item = found[0] if isinstance(found, list) else found

    def day(name: str) -> str:
        return "-".join(
            f"{part:02}" for part in item.get(name, {"date-parts": [[]]})["date-parts"][0]
        )

    names = {"volume": "volume", "number": "issue", "pages": "page", "journal": "container-title",
             "ISSN": "ISSN"}  # fmt: skip
    row = {column: item.get(name, "") for column, name in names.items()}
    return {"date": day("issued"), "online": day("available-date"), **row}


def schema_org_row(_name: str, record: Record) -> Row:
    (article,) = json.loads(written("schema_org", record))["@graph"]
    issue = article["isPartOf"]
    periodical = issue.get("isPartOf", issue)
    names = {each["@language"]: each["@value"] for each in periodical["name"]}
    return {
        "date": " / ".join(filter(None, (article["datePublished"], issue.get("datePublished")))),
        "volume": periodical.get("volumeNumber", ""),
        "number": issue.get("issueNumber", ""),
        "pages": article["pagination"],
        "journal": names["en"],
        "ISSN": " ".join(periodical.get("issn", [])),
    }


ROWS: dict[str, Callable[[str, Record], Row]] = {
    **dict.fromkeys(XPATHS, xml_row),
    **dict.fromkeys(META_TAGS, meta_row),
    "csl": csl_row,
    "bibtex": bibtex_row,
    "ris": ris_row,
    "schema_org": schema_org_row,
}


def in_issue(issue: IssueFacts | None, is_volume: bool = False) -> Record:
    journal = replace(JOURNAL, issn_online="0000-0019", through_number_is_volume=is_volume)
    return a_public_record(language="en", published_on=ONLINE, issue=issue, journal=journal)


def in_a_renamed_journal(issn: str) -> Record:
    """An article that came out after the journal had been renamed, in an issue from before."""
    journal = a_depositing_journal(
        slug=f"renamed{issn}", elibrary_id="99999", through_number_is_volume=True
    )
    TitlePeriod.objects.create(
        journal=journal, name_kk="Ескі дала", name_ru="Старая степь", name_en="Old Steppe",
        issn_print=issn, from_on=date(2020, 1, 1), until_on=date(2025, 12, 31),
    )  # fmt: skip
    issue = an_issue(journal, year=2025, number="4", through_number="12", published_on=None)
    article = an_article(journal, language="en", issue_id=issue.pk, doi=f"10.5555/renamed{issn}")
    record = replace(article.revisions.get().record, published_on=date(2026, 2, 1))
    return replace(attach(record, article), status="published", id=1, site="https://example.org")


def tables(records: dict[str, Record]) -> str:
    lines = []
    for heading, record in records.items():
        lines += [f"## {heading}", "", *table(record), ""]
        lines += [f"- {name}: {plain(cite(record, name, 'en'))}" for name in STYLES] + [""]
    return "\n".join(lines)


def table(record: Record) -> list[str]:
    lines = [("format", *COLUMNS), ("---",) * (len(COLUMNS) + 1)]
    for name, row_of in ROWS.items():
        try:
            row = row_of(name, record)
        except NotExportable as refusal:
            lines.append((name, ", ".join(str(each.message) for each in refusal.findings)))
        else:
            lines.append((name, *(row.get(column, "") for column in COLUMNS)))
    return [f"| {' | '.join(line)} |" for line in lines]


@pytest.mark.django_db
def test_all_formats_say_the_same_of_an_article():
    found = tables(
        {
            "An issue with a volume": in_issue(
                replace(ISSUE, volume="5", published_on=date(2026, 3, 31))
            ),
            "The continuous number is the volume": in_issue(ISSUE, is_volume=True),
            "The continuous number is no volume": in_issue(ISSUE),
            "No issue": in_issue(None),
            "A journal renamed in 2026, an issue of 2025": in_a_renamed_journal("0000-0027"),
            "The same, the former title without ISSN": in_a_renamed_journal(""),
        }
    ).encode()

    assert found == golden("imprint.md", found)


@pytest.mark.parametrize("is_volume", [True, False])
@pytest.mark.parametrize("volume", ["5", ""])
def test_no_format_has_a_volume_or_a_number_of_its_own(volume, is_volume):
    record = in_issue(replace(ISSUE, volume=volume), is_volume)
    expected = volume or ("14" if is_volume else "")

    rows = {name: row_of(name, record) for name, row_of in ROWS.items() if name != "oai_dc"}

    assert {row["volume"] for row in rows.values()} == {expected}
    parts = {(row["number"], row.get("part")) for row in rows.values()}
    assert parts == {("2", "1"), ("2", "pt. 1"), ("2, pt. 1", None)}
    assert f"Steppe Science, {expected}(2, Pt. 1), 5–14." in plain(cite(record, "apa", "en"))
    for style in ("gost_7_0_5", "gost_7_0_100", "gost_7_1"):
        numbers = f"Vol. {expected}, No. 2" if expected else "No. 2 (14)"
        assert f" – 2026. – {numbers}" in plain(cite(record, style, "en"))
