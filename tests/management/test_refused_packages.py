"""Packages of a journal that cannot be taken, or not all of them, are refused with the place."""

import zipfile

import msgspec
import pytest
from django.core.management import call_command

from articles.models import Article, Issue, Journal
from tests.factories import a_galley, a_journal, a_public_article
from tests.management.journal_packages import PDF, forget_articles, zip_of
from tests.management.test_import_articles import run

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"slug": "admin"}, "“admin” is an address of the site itself; choose another."),
        ({"issues": [{"year": 9}]}, "issues[1]: year: "),
        ({"issues": [{"year": 2020, "cover": "../a.png"}]}, "../a.png is not in the package."),
        ({"issn_print": "1234-5678"}, "issn_print"),
        (
            {"board": [{"members": [{"name": {"en": "A"}, "orcid": "1"}]}]},
            "board[1].members[1]: orcid",
        ),
        (
            {"board": [{"members": [{"name": {"en": "A"}, "picture": "pictures/a.png"}]}]},
            "pictures/a.png is not in the package.",
        ),
        (
            {"indexed_in": [{"name": {"en": "A"}, "logo": "journal.json"}]},
            "“journal.json” is not a picture.",
        ),
        ({"contacts": {"phones": "<b>"}}, "contacts: phones: Only digits"),
        (
            {"mail_texts": [{"kind": "proof", "body": {"ru": "{link} {linc}: 100%"}}]},
            "mail_texts[1]: body (ru): “{linc}” is no placeholder of this e-mail. Possible: "
            "{journal}, {author}, {link}, {day}.",
        ),
        (
            {"mail_texts": [{"kind": "proof", "body": {"ru": "{author}!"}}]},
            "mail_texts[1]: body (ru): {link} is missing: the author's own link to the proof.",
        ),
        (
            {"mail_texts": [{"kind": "password_reset", "subject": {"ru": "{x}"}}]},
            "mail_texts[1]: kind: The text of this e-mail is not a journal's.",
        ),
    ],
)
def test_a_description_that_cannot_be_stored_is_refused_with_its_place(tmp_path, changes, message):
    described = {"schema": "journal/1", "slug": "lake", "name": {"en": "Lake"}, **changes}
    archive = zip_of(tmp_path, **{"journal.json": msgspec.json.encode(described)})

    _out, (error,), _failure = run(archive, "--publish")

    assert message in error
    assert not Journal.objects.exists()
    assert not Issue.objects.exists()


def test_a_file_that_was_changed_in_the_archive_is_refused_and_the_others_come(tmp_path):
    journal = a_journal()
    for number in (1, 2):
        a_public_article(journal, doi=f"10.5555/{number}", galleys=(a_galley(PDF),))
    archive, changed = tmp_path / "journal.zip", tmp_path / "changed.zip"
    call_command("export_articles", "journal-zip", journal=journal.slug, output=archive)
    forget_articles()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"%PDF-other" if name == "00001/a.pdf" else old.read(name))

    _out, err, failure = run(changed)

    assert err == [
        f"{changed}/00001/record.json: galleys[1]: The file a.pdf does not match its description: "
        "its checksum or size is different."
    ]
    assert failure == "Files rejected: 1 of 1. Nothing was saved from them."
    assert [article.doi for article in Article.objects.all()] == ["10.5555/2"]
