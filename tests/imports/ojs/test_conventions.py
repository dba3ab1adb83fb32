"""What the exports of other journals have, each convention as it was found."""

from __future__ import annotations

import base64
import zipfile

import pytest

from articles.imports import Unreadable
from articles.imports.issue_numbers import numbers_in_title, split_number
from articles.imports.ojs import read_issues, sources_in
from articles.records.names import Name

from .exports import (
    PDF,
    a_galley,
    a_publication,
    a_submission_file,
    an_article,
    an_author,
    an_issue,
    read,
    read_article,
    write,
)


def remarks_of(article):
    return [(each.kind, each.field, each.text) for each in article.current.remarks]


def test_an_article_without_a_title_in_its_language_is_in_that_of_its_title(tmp_path):
    article = read_article(tmp_path, an_article(locale="kk_KZ"))

    assert article.current.record.language == "en"
    assert remarks_of(article) == [("other_language", "language", "kk_KZ")]


@pytest.mark.parametrize(("title", "language"), [("О соли", "ru"), ("On salt", "en")])
def test_an_article_without_any_locale_is_in_the_language_of_its_letters(tmp_path, title, language):
    version = a_publication(title=title).replace('title locale="en"', "title")

    article = read_article(tmp_path, an_article(version, locale=""))

    assert (article.title, article.current.record.language) == ({language: title}, language)
    assert remarks_of(article) == []


def test_a_status_may_be_a_word(tmp_path):
    article = read_article(
        tmp_path, an_article(a_publication(status="published"), status="published")
    )

    assert article.is_published


def test_the_current_version_that_is_not_named_is_the_newest_published_one(tmp_path):
    versions = "".join(
        a_publication(id=id, version=version, title=title, status=status)
        for id, version, title, status in (
            ("102", "2", "Second", "3"),
            ("101", "1", "First", "3"),
            ("103", "3", "Draft", "1"),
        )
    )

    article = read_article(tmp_path, an_article(versions, current_publication_id=""))

    assert article.current.record.title == {"en": "Second"}


def test_what_is_not_read_of_an_author_is_told(tmp_path):
    more = "<preferred_public_name>Anna K.</preferred_public_name>"
    nameless = "<rorAffiliation><ror>https://ror.org/042nb2s44</ror></rorAffiliation>"

    article = read_article(
        tmp_path, an_article(a_publication(authors=an_author(more=more + nameless)))
    )

    assert remarks_of(article) == [
        ("no_place", "authors[1].preferred_public_name", "Anna K."),
        ("no_place", "authors[1].ror", "https://ror.org/042nb2s44"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("Пётр Ильич", "Сомов", {"ru": Name("Сомов", "Пётр", "Ильич")}),
        ("John", "Smith", {"en": Name("Smith", "John")}),
    ],
)
def test_a_name_without_a_locale_is_in_the_language_of_its_letters(tmp_path, first, last, names):
    author = f'<author user_group_ref="Автор"><firstname>{first}</firstname><lastname>{last}</lastname></author>'  # noqa: E501
    version = a_publication(authors=author).replace('title locale="en"', 'title locale="ru"')

    article = read_article(tmp_path, an_article(version, locale="ru"))

    assert article.current.record.authors[0].names == names


@pytest.mark.parametrize(
    ("doi", "read_doi"),
    [
        ("doi.org/10.5555/a", "10.5555/a"),
        ("10.5555/\u200ba", "10.5555/a"),
        ("http://dx.doi.org/10.5555/(SICI)1(2020)1:1&lt;1::AID-X&gt;3.0.CO;2-#",
         "10.5555/(SICI)1(2020)1:1<1::AID-X>3.0.CO;2-#"),
    ],
)  # fmt: skip
def test_a_doi_is_read_in_every_form(tmp_path, doi, read_doi):
    version = a_publication(f'<id type="doi">{doi}</id>')

    assert read_article(tmp_path, an_article(version)).current.record.doi == read_doi


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("№ 4, часть 2", ("4", "", "2")),
        ("3 (45), ч. 1", ("3", "45", "1")),
        ("4 (2-бөлім)", ("4", "", "2")),
        ("1-2", ("1-2", "", "")),
        ("Часть 2", ("Часть 2", "", "")),
    ],
)
def test_the_number_of_an_issue_may_have_a_part(written, number):
    assert split_number(written) == number


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("2019 №3 (45)", (2019, "", "3 (45)")),
        ("Том 5, № 2 (2019)", (2019, "5", "2")),
        ("Vol. XIV No. 1-2", (None, "XIV", "1-2")),
        ("Весенний выпуск", (None, "", "")),
    ],
)
def test_the_title_of_an_issue_may_have_its_numbers(title, numbers):
    assert numbers_in_title(title) == numbers


