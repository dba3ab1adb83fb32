"""What stands in the database after an import, beside the truth of each export."""

from __future__ import annotations

import hashlib

import pytest
from django.core.files.storage import default_storage

from articles.editing import working_record
from articles.intake.ojs.decisions import Decisions
from articles.intake.ojs.export import Export
from articles.intake.ojs.importing import OjsImporter
from articles.models import Article, EarlierItem, Issue
from articles.publishing.imported_articles import ImportPublisher
from articles.records.markup import plain
from tests.factories import a_journal
from tests.imports.ojs.truth import (
    TRUTHS,
    in_languages,
    read,
    record_facts,
    true_article_facts,
    true_articles,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not TRUTHS, reason="the exports of OJS are not in ../shared/ojs"),
]
cases = pytest.mark.parametrize("path", TRUTHS, ids=lambda path: f"{path.parent.name}/{path.stem}")

# Nothing is repaired: the record is what the export has.
AS_EXPORTED = Decisions(
    groups={
        "classification": "leave",
        "affiliation_in_name": "leave",
        "degree_in_name": "leave",
        "whole_name": "leave",
        "joined_keywords": "leave",
    }
)


def import_export(path, decisions=AS_EXPORTED):
    export = Export(
        paths=(path.with_name(path.name.replace(".truth.json", ".xml")),), journal=a_journal()
    )
    importer = OjsImporter(
        export=export, decisions=decisions, publisher=ImportPublisher(override="archive")
    )
    return list(importer.run())


def rows_by_earlier_id(kind, column):
    items = EarlierItem.objects.filter(kind=kind).select_related(column)
    return {int(item.key): getattr(item, column) for item in items}


@cases
def test_what_stands_in_the_database_is_the_truth(path):
    import_export(path)

    _issues, truth = read(path)
    check_that_public_articles_and_no_others_are_published(path, truth)
    check_that_articles_have_every_field_of_the_truth(path, truth)
    check_that_articles_stand_in_their_sections_in_order(path, truth)
    check_that_galleys_are_stored_byte_for_byte(path, truth)
    check_that_private_files_are_nowhere(path, truth)
    check_that_issues_have_every_field_of_the_truth(path, truth)


def check_that_public_articles_and_no_others_are_published(path, truth):
    rows = rows_by_earlier_id("article", "article")
    assert set(rows) == {each["id"] for each in true_articles(truth) if each["public"]}
    assert {row.status for row in rows.values()} == {"published"}
    assert Article.objects.count() == len(rows)


def check_that_articles_have_every_field_of_the_truth(path, truth):
    rows = rows_by_earlier_id("article", "article")
    for article in true_articles(truth):
        if article["public"]:
            expected = true_article_facts(article, None, has_addresses="fileurls" in path.name)
            stored = record_facts(working_record(rows[article["id"]]))
            assert stored == {field: expected[field] for field in stored}


def check_that_articles_stand_in_their_sections_in_order(path, truth):
    rows = rows_by_earlier_id("article", "article")
    for issue in truth["issues"]:
        public = [each for each in issue["articles"] if each["public"]]
        if "not_in_file" in issue or not public:
            continue
        ordered = sorted(
            public,
            key=lambda each: (
                truth["sections"][each["current"]["section"]]["seq"],
                each["current"]["order_in_section"],
            ),
        )
        records = [working_record(rows[article["id"]]) for article in ordered]
        assert [record.position for record in records] == list(range(1, len(records) + 1))
        assert [record.section for record in records] == [
            in_languages(article["current"]["section_title"]) for article in ordered
        ]


def check_that_galleys_are_stored_byte_for_byte(path, truth):
    rows = rows_by_earlier_id("article", "article")
    for article in true_articles(truth):
        if not article["public"] or "fileurls" in path.name:
            continue
        expected = [
            (galley["lang"], galley["file"]["sha256"])
            for galley in article["current"]["galleys"]
            if galley["file"]
        ]
        galleys = working_record(rows[article["id"]]).galleys
        assert [(each.language, each.checksum) for each in galleys if each.kind != "image"] == (
            expected
        )
        for galley in galleys:
            with default_storage.open(galley.path) as file:
                assert hashlib.sha256(file.read()).hexdigest() == galley.checksum


def check_that_private_files_are_nowhere(path, truth):
    private = {
        file["sha256"] for article in true_articles(truth) for file in article["private_files"]
    }
    stored = {
        hashlib.sha256(default_storage.open(item.file.name).read()).hexdigest()
        for item in EarlierItem.objects.exclude(file="")
    }
    assert not private & stored
    assert not private & {
        each.checksum for row in Article.objects.all() for each in working_record(row).galleys
    }


