"""Rules of every XML format: valid for any record, or refused with the field."""

import re
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from articles.exports import FORMATS, NotExportable
from articles.records.facts import IssueFacts
from articles.records.languages import text
from articles.records.names import Name
from articles.records.record import Authorship
from tests.exports.articles import STAMP, a_full_record, the_real_article, written
from tests.exports.schemas import errors, needs_shared, parse
from tests.exports.strategies import public_records
from tests.factories import JOURNAL, a_public_record, an_author
from tests.goldens import golden

SCHEMAS = {
    "crossref": "crossref",
    "jats": "jats",
    "datacite": "datacite",
    "doaj": "doaj",
    "oai_dc": "oai",
}
XML = pytest.mark.parametrize("format", SCHEMAS)


def refused_fields(format, record) -> set[str]:
    """The first names of the fields for which a record is refused: {} for a record that is not."""
    try:
        written(format, record)
    except NotExportable as refused:
        return {re.match(r"\w+", finding.field)[0] for finding in refused.findings}
    return set()


@XML
def test_an_article_with_everything_equals_the_golden_file(format):
    xml = written(format, a_full_record())

    assert xml == golden(f"{format}.xml", xml)


@XML
def test_an_article_with_everything_is_valid(format):
    assert errors(written(format, a_full_record()), SCHEMAS[format]) == []


@needs_shared
@XML
def test_the_real_article_is_valid(format):
    assert errors(written(format, the_real_article()), SCHEMAS[format]) == []


@XML
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=public_records())
def test_any_record_is_refused_or_valid(format, record):
    assert refused_fields(format, record) or errors(written(format, record), SCHEMAS[format]) == []


STRANGE = {
    "signs of XML": {"title": text("]]> &amp;amp; <x> &", "<i>]]></i>", "<b>a</b> <!-- -->")},
    "a title that is all markup": {"title": text("<i></i>", "<b> </b>")},
    "no family name": {"authors": (an_author(names={"kk": Name(given="Ұлжан")}),)},
    "an organisation without a name": {"authors": (Authorship(kind="organisation"),)},
    "no date": {"published_on": None, "issue": None},
    "an issue without a day": {"published_on": None, "issue": IssueFacts(year=2024)},
    "nobody": {"authors": ()},
    "no journal": {"journal": None},
    "a journal without a name": {"journal": msgspec.structs.replace(JOURNAL, name={})},
    "marks without an affiliation": {"affiliations": (), "authors": (an_author(marks=(0, 7)),)},
    "no DOI": {"doi": ""},
    "an early day": {"received_on": date(988, 1, 2)},
    "no pages": {"first_page": "", "last_page": ""},
    "a last page only": {"first_page": "", "last_page": "9"},
    "three hundred authors": {"authors": tuple(an_author() for _ in range(300))},
    "nothing at all": {"title": {}, "abstract": {}, "keywords": {}, "references": ()},
}


@XML
@pytest.mark.parametrize("changes", STRANGE.values(), ids=STRANGE)
def test_an_unusual_record_is_refused_or_valid(format, changes):
    record = a_public_record(**changes)

    fields = refused_fields(format, record)

    assert fields <= {*changes, "published_on"}
    assert fields or errors(written(format, record), SCHEMAS[format]) == []


@XML
def test_many_articles_make_one_document(format):
    records = [a_public_record(doi=f"10.5555/{number}", id=number) for number in range(1, 4)]

    root = parse(written(format, *records))

    assert (
        sum(
            element.text == record.doi or (element.text or "").endswith(f"doi.org/{record.doi}")
            for element in root.iter()
            for record in records
        )
        == 3
    )


@XML
def test_no_article_makes_no_document(format):
    assert list(FORMATS[format].write([], STAMP)) == []
