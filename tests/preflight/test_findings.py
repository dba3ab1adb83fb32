"""What every check says of records with one thing wrong: level, place, message and remedy."""

from __future__ import annotations

from datetime import date

import pytest

from articles import preflight
from articles.exports import FORMATS
from articles.preflight import EarlierName, Neighbour, Neighbours
from articles.records.names import Name
from articles.records.record import Authorship
from tests.broken_records import RECORDS
from tests.exports.test_findings import line_of, lines_of
from tests.factories import a_public_record, an_author
from tests.goldens import golden
from tests.preflight.records import records

ORCID = "0000-0000-1423-0019"
NEIGHBOURS = {
    "alone": Neighbours(),
    "before its day": Neighbours(today=date(2024, 3, 28)),
    "scheduled": Neighbours(today=date(2024, 3, 28), scheduled_on=date(2024, 3, 29)),
    "beside others": Neighbours(
        articles=(
            Neighbour(title="Same pages", first_page="5", last_page="14"),
            Neighbour(title="Overlap", first_page="14", last_page="20"),
            Neighbour(doi="10.5555/overlap", first_page="13", last_page="20"),
            Neighbour(title="No pages"),
            Neighbour(title="Turned", first_page="9", last_page="7"),
        )
    ),
    "a gap of two": Neighbours(articles=(Neighbour(first_page="1", last_page="2"),)),
    "a gap of three": Neighbours(articles=(Neighbour(first_page="1", last_page=""),)),
    "printed otherwise": Neighbours(
        earlier_names=(
            EarlierName(orcid=ORCID, names={"en": Name("Tolegenva")}, title="A"),
            EarlierName(author_id=7, names={"ru": Name("Иванова")}, title="B"),
            EarlierName(names={"kk": Name("Басқа")}, title="C"),
        )
    ),
}


def test_findings_of_broken_records_are_those_of_the_golden_file():
    written = lines_of(RECORDS, preflight.findings)

    assert written == golden("findings/preflight.txt", written)


def test_findings_in_references_texts_and_names_are_those_of_the_golden_file():
    written = lines_of(
        {"as it usually is": a_public_record(), **records()},
        lambda record: (one for one in preflight.findings(record) if one.check not in FORMATS),
    )

    assert written == golden("findings/texts.txt", written)


@pytest.mark.parametrize("status", ["ready", "published"])
def test_findings_beside_other_articles_are_those_of_the_golden_file(status):
    names = an_author().names
    people = (Authorship(names=names, orcid=ORCID), Authorship(names=names, author_id=7))
    records = [a_public_record(status=status, authors=(author,)) for author in people]
    written = b""
    for name, neighbours in NEIGHBOURS.items():
        found = [
            line_of(finding)
            for record in records
            for finding in preflight.findings(record, neighbours)
        ]
        written += "\n".join([name, *dict.fromkeys(found), ""]).encode()

    assert written == golden(f"findings/neighbours-{status}.txt", written)
