"""Issues of an export of OJS that are refused whole, until an editor decides otherwise."""

from __future__ import annotations

import pytest

from articles.editing import working_record
from articles.intake.ojs.decisions import Decisions, NumbersDecision
from articles.models import Article, Issue
from tests.factories import a_journal, an_article
from tests.imports.ojs.exports import PDF, a_publication, issues, write
from tests.imports.ojs.exports import an_article as exported_article
from tests.imports.ojs.exports import an_issue as exported_issue
from tests.intake.ojs.ojs_imports import outcomes_of, plan, run, with_pdf

pytestmark = pytest.mark.django_db


def test_a_damaged_file_refuses_its_issue_and_no_other(journal, tmp_path):
    bad = exported_issue(with_pdf(), with_pdf("13", "", filesize="5"))
    good = exported_issue(with_pdf("14", "10.5555/14"), id="10", number="2")

    results = run(journal, write(tmp_path, issues(bad, good)))

    assert outcomes_of(results) == [
        ("2020, vol. 3, № 1", {}, ["broken_file"]),
        ("2020, vol. 3, № 2", {"new": 1}, []),
    ]
    (refusal,) = results[0].refusals
    assert (refusal.article, refusal.text) == (
        "13",
        f"“a.pdf”: it has {len(PDF)} bytes, but the export says 5",
    )
    assert [issue.number for issue in Issue.objects.all()] == ["2"]
    assert Article.objects.count() == 1


def test_a_damaged_file_is_left_out_as_decided(journal, tmp_path):
    path = write(tmp_path, exported_issue(with_pdf(filesize="5")))

    results = run(journal, path, Decisions(groups={"broken_file": "leave_out"}))

    assert outcomes_of(results) == [("2020, vol. 3, № 1", {"new": 1}, [])]
    assert working_record(Article.objects.get()).galleys == ()


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ({"name": "../../a.pdf"}, "“../../a.pdf”: its name is a path"),
        ({"name": "C:\\a.pdf"}, "“C:\\a.pdf”: its name is a path"),
        ({"content": b"<html>login</html>"}, "“a.pdf”: it is not a PDF file"),
        ({"contents": '<href src="../a.pdf"/>'}, "“a.pdf”: its path leaves the folder of files"),
        (
            {"contents": '<embed encoding="base64">?</embed>'},
            "“a.pdf”: it is damaged: its base64 cannot be decoded",
        ),
    ],
)
def test_a_hostile_file_refuses_its_issue(journal, tmp_path, attributes, reason):
    results = run(journal, write(tmp_path, exported_issue(with_pdf(**attributes))))

    assert [finding.text for finding in results[0].refusals] == [reason]
    assert Article.objects.count() == 0


def test_a_missing_file_is_told_and_the_article_comes_without_it(journal, tmp_path):
    path = write(tmp_path, exported_issue(with_pdf(contents='<href src="https://example.org/a"/>')))

    results = run(journal, path)

    assert outcomes_of(results) == [("2020, vol. 3, № 1", {"new": 1}, [])]
    (finding,) = [each for _issue, each in plan(journal, path).findings if "file" in each.group]
    assert finding.text == "“a.pdf”: only a web address is given, and addresses are not fetched"


def test_another_journals_issue_is_refused_by_its_dois(journal, tmp_path):
    path = write(tmp_path, exported_issue(with_pdf(doi="10.99999/12")))

    assert outcomes_of(run(journal, path)) == [("2020, vol. 3, № 1", {}, ["other_journal"])]
    accepted = run(journal, path, Decisions(groups={"other_journal": "import"}))
    assert outcomes_of(accepted) == [("2020, vol. 3, № 1", {"new": 1}, [])]


def test_another_journals_issue_is_refused_by_an_identifier_that_was_another_issues(
    journal, tmp_path
):
    run(journal, write(tmp_path, exported_issue(with_pdf())))

    other = exported_issue(with_pdf("77", "10.5555/77"), number="9")
    results = run(journal, write(tmp_path, other))

    assert outcomes_of(results) == [("2020, vol. 3, № 9", {}, ["other_journal"])]


