"""The import: an issue completely or not at all, and again without doubles."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage

from articles.editing import save_article, working_record
from articles.intake.ojs.decisions import Decisions, NumbersDecision
from articles.intake.ojs.export import Export
from articles.intake.ojs.importing import OjsImporter
from articles.intake.ojs.plan import make_plan
from articles.models import Article, EarlierItem, EarlierSite, Issue, Section
from articles.publishing.imported_articles import ImportPublisher
from tests.factories import a_journal, a_record, an_article, an_issue
from tests.imports.ojs.exports import (
    PDF,
    a_galley,
    a_publication,
    a_submission_file,
    issues,
    write,
)
from tests.imports.ojs.exports import an_article as exported_article
from tests.imports.ojs.exports import an_issue as exported_issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal():
    return a_journal(doi_prefix="10.5555")


def importer(journal, path, decisions=None, publish=True, **options):
    return OjsImporter(
        export=Export(paths=(path,), journal=journal, **options),
        decisions=decisions or Decisions(),
        publisher=ImportPublisher(override="archive") if publish else None,
    )


def run(journal, path, decisions=None, publish=True, **options):
    return list(importer(journal, path, decisions, publish, **options).run())


def plan(journal, path, decisions=None):
    return make_plan(Export(paths=(path,), journal=journal), decisions)


def with_pdf(id="12", doi="10.5555/12", content=PDF, **attributes):
    inside = f'<id type="doi">{doi}</id>{a_galley()}' if doi else a_galley()
    version = a_publication(inside, id=f"{id}0")
    files = a_submission_file(content=content, **attributes)
    return exported_article(version, files, id=id, current_publication_id=f"{id}0")


def found(results):
    return [(each.label, each.outcomes, [f.group for f in each.refusals]) for each in results]


def test_articles_are_published_on_their_day_and_their_doi_is_registered_elsewhere(
    journal, tmp_path
):
    results = run(journal, write(tmp_path, exported_issue(with_pdf())))

    article = Article.objects.get()
    assert found(results) == [("2020, vol. 3, № 1", {"new": 1}, [])]
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
    assert found(results) == [("2020, vol. 3, № 1", {"unchanged": 1}, [])]
    article = Article.objects.get()
    assert (article.status, article.issue.is_public) == ("published", True)


def test_a_damaged_file_refuses_its_issue_and_no_other(journal, tmp_path):
    bad = exported_issue(with_pdf(), with_pdf("13", "", filesize="5"))
    good = exported_issue(with_pdf("14", "10.5555/14"), id="10", number="2")

    results = run(journal, write(tmp_path, issues(bad, good)))

    assert found(results) == [
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

    assert found(results) == [("2020, vol. 3, № 1", {"new": 1}, [])]
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

    assert found(results) == [("2020, vol. 3, № 1", {"new": 1}, [])]
    (finding,) = [each for _issue, each in plan(journal, path).findings if "file" in each.group]
    assert finding.text == "“a.pdf”: only a web address is given, and addresses are not fetched"


def test_another_journals_issue_is_refused_by_its_dois(journal, tmp_path):
    path = write(tmp_path, exported_issue(with_pdf(doi="10.99999/12")))

    assert found(run(journal, path)) == [("2020, vol. 3, № 1", {}, ["other_journal"])]
    accepted = run(journal, path, Decisions(groups={"other_journal": "import"}))
    assert found(accepted) == [("2020, vol. 3, № 1", {"new": 1}, [])]


def test_another_journals_issue_is_refused_by_an_identifier_that_was_another_issues(
    journal, tmp_path
):
    run(journal, write(tmp_path, exported_issue(with_pdf())))

    other = exported_issue(with_pdf("77", "10.5555/77"), number="9")
    results = run(journal, write(tmp_path, other))

    assert found(results) == [("2020, vol. 3, № 9", {}, ["other_journal"])]


def test_two_articles_with_one_doi_are_refused_or_the_second_comes_without_it(journal, tmp_path):
    path = write(tmp_path, exported_issue(with_pdf(), with_pdf("13")))

    assert found(run(journal, path)) == [("2020, vol. 3, № 1", {}, ["doi_elsewhere"])]
    run(journal, path, Decisions(groups={"doi_elsewhere": "leave_out"}))
    assert sorted(Article.objects.values_list("doi", flat=True), key=str) == ["10.5555/12", None]


def test_an_article_of_another_journal_keeps_its_doi(journal, tmp_path):
    an_article(a_journal(slug="other"), doi="10.5555/12")

    results = run(journal, write(tmp_path, exported_issue(with_pdf())))

    assert found(results) == [("2020, vol. 3, № 1", {}, ["doi_elsewhere"])]


def test_two_issues_with_the_same_numbers_are_refused_until_they_are_told_apart(journal, tmp_path):
    path = write(
        tmp_path,
        issues(exported_issue(with_pdf()), exported_issue(with_pdf("13", ""), id="10")),
    )

    assert found(run(journal, path)) == [
        ("2020, vol. 3, № 1", {"new": 1}, []),
        ("2020, vol. 3, № 1", {}, ["same_numbers"]),
    ]
    decided = Decisions(issues={"10": NumbersDecision(number="2")})
    assert found(run(journal, path, decided))[1] == ("2020, vol. 3, № 2", {"new": 1}, [])


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

    assert found(results) == [("2020, vol. 3, № 1", {"updated": 1}, [])]
    article = Article.objects.get()
    assert article.title_en == "On sea salt"
    assert article.released.record.title == {"en": "On sea salt"}


def test_what_an_editor_changed_here_is_not_overwritten(journal, tmp_path):
    run(journal, write(tmp_path, exported_issue(with_pdf())))
    article = Article.objects.get()
    save_article(a_record(title={"en": "Corrected here"}, doi="10.5555/12"), article=article)
    changed = exported_issue(with_pdf()).replace("On salt", "On sea salt")

    results = run(journal, write(tmp_path, changed))

    assert found(results) == [("2020, vol. 3, № 1", {"edited": 1}, [])]
    assert Article.objects.get().title_en == "Corrected here"


def test_an_article_that_was_entered_here_is_known_by_its_doi(journal, tmp_path):
    entered = an_article(journal, doi="10.5555/12")

    results = run(journal, write(tmp_path, exported_issue(with_pdf())))

    assert found(results) == [("2020, vol. 3, № 1", {"here": 1}, [])]
    assert Article.objects.get() == entered
    assert EarlierItem.objects.get(kind="article").article == entered


def test_an_issue_that_was_entered_here_is_used_and_is_no_archive(journal, tmp_path):
    entered = an_issue(journal, year=2020, volume="3", number="1", through_number="")

    run(journal, write(tmp_path, exported_issue(with_pdf())))

    assert Article.objects.get().issue == entered
    assert Issue.objects.get().archived_at is None


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


def test_half_a_file_imports_the_issues_before_it_ends(journal, tmp_path):
    whole = issues(exported_issue(with_pdf()), exported_issue(with_pdf("13", ""), id="10"))
    path = write(tmp_path, whole[: whole.rindex("<publication")])

    results = run(journal, path)

    assert [each.outcomes for each in results] == [{"new": 1}, {}]
    assert "The file ends too early" in results[1].error


def test_planning_saves_nothing(journal, tmp_path):
    planned = plan(journal, write(tmp_path, exported_issue(with_pdf())))

    assert [article.id for article in planned.issues[0].coming] == ["12"]
    assert not Article.objects.exists()
    assert not Issue.objects.exists()
    assert not EarlierSite.objects.exists()


def test_an_issue_for_subscribers_is_not_opened_unasked(journal, tmp_path):
    path = write(
        tmp_path,
        exported_issue(with_pdf()).replace(' published="1"', ' published="1" access_status="2"'),
    )

    assert found(run(journal, path)) == [("2020, vol. 3, № 1", {}, ["subscription"])]
    opened = run(journal, path, Decisions(groups={"subscription": "import"}))
    assert found(opened) == [("2020, vol. 3, № 1", {"new": 1}, [])]


def test_a_number_that_is_too_long_is_refused_until_another_is_decided(journal, tmp_path):
    number = "Special issue on salt and water"
    path = write(tmp_path, exported_issue(with_pdf(), number=number))

    assert found(run(journal, path)) == [(f"2020, vol. 3, № {number}", {}, ["long_number"])]
    decided = Decisions(issues={"9": NumbersDecision(number="special")})
    assert found(run(journal, path, decided)) == [("2020, vol. 3, № special", {"new": 1}, [])]


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
    assert found(refused) == [("2020, vol. 3, № 1", {}, ["no_known_title"])]
    assert refused[0].refusals[0].text == "de_DE"
    decided = Decisions(groups={"no_known_title": "leave_out"})
    assert found(run(journal, path, decided)) == [("2020, vol. 3, № 1", {"new": 1}, [])]
    as_english = Decisions(locales={"de_DE": "en"})
    assert found(run(journal, path, as_english)) == [
        ("2020, vol. 3, № 1", {"new": 1, "unchanged": 1}, [])
    ]


def test_an_article_in_another_language_with_a_title_in_ours_comes_if_that_is_decided(
    journal, tmp_path
):
    ukrainian = exported_article(
        a_publication('<title locale="uk_UA">Про сіль</title>'), locale="uk_UA"
    )
    path = write(tmp_path, exported_issue(ukrainian))

    assert found(run(journal, path)) == [("2020, vol. 3, № 1", {}, ["unknown_language"])]
    decided = Decisions(groups={"unknown_language": "import"})
    assert found(run(journal, path, decided)) == [("2020, vol. 3, № 1", {"new": 1}, [])]
    record = working_record(Article.objects.get())
    assert (record.language, record.title) == ("en", {"en": "On salt"})
    (issue,) = plan(journal, path, decided).issues
    assert [each.text for each in issue.findings if each.group == "unknown_locale"] == [
        "uk_UA: Про сіль"
    ]


def test_two_articles_with_one_identifier_both_come_and_come_once(journal, tmp_path):
    one = exported_article(a_publication(title="On salt"), id="1")
    other = exported_article(a_publication(title="On water"), id="1")
    path = write(tmp_path, exported_issue(one, other))

    first, second = run(journal, path), run(journal, path)

    assert found(first) == [("2020, vol. 3, № 1", {"new": 2}, [])]
    assert found(second) == [("2020, vol. 3, № 1", {"unchanged": 2}, [])]
    assert sorted(Article.objects.values_list("title_en", flat=True)) == ["On salt", "On water"]
    (issue,) = plan(journal, path).issues
    assert [each.text for each in issue.findings if each.group == "same_identifier"] == ["1"]


def test_two_issues_with_one_identifier_both_come(journal, tmp_path):
    other = exported_article(a_publication(title="On water", id="130"), id="13")
    path = write(
        tmp_path,
        issues(exported_issue(exported_article()), exported_issue(other, number="2")),
    )

    assert found(run(journal, path)) == [
        ("2020, vol. 3, № 1", {"new": 1}, []),
        ("2020, vol. 3, № 2", {"new": 1}, []),
    ]
    assert found(run(journal, path))[1] == ("2020, vol. 3, № 2", {"unchanged": 1}, [])


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
