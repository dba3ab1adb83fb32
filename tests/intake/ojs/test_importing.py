"""The import of an export of OJS: what becomes of issues, articles, sections and files."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage

from articles.editing import working_record
from articles.intake.ojs.decisions import Decisions
from articles.models import Article, EarlierItem, EarlierSite, Issue, Section
from tests.imports.ojs.exports import PDF, a_galley, a_publication, a_submission_file, issues, write
from tests.imports.ojs.exports import an_article as exported_article
from tests.imports.ojs.exports import an_issue as exported_issue
from tests.intake.ojs.ojs_imports import outcomes_of, plan, run, with_pdf

pytestmark = pytest.mark.django_db


def test_articles_are_published_on_their_day_and_their_doi_is_registered_elsewhere(
    journal, tmp_path
):
    results = run(journal, write(tmp_path, exported_issue(with_pdf())))

    article = Article.objects.get()
    assert outcomes_of(results) == [("2020, vol. 3, № 1", {"new": 1}, [])]
    assert (article.status, str(article.published_on)) == ("published", "2020-03-31")
    assert (article.doi, article.doi_state) == ("10.5555/12", "elsewhere")
    assert article.deposit_state == "none"
    assert article.issue.archived_at
    assert str(article.issue.published_on) == "2020-03-31"
    (galley,) = working_record(article).galleys
    assert default_storage.open(galley.path).read() == PDF


def test_without_publishing_articles_are_drafts_until_the_next_run_publishes_them(
    journal, tmp_path
):
    path = write(tmp_path, exported_issue(with_pdf()))

    run(journal, path, publish=False)
    draft = Article.objects.select_related("issue").get()
    results = run(journal, path)

    assert (draft.status, draft.issue.published_on) == ("draft", None)
    assert str(draft.published_on) == "2020-03-31"
    assert outcomes_of(results) == [("2020, vol. 3, № 1", {"unchanged": 1}, [])]
    article = Article.objects.get()
    assert (article.status, article.issue.is_public) == ("published", True)


def test_an_article_in_two_issues_comes_once_in_the_one_of_its_day(journal, tmp_path):
    late = exported_issue(with_pdf(), id="10", number="2").replace("2020-03-31", "2020-09-30", 1)
    assert late.count("2020-03-31") == 1  # of the version
    path = write(tmp_path, issues(late, exported_issue(with_pdf())))

    results = run(journal, path)

    assert [each.outcomes for each in results] == [{}, {"new": 1}]
    assert Article.objects.get().issue.number == "1"


def test_unpublished_articles_and_issues_stay_behind(journal, tmp_path):
    draft = exported_article(status="1", id="13")
    closed = exported_issue(with_pdf("14", ""), id="10", number="2")
    closed = closed.replace('published="1"', 'published="0"')
    path = write(tmp_path, issues(exported_issue(with_pdf(), draft), closed))

    run(journal, path)

    assert [article.doi for article in Article.objects.all()] == ["10.5555/12"]
    assert Issue.objects.count() == 1
    behind = [
        (each.article, each.text)
        for _issue, each in plan(journal, path).findings
        if each.group == "unpublished"
    ]
    assert behind == [("13", "in_work"), ("14", "issue_not_published")]


@pytest.mark.parametrize(
    ("decided", "title"),
    [({}, "Articles"), ({"1": "Papers"}, "Papers"), ({"ART": "Papers"}, "Papers")],
)
def test_sections_are_found_by_their_title_or_as_decided(journal, tmp_path, decided, title):
    rows = {
        name: Section.objects.create(journal=journal, title_en=name)
        for name in ("Articles", "Papers")
    }
    path = write(tmp_path, exported_issue(with_pdf()))
    sections = {key: rows[name].pk for key, name in decided.items()}

    run(journal, path, Decisions(sections=sections))

    assert Article.objects.get().section == rows[title]
    assert Section.objects.count() == 2


def test_what_the_old_site_had_is_kept_with_what_became_of_it(journal, tmp_path):
    versions = a_publication(a_galley(3), id="99", url_path="old-name") + a_publication(
        a_galley(4, 8), id="100", url_path="new-name"
    )
    files = a_submission_file(7, b"%PDF-1.4 old", "old.pdf") + a_submission_file(8)
    xml = exported_issue(exported_article(versions, files))

    run(journal, write(tmp_path, xml), address="https://old.example.org", slug="salt")

    article = Article.objects.get()
    site = EarlierSite.objects.get()
    assert (site.address, site.slug) == ("https://old.example.org", "salt")
    items = {
        (item.kind, item.key, item.within, item.version): item for item in EarlierItem.objects.all()
    }
    assert set(items) == {
        ("issue", "9", "", ""),
        ("section", "1", "", ""),
        ("section_name", "ART", "", ""),
        ("article", "12", "", ""),
        ("article_name", "old-name", "", ""),
        ("article_name", "new-name", "", ""),
        ("version", "99", "12", ""),
        ("version", "100", "12", ""),
        ("galley", "3", "12", "99"),
        ("galley", "4", "12", ""),
    }
    current, earlier = items["galley", "4", "12", ""], items["galley", "3", "12", "99"]
    assert current.galley == article.galleys.get()
    assert default_storage.open(earlier.file.name).read() == b"%PDF-1.4 old"


def test_one_file_for_two_languages_is_two_galleys(journal, tmp_path):
    galleys = a_galley(3, 7, "ru") + a_galley(4, 7, "en")
    article = exported_article(a_publication(galleys), a_submission_file())

    run(journal, write(tmp_path, exported_issue(article)))

    stored = working_record(Article.objects.get()).galleys
    assert [(each.language, each.name) for each in stored] == [
        ("ru", "a.pdf"),
        ("en", "a-en.pdf"),
    ]
    assert len({each.id for each in stored}) == 2


def test_a_future_day_leaves_the_article_a_draft(journal, tmp_path):
    path = write(tmp_path, exported_issue(with_pdf()).replace("2020-03-31", "2999-03-31"))

    run(journal, path)

    assert Article.objects.get().status == "draft"


def test_planning_saves_nothing(journal, tmp_path):
    planned = plan(journal, write(tmp_path, exported_issue(with_pdf())))

    assert [article.id for article in planned.issues[0].coming] == ["12"]
    assert not Article.objects.exists()
    assert not Issue.objects.exists()
    assert not EarlierSite.objects.exists()


def test_a_future_day_and_an_article_without_an_issue_are_told(journal, tmp_path):
    ahead = exported_article(a_publication(date_published="2199-01-01"))
    path = write(tmp_path, f'<articles xmlns="http://pkp.sfu.ca">{ahead}</articles>')

    (issue,) = plan(journal, path).issues

    told = {each.group: each.text for each in issue.findings}
    assert (told["future_day"], told["no_issue"]) == ("2199-01-01", "")


def test_numbers_that_stand_in_the_title_alone_are_read_and_told(journal, tmp_path):
    xml = exported_issue(exported_article()).replace(
        "<volume>3</volume><number>1</number><year>2020</year>",
        '<title locale="ru_RU">2019 №3 (45)</title>',
    )
    path = write(tmp_path, xml)

    (issue,) = plan(journal, path).issues
    run(journal, path)

    told = [(each.text, each.proposal) for each in issue.findings if each.group == "titled_numbers"]
    assert told == [("2019 №3 (45)", "2019, № 3 (45)")]
    row = Issue.objects.get()
    assert (row.year, row.volume, row.number, row.through_number) == (2019, "", "3", "45")


def test_sections_without_identifier_and_abbreviation_are_known_by_their_titles(journal, tmp_path):
    sections = """<sections><section><title locale="en">Physics</title></section>
<section><title locale="en">History</title></section></sections>"""
    one = exported_article(a_publication(section_ref="Physics"))
    other = exported_article(
        a_publication(id="130", title="On kings", section_ref="History"),
        id="13",
        current_publication_id="130",
    )
    path = write(tmp_path, exported_issue(one, other, inside=sections))

    assert [each.id for each in plan(journal, path).sections] == ["Physics", "History"]
    run(journal, path)
    assert sorted(Section.objects.values_list("title_en", flat=True)) == ["History", "Physics"]


def test_a_galley_on_another_site_is_a_link_for_readers(journal, tmp_path, client):
    galley = a_galley(file=None).replace(
        "</article_galley>", '<remote src="https://elib.example.org/1.pdf"/></article_galley>'
    )
    article = exported_article(a_publication(galley))

    run(journal, write(tmp_path, exported_issue(article)))

    row = Article.objects.get()
    page = client.get(f"/en/articles/{row.pk}/").content.decode()
    assert 'href="https://elib.example.org/1.pdf"' in page
    assert EarlierItem.objects.get(kind="galley").address == "https://elib.example.org/1.pdf"