def test_two_articles_with_one_doi_are_refused_or_the_second_comes_without_it(journal, tmp_path):
    path = write(tmp_path, exported_issue(with_pdf(), with_pdf("13")))

    assert outcomes_of(run(journal, path)) == [("2020, vol. 3, № 1", {}, ["doi_elsewhere"])]
    run(journal, path, Decisions(groups={"doi_elsewhere": "leave_out"}))
    assert sorted(Article.objects.values_list("doi", flat=True), key=str) == ["10.5555/12", None]


def test_an_article_of_another_journal_keeps_its_doi(journal, tmp_path):
    an_article(a_journal(slug="other"), doi="10.5555/12")

    results = run(journal, write(tmp_path, exported_issue(with_pdf())))

    assert outcomes_of(results) == [("2020, vol. 3, № 1", {}, ["doi_elsewhere"])]


def test_two_issues_with_the_same_numbers_are_refused_until_they_are_told_apart(journal, tmp_path):
    path = write(
        tmp_path,
        issues(exported_issue(with_pdf()), exported_issue(with_pdf("13", ""), id="10")),
    )

    assert outcomes_of(run(journal, path)) == [
        ("2020, vol. 3, № 1", {"new": 1}, []),
        ("2020, vol. 3, № 1", {}, ["same_numbers"]),
    ]
    decided = Decisions(issues={"10": NumbersDecision(number="2")})
    assert outcomes_of(run(journal, path, decided))[1] == ("2020, vol. 3, № 2", {"new": 1}, [])


def test_an_issue_for_subscribers_is_not_opened_unasked(journal, tmp_path):
    path = write(
        tmp_path,
        exported_issue(with_pdf()).replace(' published="1"', ' published="1" access_status="2"'),
    )

    assert outcomes_of(run(journal, path)) == [("2020, vol. 3, № 1", {}, ["subscription"])]
    opened = run(journal, path, Decisions(groups={"subscription": "import"}))
    assert outcomes_of(opened) == [("2020, vol. 3, № 1", {"new": 1}, [])]


def test_a_number_that_is_too_long_is_refused_until_another_is_decided(journal, tmp_path):
    number = "Special issue on salt and water"
    path = write(tmp_path, exported_issue(with_pdf(), number=number))

    assert outcomes_of(run(journal, path)) == [(f"2020, vol. 3, № {number}", {}, ["long_number"])]
    decided = Decisions(issues={"9": NumbersDecision(number="special")})
    assert outcomes_of(run(journal, path, decided)) == [("2020, vol. 3, № special", {"new": 1}, [])]


def test_an_issue_with_an_article_in_another_language_is_refused_or_comes_without_it(
    journal, tmp_path
):
    foreign = exported_article(
        a_publication(id="130").replace('locale="en"', 'locale="de_DE"'),
        id="13",
        locale="de_DE",
        current_publication_id="130",
    )
    path = write(tmp_path, exported_issue(with_pdf(), foreign))

    refused = run(journal, path)
    assert outcomes_of(refused) == [("2020, vol. 3, № 1", {}, ["no_known_title"])]
    assert refused[0].refusals[0].text == "de_DE"
    decided = Decisions(groups={"no_known_title": "leave_out"})
    assert outcomes_of(run(journal, path, decided)) == [("2020, vol. 3, № 1", {"new": 1}, [])]
    as_english = Decisions(locales={"de_DE": "en"})
    assert outcomes_of(run(journal, path, as_english)) == [
        ("2020, vol. 3, № 1", {"new": 1, "unchanged": 1}, [])
    ]


def test_an_article_in_another_language_with_a_title_in_ours_comes_if_that_is_decided(
    journal, tmp_path
):
    ukrainian = exported_article(
        a_publication('<title locale="uk_UA">Про сіль</title>'), locale="uk_UA"
    )
    path = write(tmp_path, exported_issue(ukrainian))

    assert outcomes_of(run(journal, path)) == [("2020, vol. 3, № 1", {}, ["unknown_language"])]
    decided = Decisions(groups={"unknown_language": "import"})
    assert outcomes_of(run(journal, path, decided)) == [("2020, vol. 3, № 1", {"new": 1}, [])]
    record = working_record(Article.objects.get())
    assert (record.language, record.title) == ("en", {"en": "On salt"})
    (issue,) = plan(journal, path, decided).issues
    assert [each.text for each in issue.findings if each.group == "unknown_locale"] == [
        "uk_UA: Про сіль"
    ]
