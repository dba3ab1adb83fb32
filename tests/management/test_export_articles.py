"""export_articles: its output and its errors."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from articles.records import json
from articles.records.languages import text
from tests.exports.schemas import errors
from tests.factories import a_depositing_journal, a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db


def test_the_public_articles_of_an_issue_go_to_a_file(tmp_path, capsys):
    journal = a_depositing_journal()
    issue = an_issue(journal)
    a_public_article(journal, issue_id=issue.pk, doi="10.5555/1")
    a_public_article(journal, doi="10.5555/2")
    an_article(journal, issue_id=issue.pk, doi="10.5555/draft")
    file = tmp_path / "issue.json"

    call_command("export_articles", "record", issue=issue.pk, output=file)

    assert [json.read(line).doi for line in file.read_bytes().splitlines()] == ["10.5555/1"]
    assert list(tmp_path.iterdir()) == [file]
    assert capsys.readouterr().err.strip() == "Articles written: 1."


def test_an_article_goes_to_stdout_by_its_doi_in_any_case(capfdbinary):
    a_public_article(a_depositing_journal(), doi="10.5555/Abc")

    call_command("export_articles", "record", doi="https://doi.org/10.5555/aBC")

    assert json.read(capfdbinary.readouterr().out).doi == "10.5555/Abc"


def test_a_journal_goes_to_crossref(tmp_path):
    journal = a_depositing_journal()
    for number in range(3):
        a_public_article(journal, doi=f"10.5555/{number}")
    file = tmp_path / "journal.xml"

    call_command("export_articles", "crossref", journal=journal.slug, output=file)

    assert errors(file.read_bytes(), "crossref") == []


def test_a_refused_article_keeps_the_earlier_file(tmp_path):
    a_public_article(a_journal())
    file = tmp_path / "journal.xml"
    file.write_text("before")

    with pytest.raises(CommandError, match=r"journal\.depositor_name: Crossref needs"):
        call_command("export_articles", "crossref", output=file)

    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [
        ("journal.xml", "before")
    ]


@pytest.mark.parametrize(
    ("format", "options", "message"),
    [
        ("word", {}, "Unknown format: word. Available: "),
        ("record", {"doi": "10.5555/none"}, "No published article has the DOI 10.5555/none."),
        ("record", {"doi": "none"}, "“none” is not a DOI"),
        ("record", {"issue": 7}, "Issue not found: 7."),
        ("record", {"journal": "none"}, "Journal not found: none."),
        ("ris", {"language": "de"}, "Unknown language: “de”. Use one of these: kk, ru, en, all."),
        ("record", {"language": ""}, "Unknown language: “”. Use one of these: kk, ru, en, all."),
        ("record", {}, "No published articles selected."),
        ("record", {"doi": "10.5555/1", "output": Path("/none/x")}, "Folder not found: /none"),
    ],
)
def test_an_error_names_what_cannot_be_exported(format, options, message):
    journal = a_journal()
    if "output" in options:
        a_public_article(journal, doi="10.5555/1")
    an_article(journal, doi="10.5555/draft")

    with pytest.raises(CommandError) as error:
        call_command("export_articles", format, **options)

    assert message in str(error.value)


@pytest.mark.parametrize(
    ("language", "entries", "summary"),
    [
        (None, ["kk", "ru"], "Articles written: 2."),
        ("kk", ["kk", "kk"], "Articles written: 2."),
        ("all", ["kk", "ru", "en", "ru", "kk"], "Articles written: 2."),
        (
            "en",
            ["en", "ru"],
            "Articles written: 2. Without a title in this language, so in their own: 1.",
        ),
    ],
)
def test_entries_are_in_the_language_that_is_asked_for(
    tmp_path, capsys, language, entries, summary
):
    journal = a_journal()
    a_public_article(journal, doi="10.5555/1")
    a_public_article(journal, doi="10.5555/2", language="ru", title=text(kk="Дала", ru="Степь"))
    file = tmp_path / "journal.ris"

    call_command("export_articles", "ris", language=language, output=file)

    lines = file.read_text("utf-8").splitlines()
    assert [line[6:] for line in lines if line.startswith("LA")] == entries
    assert capsys.readouterr().err.strip() == summary


def test_a_format_with_all_languages_is_written_as_without_one(tmp_path, capsys):
    a_public_article(a_journal(), title=text(ru="Степь"))
    files = [tmp_path / "with.json", tmp_path / "without.json"]

    call_command("export_articles", "record", language="en", output=files[0])
    call_command("export_articles", "record", output=files[1])

    assert files[0].read_bytes() == files[1].read_bytes()
    assert capsys.readouterr().err.splitlines() == ["Articles written: 1."] * 2


def test_an_issue_goes_to_a_package(tmp_path, capsys):
    journal = a_depositing_journal(elibrary_id="99999")
    issue = an_issue(journal)
    a_public_article(journal, issue_id=issue.pk)
    file = tmp_path / "issue.zip"

    call_command("export_articles", "rinc-zip", issue=issue.pk, output=file)

    assert ZipFile(file).namelist() == ["steppe-science-2024-1.xml"]
    assert capsys.readouterr().err.strip() == (
        "The package of the issue Steppe Science, 2024, № 1 has been written."
    )


def test_a_blocked_package_leaves_no_file(tmp_path):
    journal = a_depositing_journal()
    issue = an_issue(journal)
    a_public_article(journal, issue_id=issue.pk)

    with pytest.raises(CommandError, match=r"journal\.elibrary_id: eLIBRARY identifies a journal"):
        call_command("export_articles", "rinc-zip", issue=issue.pk, output=tmp_path / "a.zip")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "options",
    [{}, {"issue": 0}, {"journal": "steppe-science"}, {"issue": 1, "language": "kk"}],
)
def test_a_package_needs_exactly_one_issue(options):
    with pytest.raises(CommandError, match="A package contains one issue"):
        call_command("export_articles", "rinc-zip", **options)


def test_a_missing_folder_is_named(tmp_path):
    a_public_article(a_depositing_journal())

    with pytest.raises(CommandError) as refused:
        call_command("export_articles", "ris", output=tmp_path / "away" / "a.ris")

    assert str(refused.value) == (
        f"Folder not found: {tmp_path / 'away'}. Create it, or choose another."
    )


def test_a_folder_as_output_is_refused(tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("export_articles", "ris", output=tmp_path)

    assert str(refused.value) == f"{tmp_path} is a folder. Give the name of a file."


def test_an_error_names_the_output_and_not_its_temporary_file(tmp_path, monkeypatch):
    a_public_article(a_depositing_journal())

    def refuse(*_arguments, **_named):
        raise OSError(28, "No space left on device", "/somewhere/.a.ris.x7z")

    monkeypatch.setattr("tempfile.mkstemp", refuse)

    with pytest.raises(CommandError) as refused:
        call_command("export_articles", "ris", output=tmp_path / "a.ris")

    assert str(refused.value) == (
        f"{tmp_path / 'a.ris'} cannot be written: No space left on device."
    )


def test_the_help_explains_an_export_without_filters(capsys):
    with pytest.raises(SystemExit):
        call_command("export_articles", "--help")

    assert "every public article of every journal" in " ".join(capsys.readouterr().out.split())
