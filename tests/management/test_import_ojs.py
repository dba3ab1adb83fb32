"""import_ojs: its plan, its lines, and its exit status."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.models import Article, EarlierSite
from tests.factories import a_journal
from tests.imports.ojs.exports import (
    a_galley,
    a_publication,
    a_submission_file,
    an_article,
    an_issue,
    issues,
    write,
)

pytestmark = pytest.mark.django_db


def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    failure = None
    try:
        call_command(
            "import_ojs",
            *map(str, arguments),
            "--journal",
            "steppe-science",
            stdout=out,
            stderr=err,
        )
    except CommandError as error:
        failure = str(error)
    return out.getvalue().splitlines(), err.getvalue().splitlines(), failure


def an_export(tmp_path, **attributes):
    keywords = '<keywords locale="en"><keyword>IRSTI 27.35.14</keyword></keywords>'
    article = an_article(a_publication(f"{keywords}{a_galley()}"), a_submission_file(**attributes))
    behind = an_article(id="13", status="1", current_publication_id="101")
    return write(tmp_path, issues(an_issue(article, behind)))


def test_the_plan_tells_what_comes_and_what_is_suspicious_and_saves_nothing(tmp_path):
    a_journal()

    out, err, failure = run(an_export(tmp_path), "--plan")

    assert out == [
        "2020, vol. 3, № 1 (export.xml) · articles: 1 · files: 1, 28\xa0bytes · stay behind: 1",
        "Section 1: Articles",
        "",
        "IRSTI or UDC stands among keywords, subjects or in the abstract · 1",
        "  classification: move (move to its place); or leave (leave as it is)",
        "  2020, vol. 3, № 1 · 12 “On salt” · Keywords (English) · "
        "IRSTI 27.35.14 → IRSTI 27.35.14 · line 5",
        "",
        "Something is missing · 1",
        "  2020, vol. 3, № 1 · 12 “On salt” · pages; references; title kk, ru; abstract kk, ru, "
        "en; keywords kk, ru, en · line 5",
        "",
        "Not published in OJS: it stays behind · 1",
        "  2020, vol. 3, № 1 · 13 “On salt” · in work · line 11",
        "authors: 1, PDF: 1",
        "User groups in the bylines: Author: 1",
        "Will come: issues: 1, articles: 1. Nothing was saved.",
    ]
    assert (err, failure) == ([], None)
    assert not Article.objects.exists()


def test_each_issue_is_a_line_and_the_last_line_counts(tmp_path):
    a_journal()
    path = an_export(tmp_path)

    out, err, failure = run(path, "--publish", "--site", "https://old.example.org/")

    assert out == ["2020, vol. 3, № 1 · 1 new · 1 not published in OJS", "Articles: 1, issues: 1."]
    assert (err, failure) == ([], None)
    assert EarlierSite.objects.get().address == "https://old.example.org"
    out, _err, _failure = run(path, "--publish", "--site", "https://old.example.org/")
    assert out[0] == "2020, vol. 3, № 1 · 1 unchanged · 1 not published in OJS"


@pytest.mark.parametrize(
    ("language", "message", "place"),
    [
        ("en", "A file is damaged, or not what the export says", "File 3 (English)"),
        ("kk", "Файл бүлінген немесе экспортта көрсетілгендей емес", "Файл 3 (ағылшын тілі)"),
        ("ru", "Файл повреждён или не соответствует описанию в экспорте", "Файл 3 (английский)"),
    ],
)
def test_a_refused_issue_is_named_in_the_readers_language(tmp_path, language, message, place):
    a_journal()

    with translation.override(language):
        _out, err, failure = run(an_export(tmp_path, filesize="5"))

    assert err[0].startswith(f"export.xml: {message}: 12 “On salt” · {place} · ")
    assert failure
    assert not Article.objects.exists()


def test_decisions_are_taken_from_a_file(tmp_path):
    a_journal()
    decisions = write(tmp_path, '{"groups": {"classification": "leave"}}', "decisions.json")

    run(an_export(tmp_path), "--decisions", decisions)

    article = Article.objects.get()
    assert article.irsti == []
    assert [keyword.term for keyword in article.keywords.all()] == ["IRSTI 27.35.14"]


@pytest.mark.parametrize(
    ("decisions", "message"),
    [
        ({"groups": {"nothing": "leave"}}, "groups.nothing: There is no such group."),
        ({"sections": {"1": 99}}, "sections.1: The journal has no section 99."),
    ],
)
def test_decisions_that_make_no_sense_are_refused(tmp_path, decisions, message):
    a_journal()
    file = write(tmp_path, json.dumps(decisions), "decisions.json")

    out, _err, failure = run(an_export(tmp_path), "--decisions", file)

    assert failure.startswith(f"{file}: {message}")
    assert out == []


def test_a_path_that_does_not_exist_is_named(tmp_path):
    a_journal()

    assert run(tmp_path / "absent.xml")[2] == f"Not found: {tmp_path / 'absent.xml'}"


def test_a_folder_without_any_export_is_refused(tmp_path):
    a_journal()

    _out, err, failure = run(tmp_path)

    assert err == [f"{tmp_path.name}: There is no XML file here."]
    assert failure == "Rejected: 1 of 1. Nothing was saved from them."