def test_a_volume_of_0_is_none(tmp_path):
    xml = an_issue(an_article()).replace("<volume>3</volume>", "<volume>0</volume>")

    assert read(tmp_path, xml)[0].numbers.volume == ""


def test_a_path_of_windows_is_a_path(tmp_path):
    (tmp_path / "pdf").mkdir()
    (tmp_path / "pdf" / "a.pdf").write_bytes(PDF)
    file = a_submission_file(contents='<href src="pdf\\a.pdf"/>')

    article = read_article(tmp_path, an_article(a_publication(a_galley()), file))

    assert article.current.galleys[0].file.content.problem == ""


def test_what_macos_leaves_in_an_archive_is_no_export(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("issues/export.xml", an_issue(an_article()))
        archive.writestr("__MACOSX/issues/._export.xml", b"\x00\x05\x16\x07")
        archive.writestr("issues/.draft.xml", "<issues")

    assert [str(each.place) for each in sources_in([path])] == ["a.zip: issues/export.xml"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_an_export_is_read_in_its_encoding(tmp_path, encoding):
    named = "utf-8" if encoding == "utf-8-sig" else encoding
    version = a_publication(title="О соли").replace('title locale="en"', 'title locale="ru"')
    xml = f'<?xml version="1.0" encoding="{named}"?>{an_issue(an_article(version, locale="ru"))}'

    (source,) = sources_in([write(tmp_path, xml.encode(encoding))])
    (issue,) = read_issues(source)

    assert issue.articles[0].title == {"ru": "О соли"}


def test_characters_that_xml_forbids_do_not_stop_the_import(tmp_path):
    version = a_publication(title="On&#11;salt\x02 and water")

    assert read_article(tmp_path, an_article(version)).title == {"en": "On salt and water"}


@pytest.mark.parametrize(
    ("given", "family", "name"),
    [
        (".", "Петров И.И.", Name("Петров И.И.")),
        ("-", "Akhmetov", Name("Akhmetov")),
        ("Anna", "–", Name("Anna")),
    ],
)
def test_a_point_in_place_of_a_name_is_none(tmp_path, given, family, name):
    version = a_publication(authors=an_author(given, family))

    (author,) = read_article(tmp_path, an_article(version)).current.record.authors

    assert author.names == {"en": name}


def test_identifiers_of_other_kinds_are_told(tmp_path):
    version = a_publication('<id type="other::urn">urn:nbn:de:0000-1</id>')

    assert remarks_of(read_article(tmp_path, an_article(version))) == [
        ("no_place", "id", "urn: urn:nbn:de:0000-1")
    ]


def test_the_address_of_ones_own_page_at_orcid_is_an_orcid(tmp_path):
    more = "<orcid>https://orcid.org/my-orcid?orcid=0000-0000-1423-0019</orcid>"
    version = a_publication(authors=an_author(more=more))

    (author,) = read_article(tmp_path, an_article(version)).current.record.authors

    assert author.orcid == "0000-0000-1423-0019"


def test_what_a_browser_puts_before_the_name_of_a_file_is_no_path(tmp_path):
    file = a_submission_file(name="C:\\fakepath\\статья.pdf")

    article = read_article(tmp_path, an_article(a_publication(a_galley()), file))

    assert article.current.galleys[0].file.name == "статья.pdf"


def test_a_file_may_begin_as_an_address_of_data(tmp_path):
    text = base64.b64encode(PDF).decode()
    contents = f'<embed encoding="base64">data:application/pdf;base64,{text}</embed>'

    article = read_article(
        tmp_path, an_article(a_publication(a_galley()), a_submission_file(contents=contents))
    )

    assert article.current.galleys[0].file.content.size == len(PDF)


def test_an_archive_that_is_no_zip_says_what_to_do(tmp_path):
    with pytest.raises(Unreadable) as refusal:
        read(tmp_path, b"\x1f\x8b\x08\x00")

    assert str(refusal.value) == (
        "This is an archive, but no ZIP. Unpack it, and upload its files or a ZIP of them."
    )
