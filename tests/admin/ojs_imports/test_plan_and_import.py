"""A move from OJS is planned, decided and imported."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from articles.models import Article, Issue, OjsImport, Section, User
from tests.admin.ojs_imports.moves import (
    EXPORT,
    LIST,
    State,
    page,
    plan,
    send_piece,
    send_pieces,
    step,
    work,
)
from tests.imports.ojs.exports import a_publication, an_article, an_issue, issues

pytestmark = pytest.mark.django_db


def test_the_plan_comes_first_and_saves_nothing(office, uploaded):
    plan(office, uploaded)

    response = office.get(page(uploaded, "change"))

    assert uploaded.state == State.PLANNED
    assert (Issue.objects.count(), Article.objects.count()) == (0, 0)
    view = response.context["plan"]
    assert (view.issue_count, view.article_count) == (1, 1)
    assert (view.contents, view.user_groups) == ([("authors", 1), ("PDF", 1)], [("Author", 1)])
    titles = {each.group.key: (each.count, each.choice) for each in view.groups}
    assert titles["capital_title"] == (1, "leave")
    assert "ON SALT AND WATER" in response.text


def test_a_decision_is_for_the_whole_group_and_the_import_follows_it(office, uploaded, journal):
    section = Section.objects.create(journal=journal, title_en="Research")
    plan(office, uploaded)

    decisions = {"group:capital_title": "repair", "section:1": section.pk}
    assert step(office, uploaded, "import", **decisions) == []
    work(uploaded)

    article = Article.objects.get()
    assert uploaded.state == State.DONE
    assert (article.title_en, article.status) == ("On salt and water", "published")
    assert article.section == section
    response = office.get(page(uploaded, "change"))
    assert [(each.text, each.errors) for each in response.context["results"]] == [("1 new", [])]


def test_a_repeated_import_makes_no_doubles(office, uploaded):
    for _time in range(2):
        assert step(office, uploaded, "import") == []
        work(uploaded)

    assert (Issue.objects.count(), Article.objects.count()) == (1, 1)
    response = office.get(page(uploaded, "change"))
    assert [each.text for each in response.context["results"]] == ["1 unchanged"]


def test_without_publishing_articles_come_as_drafts(office, uploaded):
    OjsImport.objects.update(publishes=False)
    step(office, uploaded, "import")
    work(uploaded)

    assert Article.objects.get().status == "draft"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"group:capital_title": "nonsense"}, "groups: 'nonsense'"),
        ({"group:nothing": "repair"}, "There is no such group."),
        ({"locale:de_DE": "xx"}, "locales"),
        ({"section:1": "999"}, "The journal has no section 999."),
        ({"issue:year:9": "19"}, "A year has four digits, such as 2019."),
        ({"issue:number:9": "1" * 21}, "A number of an issue has at most 20 characters."),
    ],
)
def test_a_decision_that_makes_no_sense_starts_nothing(office, uploaded, fields, message):
    (shown,) = step(office, uploaded, "plan", **fields)

    assert message in shown
    assert uploaded.state == State.UPLOADING


def test_half_a_file_is_not_planned(office, move):
    send_piece(office, move, EXPORT, 0, 700)

    assert step(office, move, "plan") == [
        "Not uploaded completely: issue.xml. Choose the files again to go on."
    ]


def test_nothing_is_planned_without_files(office, move):
    assert step(office, move, "plan") == ["Upload the files that OJS exported first."]


def test_a_file_that_is_none_is_refused_with_its_place(office, move):
    send_pieces(office, move, b"<issues><issue>")
    plan(office, move)

    response = office.get(page(move, "change"))

    (refusal,) = response.context["plan"].plan.refusals
    assert refusal.source == "issue.xml"
    assert move.state == State.PLANNED
    assert not Issue.objects.exists()


def test_a_zip_with_the_folder_of_files_is_read(office, move):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("export/issue.xml", EXPORT)
    send_pieces(office, move, buffer.getvalue(), name="export.zip")

    step(office, move, "import")
    work(move)

    assert Article.objects.get().galleys.count() == 1


@pytest.mark.parametrize(("language", "volume"), [("en", "vol. 3"), ("ru", "т. 3")])
def test_a_plan_names_issues_in_the_language_of_the_page(office, uploaded, language, volume):
    plan(office, uploaded)
    User.objects.update(interface_language=language)

    assert f"2020, {volume}, № 1" in office.get(page(uploaded, "change")).text


def test_crossref_gets_one_file_of_new_addresses(office, uploaded, journal):
    doi = '<id type="doi">10.5555/salt</id>'
    send_pieces(office, uploaded, issues(an_issue(an_article(a_publication(doi)))).encode())
    step(office, uploaded, "import")
    work(uploaded)

    response = office.get(page(uploaded, "addresses"))

    lines = response.text.splitlines()
    assert lines[0] == "H: email=;fromPrefix=10.5555"
    assert [line.split("\t")[0] for line in lines[1:]] == ["10.5555/salt"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_number(office, journal, count, django_assert_num_queries):
    for number in range(count):
        OjsImport.objects.create(journal=journal, slug=f"a{number}", plan=json.dumps({}))

    with django_assert_num_queries(8):
        office.get(LIST)


@pytest.mark.parametrize("state", [State.UPLOADING, State.PLANNED, State.IMPORTING])
def test_the_page_costs_the_same_in_every_state(office, uploaded, state, django_assert_num_queries):
    OjsImport.objects.update(state=state)

    with django_assert_num_queries(8):
        office.get(page(uploaded, "change"))
