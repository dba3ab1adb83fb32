"""Highwire and Dublin Core tags: once, in the language of the full text."""

import re
from html import unescape

from hypothesis import given, settings

from articles.exports import highwire
from articles.records.cleaning import FORBIDDEN
from tests.exports.articles import a_full_record, the_real_article
from tests.exports.schemas import BESIDE, needs_shared
from tests.exports.strategies import public_records
from tests.factories import a_public_record
from tests.goldens import golden

META = re.compile(r'<meta name="(citation_[a-z_]+)" content="([^"]*)">')


def contents(record, name):
    return [content for tag, content in highwire.tags(record) if tag == name]


def test_the_tags_equal_the_golden_file():
    tags = [*highwire.tags(a_full_record()), *highwire.dublin_core(a_full_record())]
    written = "".join(f"{name}: {content}\n" for name, content in tags).encode()

    assert written == golden("meta-tags.txt", written)


def test_there_is_one_title_in_the_language_of_the_full_text():
    assert contents(a_public_record(language="ru"), "citation_title") == ["Растения степи"]
    assert contents(a_public_record(language="en"), "citation_title") == ["Plants of the steppe"]


def test_an_authors_institutions_follow_the_author():
    tags = [tag for tag in highwire.tags(a_full_record()) if tag[0].startswith("citation_author")]

    assert tags == [
        ("citation_author", "Төлегенова, Ұлжан Сейітқызы"),
        ("citation_author_institution", "Дала университеті"),
        ("citation_author_institution", "Институт воды & газа"),
        ("citation_author_orcid", "https://orcid.org/0000-0000-1423-0019"),
        ("citation_author", "Сарыарқа"),
        ("citation_author_institution", "Институт воды & газа"),
        ("citation_author", "«Дала» тобы"),
    ]


def test_dates_have_slashes_and_the_pdf_is_absolute():
    record = a_full_record()

    assert contents(record, "citation_publication_date") == ["2024/03/29"]
    assert contents(record, "citation_pdf_url") == [
        "https://journal.example.org/kk/articles/1/files/11/%D0%BC%D0%B0%D2%9B%D0%B0%D0%BB%D0%B0.pdf"
    ]


def test_the_doi_is_an_address_in_dublin_core():
    tags = list(highwire.dublin_core(a_public_record()))

    assert ("DC.identifier", "https://doi.org/10.5555/0000-0000/2024-1-1") in tags
    assert ("DCTERMS.alternative", "Растения степи") in tags


@needs_shared
def test_the_real_article_has_the_tags_of_the_worked_example():
    example = (BESIDE / "examples" / "highwire.html").read_text()
    elsewhere = {"citation_pdf_url", "citation_abstract_html_url", "citation_journal_title",
                 "citation_publisher", "citation_publication_date",
                 "citation_online_date"}  # fmt: skip

    def comparable(tags):
        return [tag for tag in tags if tag[0] not in elsewhere]

    def short(name, content):
        """The manuscript has initials and its addresses; the example full names and none."""
        is_author = name.startswith("citation_author")
        return name, content.partition(",")[0] if is_author else content

    expected = comparable(short(name, unescape(content)) for name, content in META.findall(example))
    tags = comparable(short(*tag) for tag in highwire.tags(the_real_article()))

    assert sorted(tags) == sorted(expected)


@settings(max_examples=40, deadline=None)
@given(record=public_records())
def test_any_record_gives_full_one_line_tags_and_one_title_at_most(record):
    tags = [*highwire.tags(record), *highwire.dublin_core(record)]

    assert all(content.strip() and "\n" not in content for _name, content in tags)
    assert not any(FORBIDDEN.search(content) for _name, content in tags)
    assert len(contents(record, "citation_title")) <= 1
