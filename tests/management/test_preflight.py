import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from tests.factories import a_journal, a_record, an_article

pytestmark = pytest.mark.django_db

DOI = a_record().doi


def test_findings_are_listed_by_article_with_a_last_line_that_counts_them(capsys):
    an_article(a_journal(), published_on=date(2024, 3, 29))

    call_command("preflight", "--all")

    out, err = capsys.readouterr()
    assert out.splitlines()[:2] == [
        f"{DOI}  Дала өсімдіктері",
        "  warns  authors: No author has an ORCID. (journal, check_orcids_given)",
    ]
    assert err.startswith("Articles: 1. Errors: 0, warnings: ")


def test_a_blocking_finding_gives_status_1_and_is_in_the_json(capsys):
    an_article(a_journal(), published_on=date(2024, 3, 29), abstract={})

    with pytest.raises(SystemExit) as ended:
        call_command("preflight", "--doi", f"https://doi.org/{DOI}", "--json")

    printed = json.loads(capsys.readouterr().out)
    assert ended.value.code == 1
    assert (printed["doi"], printed["findings"][0]) == (
        DOI,
        {
            "level": "blocks",
            "field": "abstract",
            "language": "kk",
            "message": "The abstract is missing.",
            "remedy": "Enter it, or ask the chief editor to publish without it.",
            "rule": "journal",
            "check": "check_required",
            "spot": None,
        },
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--doi", "10.5555/none"], "No article has the DOI 10.5555/none."),
        (["--issue", "7"], "Issue not found: 7."),
    ],
)
def test_an_unknown_doi_or_issue_is_named(options, message):
    with pytest.raises(CommandError, match=f"^{message}$"):
        call_command("preflight", *options)