def check_that_issues_have_every_field_of_the_truth(path, truth):
    public = [
        issue
        for issue in truth["issues"]
        if issue["public"] and any(each["public"] for each in issue["articles"])
    ]
    rows = Issue.objects.order_by("pk")
    assert [issue_facts(row) for row in rows] == [true_issue_facts(issue) for issue in public]
    assert {row.archive_reason for row in rows} == {"moved from OJS"}


def issue_facts(row):
    through = f" ({row.through_number})" if row.through_number else ""
    return {
        "year": row.year,
        "volume": row.volume,
        "number": f"{row.number}{through}",
        "title": texts(row, "title"),
        "description": texts(row, "description"),
        "cover": checksum(row.cover),
        "pdf": checksum(row.pdf),
    }


def true_issue_facts(issue):
    covers = [issue["covers"][code]["sha256"] for code in issue["covers"]]
    return {
        "year": issue["year"],
        "volume": str(issue["volume"] or ""),
        "number": issue["number"],
        "title": in_languages(issue["title"]),
        "description": in_languages(issue["description"]),
        "cover": covers[0] if covers else "",
        "pdf": issue["galleys"][0]["sha256"] if issue["galleys"] else "",
    }


def texts(row, field):
    values = {code: plain(getattr(row, f"{field}_{code}")) for code in ("kk", "ru", "en")}
    return {code: value for code, value in values.items() if value}


def checksum(field):
    return hashlib.sha256(field.read()).hexdigest() if field else ""


@cases
def test_codes_and_names_are_what_the_editor_meant(path):
    import_export(path, Decisions())

    _issues, truth = read(path)
    rows = rows_by_earlier_id("article", "article")
    for article in true_articles(truth):
        if not article["public"]:
            continue
        record = working_record(rows[article["id"]])
        codes = article["classification"]
        assert list(record.irsti) == codes.get("irsti", [])
        assert list(record.udc) == codes.get("udc", [])
        for author, true_author in zip(record.authors, article["current"]["authors"], strict=True):
            meant = true_author.get("meant", {})
            for code, family in meant.get("family", {}).items():
                assert author.names[code].family == family
            for code, given in meant.get("given", {}).items():
                name = author.names[code]
                assert f"{name.given} {name.patronymic}".strip() == given
            if "affiliation" in meant:
                (mark,) = author.marks
                assert record.affiliations[mark - 1].name == meant["affiliation"]
        if "keywords" in article["meant"]:
            assert {code: list(terms) for code, terms in record.keywords.items()} == in_languages(
                article["meant"]["keywords"]
            )


@cases
def test_a_second_import_changes_nothing(path):
    import_export(path)
    before = {row.pk: row.version for row in Article.objects.all()}
    counts = [Issue.objects.count(), EarlierItem.objects.count()]

    journal = Article.objects.first().journal
    export = Export(
        paths=(path.with_name(path.name.replace(".truth.json", ".xml")),), journal=journal
    )
    results = list(
        OjsImporter(
            export=export, decisions=AS_EXPORTED, publisher=ImportPublisher(override="archive")
        ).run()
    )

    assert {outcome for result in results for outcome in result.outcomes} <= {"unchanged"}
    assert {row.pk: row.version for row in Article.objects.all()} == before
    assert [Issue.objects.count(), EarlierItem.objects.count()] == counts


def test_articles_that_two_files_of_a_folder_have_come_once():
    folder = next(path.parent for path in TRUTHS if path.parent.name == "ojs-3.1.2")
    export = Export(paths=(folder,), journal=a_journal())
    importer = OjsImporter(export=export, publisher=ImportPublisher(override="archive"))

    first = list(importer.run())
    again = list(importer.run())

    assert [result.outcomes for result in first] == [{}, {}, {}, {"new": 5}, {"new": 4}]
    assert [result.outcomes for result in again] == [
        {},
        {},
        {},
        {"unchanged": 5},
        {"unchanged": 4},
    ]
    assert Article.objects.count() == 9
    assert Issue.objects.count() == 2


def test_an_article_exported_alone_is_known_from_the_export_of_its_issue():
    folder = next(path.parent for path in TRUTHS if path.parent.name == "ojs-3.1.2")
    journal = a_journal()
    outcomes = []
    for name in ("issues.xml", "articles.xml"):
        export = Export(paths=(folder / name,), journal=journal)
        importer = OjsImporter(export=export, publisher=ImportPublisher(override="archive"))
        outcomes.append([result.outcomes for result in importer.run()])

    assert outcomes == [[{"new": 5}, {"new": 4}], [{"unchanged": 1}, {"unchanged": 1}, {}]]
