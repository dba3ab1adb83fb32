"""What our writer gives Crossref is read back, whatever the record."""

from hypothesis import HealthCheck, given, settings

from articles import imports
from articles.exports import FORMATS, NotExportable
from articles.records.markup import tidy_markup
from articles.records.notices import STATUS_WORDS
from tests.exports.articles import STAMP
from tests.exports.strategies import public_records


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=public_records())
def test_any_deposit_is_read_back(record):
    try:
        content = b"".join(FORMATS["crossref"].write([record], STAMP))
    except NotExportable:
        return

    (reading,) = imports.read(content)

    back, told = reading.record, " ".join(reading.notes)
    assert (back.doi, back.language) == (record.doi, record.language)
    assert back.accepted_on == record.accepted_on
    assert back.published_on == record.published_on
    said = [each for each in record.references if each.text or each.romanized or each.doi]
    assert len(back.references) == len(said)
    titles = {code: tidy_markup(value) for code, value in record.title.items()}
    assert back.title[record.language] == titles[record.language]
    assert all(title in back.title.values() or title in told for title in titles.values())
    assert bool(STATUS_WORDS.get(record.status)) == ("is retracted or withdrawn" in told)
