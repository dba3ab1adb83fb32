"""What an issue of the archive changes: gaps in languages are notes, and nothing else opens."""

from __future__ import annotations

import msgspec
import pytest

from articles.preflight import Neighbours, findings
from articles.records.facts import Policy
from articles.records.languages import text
from tests.factories import JOURNAL, a_public_record, an_affiliation, an_author

POLICY = Policy(required=("title", "abstract", "keywords", "names", "udc"))
RECORD = a_public_record(
    status="draft",
    journal=msgspec.structs.replace(JOURNAL, policy=POLICY),
    title=text("Дала", "Степь"),
    abstract={},
    keywords={"kk": ("дала",), "ru": ("степь", "трава")},
    authors=(an_author(names={"kk": an_author().names["kk"]}),),
    affiliations=(an_affiliation(name=text("Дала университеті")),),
    udc="",
)


def levels(is_archived: bool) -> set[tuple[str, str | None, str]]:
    checks = ("check_required", "check_affiliation_names", "check_keyword_parity")
    return {
        (finding.field, finding.language, str(finding.level))
        for finding in findings(RECORD, Neighbours(is_archived=is_archived))
        if finding.check in checks
    }


@pytest.mark.parametrize(
    ("is_archived", "gap", "lack", "part"),
    [(True, "notes", "warns", "notes"), (False, "blocks", "blocks", "warns")],
)
def test_gaps_in_languages_are_notes_in_the_archive_alone(is_archived, gap, lack, part):
    assert levels(is_archived) == {
        ("title", "en", gap),
        ("keywords", "en", gap),
        ("authors[1].names", "ru", gap),
        ("authors[1].names", "en", gap),
        *(("abstract", code, lack) for code in ("kk", "ru", "en")),
        ("udc", None, lack),
        ("affiliations[1].name", "ru", part),
        ("affiliations[1].name", "en", part),
        ("keywords", None, part),
    }
