"""Broken and hostile exports: each is refused at its place, or its file is not used."""

from __future__ import annotations

import zipfile

import pytest

from articles.imports import Unreadable
from articles.imports.ojs import contents, parsing, read_issues, sources_in
from tests.imports.ojs.exports import (
    PDF,
    a_galley,
    a_publication,
    a_submission_file,
    an_article,
    an_issue,
    issues,
    read,
    write,
)


def file_of(tmp_path, **attributes):
    article = an_article(a_publication(a_galley()), a_submission_file(**attributes))
    (issue,) = read(tmp_path, an_issue(article))
    return issue.articles[0].current.galleys[0].file


def test_half_a_file_gives_the_issues_before_and_the_place_where_it_ends(tmp_path):
    whole = issues(an_issue(an_article()), an_issue(an_article(), id="10"))
    (source,) = sources_in([write(tmp_path, whole[: whole.rindex("<publication")])])
    read_so_far = []

    with pytest.raises(Unreadable) as refusal:
        read_so_far.extend(issue.id for issue in read_issues(source))

    assert read_so_far == ["9"]
    assert str(refusal.value) == (
        "line 13, column 1: The file ends too early: it is incomplete. Export or upload it again."
    )


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ("", "line 1, column 1: The file ends too early: it is incomplete. "
             "Export or upload it again."),
        ("<issues><issue></issues>", "line 1, column 18: This is not well-formed XML. "
         "Export the file again; if it was changed by hand, correct this place."),
        ("<issues/><br />", "line 1, column 10: More text follows after the end of the export. "
         "What stands before it was read; delete the rest, or put it in a file of its own."),
        (b'<?xml version="1.0" encoding="utf-8"?><issues>\xd1\xe8</issues>',
         "line 1, column 47: The letters are not in the encoding that the first line of the file "
         "names. Export the file again, or save it as UTF-8."),
        ("<rss/>", "line 1, column 1: This is not an export of OJS: its first element is “rss”. "
                   "Export issues in OJS under Tools, Import/Export, Native XML."),
        ("<PKPUsers/>", "line 1, column 1: This is OJS's export of users. Accounts do not come: "
                       "leave this file out."),
        ('<!DOCTYPE issues [<!ENTITY a "b">]><issues/>', "line 1, column 30: "
         "The file uses XML entities. Save it again with ordinary characters."),
        ("<issues>&nbsp;</issues>", "line 1, column 9: "
         "The file uses XML entities. Save it again with ordinary characters."),
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_at_its_place(tmp_path, xml, message):
    with pytest.raises(Unreadable) as refusal:
        read(tmp_path, xml)

    assert str(refusal.value) == message


def test_elements_without_end_are_refused(tmp_path):
    with pytest.raises(Unreadable) as refusal:
        read(tmp_path, "<issues>" + "<a>" * 100)

    assert refusal.value.message == "The XML is nested too deeply."


def test_texts_without_end_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(parsing, "TEXT_MOST", 1_000)

    with pytest.raises(Unreadable) as refusal:
        read(tmp_path, an_issue(an_article(a_publication(title="salt " * 500))))

    assert refusal.value.message == "The texts of one article are larger than 16 MB."


def test_a_tag_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(parsing, "STALLED_BYTES", 2**17)

    with pytest.raises(Unreadable) as refusal:
        read(tmp_path, f"<issues><issue a='{'x' * 2**19}'/></issues>")

    assert refusal.value.message == "One tag or comment is larger than 16 MB."


@pytest.mark.parametrize(
    ("attributes", "problem"),
    [
        ({"filesize": "5"}, "other_size"),
        ({"contents": '<embed encoding="base64">%%%</embed>'}, "not_base64"),
        ({"contents": '<embed encoding="base64">QQ==QQ==</embed>'}, "not_base64"),
        ({"contents": '<embed encoding="base64"></embed>'}, "missing"),
        ({"contents": '<href src="http://example.org/a.pdf"/>'}, "address"),
        ({"contents": '<href src="//example.org/a.pdf"/>'}, "address"),
        ({"contents": '<href src="file:///etc/passwd"/>'}, "address"),
        ({"contents": '<href src="../../etc/passwd"/>'}, "outside"),
        ({"contents": '<href src="a/%2e%2e/%2e%2e/passwd"/>'}, "outside"),
        ({"contents": '<href src="/etc/passwd"/>'}, "outside"),
        ({"contents": '<href src="journals/2/a.pdf"/>'}, "missing"),
        ({}, ""),
    ],
)
def test_a_file_tells_what_is_wrong_with_it(tmp_path, attributes, problem):
    assert file_of(tmp_path, **attributes).content.problem == problem


def test_a_file_that_is_too_large_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.imports.ojs.embedded_files.MOST_BYTES", 20)

    assert file_of(tmp_path).content == contents.Content(problem="too_large")


def test_a_link_does_not_lead_out_of_the_folder_of_files(tmp_path):
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(PDF)
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "a.pdf").symlink_to(secret)

    file = file_of(folder, contents='<href src="a.pdf"/>')

    assert file.content.problem == "missing"


def test_files_lie_beside_the_export_in_a_folder_or_in_its_zip(tmp_path):
    article = an_article(
        a_publication(a_galley()), a_submission_file(contents='<href src="journals/2/a.pdf"/>')
    )
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("moved/issue.xml", an_issue(article))
        opened.writestr("moved/files_dir/journals/2/a.pdf", PDF)

    (source,) = sources_in([archive])
    (issue,) = read_issues(source)

    content = issue.articles[0].current.galleys[0].file.content
    assert (content.size, content.problem) == (len(PDF), "")
    with content.place.open() as stream:
        assert stream.read() == PDF


def test_a_zip_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.imports.ojs.sources.RATIO_FROM", 1_000)
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a.xml", " " * 1_000_000)

    with pytest.raises(Unreadable) as refusal:
        list(sources_in([archive]))

    assert str(refusal.value).startswith("a.xml unpacks to ")


def test_embedded_files_are_written_one_issue_at_a_time(tmp_path):
    article = an_article(a_publication(a_galley()), a_submission_file())
    xml = issues(an_issue(article), an_issue(article, id="10"))
    (source,) = sources_in([write(tmp_path, xml)])
    spool = tmp_path / "spool"
    spool.mkdir()

    counts = [len(list(spool.iterdir())) for _issue in read_issues(source, folder=spool)]

    assert counts == [2, 1]  # both were inside one piece of the stream
    assert list(spool.iterdir()) == []
