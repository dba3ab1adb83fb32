import json
from pathlib import Path

import pytest

from articles import preflight
from articles.records.findings import Finding
from tests.imports.records import records_in

SHARED = Path(__file__).parents[2].parent / "shared"
EXPECTED = SHARED / "seed_findings.json"
ENTRIES = json.loads(EXPECTED.read_text())["findings"] if EXPECTED.exists() else []

pytestmark = pytest.mark.skipif(not ENTRIES, reason="../shared with the real article is absent")


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    (record,) = records_in((SHARED / "manuscripts" / "seed.json").read_bytes())
    return preflight.findings(record)


def stands(finding: Finding, where: str) -> bool:
    """`body / references[10]` is either; `abstract kk` is a field in a language."""
    for place in where.split(" / "):
        field, _space, language = place.partition(" ")
        if field == "bios":
            return finding.field.endswith(".bio")
        if finding.field.startswith(field) and language in ("", finding.language):
            return True
    return False


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_each_fault_of_the_real_article_is_found_where_it_is(entry, found):
    there = [
        finding
        for finding in found
        if stands(finding, entry["where"])
        and all(text in f"{finding.message}" for text in entry["strings"])
        and finding.level == entry.get("weight", finding.level)
    ]

    assert there


def test_the_real_article_has_no_finding_that_is_none(found):
    """Read by a person, one by one: beside the expected ones, these are true."""
    warned = {(one.field, one.check) for one in found if one.level != "notes"}

    assert warned == {
        ("published_on", "check_published_on"),
        ("authors", "check_orcids_given"),
        ("authors[1].bio", "check_biography_languages"),
        ("authors[2].bio", "check_biographies"),
        ("irsti", "check_irsti_given"),
        ("abstract", "check_cyrillic_numerals"),
        ("abstract", "check_split_words"),
        ("body", "check_cyrillic_numerals"),
        ("body", "check_names_in_text"),
        ("body", "check_variants"),
        ("references[2].romanized", "check_addresses"),
        ("references[2].romanized", "check_romanized"),
        ("references[5].romanized", "check_access_days"),
        ("references[5].romanized", "check_possible_days"),
        ("references[6].romanized", "check_romanized"),
        ("references[8].romanized", "check_romanized"),
        ("references[9].romanized", "check_romanized"),
        ("references[10].romanized", "check_romanized"),
    }


OTHERS = {
    "open-01": {"authors[1].bio", "authors", "references[4]"},
    "open-02": {"authors"},
    "open-03": {"authors"},
    "open-04": {"authors", "keywords", "references[4]"},
    "open-05": set(),
    "open-06": {f"affiliations[{place}].name" for place in (1, 2, 3)},
    "open-07": {"authors"},
    "open-08": set(),  # given and family names stand right since bylines are read as one
}


@pytest.mark.parametrize("case", OTHERS)
def test_other_manuscripts_are_warned_of_what_is_true_alone(case):
    (record,) = records_in((SHARED / "manuscripts" / f"{case}.json").read_bytes())

    warned = {one.field for one in preflight.findings(record) if one.level == "warns"}

    assert warned == OTHERS[case]
