"""Exports of OJS imported again, after an interruption, or where articles are here already."""

from __future__ import annotations

import pytest

from articles.editing import save_article
from articles.models import Article, EarlierItem, EarlierSite, Issue, Section
from articles.publishing.imported_articles import ImportPublisher
from tests.factories import a_record, an_article, an_issue
from tests.imports.ojs.exports import a_publication, issues, write
from tests.imports.ojs.exports import an_article as exported_article
from tests.imports.ojs.exports import an_issue as exported_issue
from tests.intake.ojs.ojs_imports import importer, outcomes_of, plan, run, with_pdf

pytestmark = pytest.mark.django_db


def test_an_interrupted_import_goes_on_where_it_stopped(journal, tmp_path):
    second = exported_issue(with_pdf("13", "10.5555/13"), id="10", number="2")
    path = write(tmp_path, issues(exported_issue(with_pdf()), second))
    interrupted = importer(journal, path).run()
    next(interrupted)
    interrupted.close()
    assert Article.objects.count() == 1

    results = run(journal, path)

    assert [each.outcomes for each in results] == [{"unchanged": 1}, {"new": 1}]
    assert Article.objects.count() == 2


def test_a_failure_inside_an_issue_saves_nothing_of_it(journal, tmp_path, monkeypatch):
    path = write(tmp_path, exported_issue(with_pdf(), with_pdf("13", "10.5555/13")))
    publish = ImportPublisher.publish

    def fail_at_the_second(publisher, article, record):
        if record.doi == "10.5555/13":
            raise ValueError("the disk is full")
        return publish(publisher, article, record)

    monkeypatch.setattr(ImportPublisher, "publish", fail_at_the_second)

    (result,) = run(journal, path)

    assert (result.error, result.outcomes) == ("the disk is full", {})
    assert (Article.objects.count(), Issue.objects.count(), Section.objects.count()) == (0, 0, 0)
    assert not EarlierItem.objects.exists()


def test_a_changed_export_becomes_the_next_revision(journal, tmp_path):
    run(journal, write(tmp_path, exported_issue(with_pdf())))
    changed = exported_issue(with_pdf()).replace("On salt", "On sea salt")

    results = run(journal, write(tmp_path, changed))

    assert outcomes_of(results) == [("2020, vol. 3, № 1", {"updated": 1}, [])]
    article = Article.objects.get()
    assert article.title_en == "On sea salt"
    assert article.released.record.title == {"en": "On sea salt"}


def test_what_an_editor_changed_here_is_not_overwritten(journal, tmp_path):
    run(journal, write(tmp_path, exported_issue(with_pdf())))
    article = Article.objects.get()
    save_article(a_record(title={"en": "Corrected here"}, doi="10.5555/12"), article=article)
    changed = exported_issue(with_pdf()).replace("On salt", "On sea salt")

    results = run(journal, write(tmp_path, changed))

    assert outcomes_of(results) == [("2020, vol. 3, № 1", {"edited": 1}, [])]
    assert Article.objects.get().title_en == "Corrected here"


def test_an_article_that_was_entered_here_is_known_by_its_doi(journal, tmp_path):
    entered = an_article(journal, doi="10.5555/12")

    results = run(journal, write(tmp_path, exported_issue(with_pdf())))

    assert outcomes_of(results) == [("2020, vol. 3, № 1", {"here": 1}, [])]
    assert Article.objects.get() == entered
    assert EarlierItem.objects.get(kind="article").article == entered


def test_an_issue_that_was_entered_here_is_used_and_is_no_archive(journal, tmp_path):
    entered = an_issue(journal, year=2020, volume="3", number="1", through_number="")

    run(journal, write(tmp_path, exported_issue(with_pdf())))

    assert Article.objects.get().issue == entered
    assert Issue.objects.get().archived_at is None


def test_half_a_file_imports_the_issues_before_it_ends(journal, tmp_path):
    whole = issues(exported_issue(with_pdf()), exported_issue(with_pdf("13", ""), id="10"))
    path = write(tmp_path, whole[: whole.rindex("<publication")])

    results = run(journal, path)

    assert [each.outcomes for each in results] == [{"new": 1}, {}]
    assert "The file ends too early" in results[1].error


def test_two_articles_with_one_identifier_both_come_and_come_once(journal, tmp_path):
    one = exported_article(a_publication(title="On salt"), id="1")
    other = exported_article(a_publication(title="On water"), id="1")
    path = write(tmp_path, exported_issue(one, other))

    first, second = run(journal, path), run(journal, path)

    assert outcomes_of(first) == [("2020, vol. 3, № 1", {"new": 2}, [])]
    assert outcomes_of(second) == [("2020, vol. 3, № 1", {"unchanged": 2}, [])]
    assert sorted(Article.objects.values_list("title_en", flat=True)) == ["On salt", "On water"]
    (issue,) = plan(journal, path).issues
    assert [each.text for each in issue.findings if each.group == "same_identifier"] == ["1"]


def test_two_issues_with_one_identifier_both_come(journal, tmp_path):
    other = exported_article(a_publication(title="On water", id="130"), id="13")
    path = write(
        tmp_path,
        issues(exported_issue(exported_article()), exported_issue(other, number="2")),
    )

    assert outcomes_of(run(journal, path)) == [
        ("2020, vol. 3, № 1", {"new": 1}, []),
        ("2020, vol. 3, № 2", {"new": 1}, []),
    ]
    assert outcomes_of(run(journal, path))[1] == ("2020, vol. 3, № 2", {"unchanged": 1}, [])


@pytest.mark.parametrize(
    "addresses", [("", "https://a.example.org"), ("https://a.example.org", "")]
)
def test_a_site_is_the_same_although_its_address_was_given_once(journal, tmp_path, addresses):
    path = write(tmp_path, exported_issue(with_pdf(doi="")))

    results = [run(journal, path, address=address)[0].outcomes for address in addresses]

    assert results == [{"new": 1}, {"unchanged": 1}]
    assert EarlierSite.objects.get().address == "https://a.example.org"


def test_articles_of_two_sites_are_told_apart_by_their_addresses(journal, tmp_path):
    first = write(tmp_path, exported_issue(with_pdf(doi="")))
    second = write(tmp_path, exported_issue(with_pdf(doi=""), number="2"), "second.xml")

    run(journal, first, address="https://a.example.org")
    run(journal, second, address="https://b.example.org")

    assert Article.objects.count() == 2
    assert EarlierSite.objects.count() == 2
