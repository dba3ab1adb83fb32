"""Shapes of OJS's XML, and of the looser files of other programs, on small invented exports."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from articles.imports.ojs import Locales, is_export
from articles.records.names import Name
from articles.records.record import Affiliation
from tests.imports.ojs.exports import (
    NAMESPACE,
    PDF,
    a_galley,
    a_publication,
    a_submission_file,
    an_article,
    an_author,
    an_issue,
    embedded,
    issues,
    read,
    read_article,
)


def test_an_issue_of_its_own_and_a_list_of_issues_are_read_alike(tmp_path):
    alone = read(tmp_path, an_issue(an_article()))
    listed = read(tmp_path, issues(an_issue(an_article())))

    assert [issue.numbers for issue in alone] == [issue.numbers for issue in listed]
    assert alone[0].numbers.label == "2020, vol. 3, № 1"
    assert alone[0].articles[0].id == "12"


def test_the_article_of_ojs_3_1_is_its_own_version(tmp_path):
    xml = f"""<article {NAMESPACE} locale="ru_RU" stage="production" date_published="2018-12-25"
 date_submitted="2018-09-03" section_ref="ЕСТ" seq="1"><id type="internal">402</id>
<id type="public">name-402</id><id type="doi">10.5555/402</id>
<title locale="ru_RU">О соли</title><keywords locale="ru_RU"><keyword>соль</keyword></keywords>
<authors><author primary_contact="true" user_group_ref="Автор">
<givenname locale="ru_RU">Анна Ивановна</givenname><familyname locale="ru_RU">Ким</familyname>
<email>a@example.org</email></author></authors>
<submission_file id="8" stage="proof">
<revision number="2" filesize="{len(PDF)}" filename="b.pdf">{embedded(PDF)}</revision>
<revision number="1" filesize="3" filename="a.pdf">{embedded(b"old")}</revision></submission_file>
<article_galley><id type="internal">3</id><name locale="ru_RU">PDF (Рус)</name><seq>0</seq>
<submission_file_ref id="8" revision="2"/></article_galley>
<issue_identification><year>2018</year><number>4 (76)</number></issue_identification>
<pages>5-14</pages></article>"""

    (issue,) = read(tmp_path, xml)

    article = issue.articles[0]
    record = article.current.record
    assert (article.is_published, article.current.public_id) == (True, "name-402")
    assert (record.language, record.title, record.doi) == ("ru", {"ru": "О соли"}, "10.5555/402")
    assert record.authors[0].names == {"ru": Name("Ким", "Анна", "Ивановна")}
    assert record.authors[0].corresponding
    assert (record.received_on, record.published_on) == (date(2018, 9, 3), date(2018, 12, 25))
    galley = article.current.galleys[0]
    assert (galley.language, galley.file.name) == ("ru", "b.pdf")
    assert galley.file.content.checksum == hashlib.sha256(PDF).hexdigest()
    assert (issue.numbers.number, issue.numbers.through_number) == ("4", "76")


def test_the_version_that_ojs_shows_is_the_current_one_and_not_the_last(tmp_path):
    versions = a_publication(id="100") + a_publication(id="101", title="A draft", status="1")

    article = read_article(tmp_path, an_article(versions))

    assert article.current.record.title == {"en": "On salt"}
    assert [version.is_published for version in article.other_versions] == [False]


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ({"status": "1"}, "in_work"),
        ({"status": "4"}, "declined"),
        ({"status": "5"}, "scheduled"),
    ],
)
def test_what_was_not_published_says_why(tmp_path, attributes, reason):
    article = read_article(tmp_path, an_article(**attributes))

    assert (article.is_published, article.why_not) == (False, reason)


def test_a_file_of_another_program_without_any_status_is_published_by_its_issue(tmp_path):
    version = a_publication(status="", date_published="")
    xml = an_issue(an_article(version, status="")).replace(' published="1"', "")

    (issue,) = read(tmp_path, xml)

    assert issue.is_published
    assert issue.articles[0].is_published


@pytest.mark.parametrize("locale", ["kk", "kk_KZ", "kk-KZ", "kz", "kz_KZ", "kk@cyrillic"])
def test_kazakh_is_known_by_each_of_its_locales(tmp_path, locale):
    version = a_publication().replace('locale="en"', f'locale="{locale}"')

    article = read_article(tmp_path, an_article(version, locale=locale))

    assert article.current.record.language == "kk"
    assert article.current.record.title == {"kk": "On salt"}


def test_a_text_in_another_language_is_left_out_and_noted(tmp_path):
    version = a_publication('<abstract locale="de_DE">Salz</abstract>')

    article = read_article(tmp_path, an_article(version))

    assert article.current.record.abstract == {}
    assert [(each.kind, each.field, each.text) for each in article.current.remarks] == [
        ("unknown_locale", "abstract", "de_DE: Salz")
    ]


def test_a_locale_is_read_as_it_was_decided(tmp_path):
    version = a_publication('<abstract locale="xx">Salt</abstract>')

    (issue,) = read(tmp_path, an_issue(an_article(version)), Locales({"xx": "en"}))

    assert issue.articles[0].current.record.abstract == {"en": "Salt"}


def test_affiliations_of_ojs_3_5_are_several_and_shared(tmp_path):
    ror = "https://ror.org/0zzzzzz02"
    both = """<rorAffiliation><ror>%s</ror><name locale="en">Steppe University</name>
</rorAffiliation><affiliation><name locale="en">Salt Institute</name></affiliation>
<country>KZ</country>"""
    second = """<affiliation><name locale="en">Salt Institute</name></affiliation>
<country>KZ</country>"""
    authors = an_author(more=both % ror) + an_author("Olga", "Li", more=second, seq="1", id="6")

    record = read_article(tmp_path, an_article(a_publication(authors=authors))).current.record

    assert record.affiliations == (
        Affiliation(name={"en": "Steppe University"}, ror=ror, country="KZ"),
        Affiliation(name={"en": "Salt Institute"}, country="KZ"),
    )
    assert [author.marks for author in record.authors] == [(1, 2), (2,)]


def test_authors_are_in_the_order_of_their_numbers(tmp_path):
    authors = an_author("B", "Second", seq="1", id="6") + an_author("A", "First", seq="0")

    record = read_article(tmp_path, an_article(a_publication(authors=authors))).current.record

    assert [author.names["en"].family for author in record.authors] == ["First", "Second"]


@pytest.mark.parametrize("keyword", ["salt", "<name>salt</name>"])
def test_keywords_are_texts_or_names(tmp_path, keyword):
    inside = f'<keywords locale="en"><keyword>{keyword}</keyword></keywords>'

    record = read_article(tmp_path, an_article(a_publication(inside))).current.record

    assert record.keywords == {"en": ("salt",)}


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<subtitle locale='en'>first data</subtitle>", "On salt: first data"),
        ("<prefix locale='en'>On</prefix>", "On salt"),
        ("<prefix locale='en'>More</prefix>", "More On salt"),
    ],
)
def test_a_title_has_its_prefix_once_and_its_subtitle(tmp_path, inside, title):
    record = read_article(tmp_path, an_article(a_publication(inside))).current.record

    assert record.title == {"en": title}


def test_titles_keep_four_marks_and_lose_entities(tmp_path):
    typed = "CO&lt;sub&gt;2&lt;/sub&gt; &amp;amp; &lt;u&gt;ice&lt;/u&gt; at p &amp;lt; 5"

    version = read_article(tmp_path, an_article(a_publication(title=typed))).current

    assert version.record.title == {"en": "CO<sub>2</sub> & ice at p < 5"}
    assert [remark.kind for remark in version.remarks] == ["markup"]


def test_an_abstract_is_a_line_for_each_paragraph(tmp_path):
    html = "<p><strong>Aim:</strong>&nbsp;10<sup>3</sup></p>\r\n<ul><li>one</li><li>two</li></ul>"
    inside = f'<abstract locale="en"><![CDATA[{html}]]></abstract>'

    record = read_article(tmp_path, an_article(a_publication(inside))).current.record

    assert record.abstract == {"en": "<b>Aim:</b> 10<sup>3</sup>\none\ntwo"}


def test_a_reference_list_pasted_into_one_citation_is_split(tmp_path):
    inside = "<citations><citation>1. A book. 2001.\n2. A paper. 2002.</citation></citations>"

    record = read_article(tmp_path, an_article(a_publication(inside))).current.record

    assert [reference.text for reference in record.references] == [
        "A book. 2001.",
        "A paper. 2002.",
    ]


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("5-14", ("5", "14", (), "")),
        ("12–15, 18", ("12", "15", ("18",), "")),
        ("9", ("9", "", (), "")),
        ("e7", ("", "", (), "e7")),
        ("pp. unknown!", ("", "", (), "")),
        ("С. 15-18", ("15", "18", (), "")),
        ("pp. 15 – 18, 20", ("15", "18", ("20",), "")),
        ("15—18 б.", ("15", "18", (), "")),
        ("с.7-9", ("7", "9", (), "")),
        ("P12-P15", ("P12", "P15", (), "")),
        ("С5", ("С5", "", (), "")),
        ("Art. 105", ("", "", (), "105")),
    ],
)
def test_pages(tmp_path, typed, pages):
    version = a_publication(f"<pages>{typed}</pages>")

    record = read_article(tmp_path, an_article(version)).current.record

    read_pages = (record.first_page, record.last_page, record.page_ranges, record.article_number)
    assert read_pages == pages


def test_only_what_a_galley_names_is_public(tmp_path):
    files = a_submission_file(6, b"manuscript", "draft.docx", "submission") + a_submission_file(7)

    article = read_article(tmp_path, an_article(a_publication(a_galley()), files))

    assert [galley.file.name for galley in article.current.galleys] == ["a.pdf"]
    assert article.private_file_count == 1


def test_pictures_and_styles_belong_to_the_html_that_they_are_for(tmp_path):
    files = (
        a_submission_file(7, b"<html></html>", "a.html")
        + a_submission_file(8, b"\x89PNG\r\n\x1a\n", "b.png", "dependent", parent="7")
        + a_submission_file(9, b"\x89PNG\r\n\x1a\n", "other.png", "dependent", parent="6")
    )

    article = read_article(tmp_path, an_article(a_publication(a_galley()), files))

    assert [file.name for file in article.current.galleys[0].dependent_files] == ["b.png"]


def test_contents_are_ordered_by_section_and_place(tmp_path):
    sections = """<sections><section ref="B" seq="1"><abbrev locale="en">B</abbrev></section>
<section ref="A" seq="0"><abbrev locale="ru">А</abbrev></section></sections>"""
    members = [
        an_article(a_publication(section_ref="B", seq="1"), id="1"),
        an_article(a_publication(section_ref="А", seq="2"), id="2"),
        an_article(a_publication(section_ref="А", seq="1"), id="3"),
    ]

    (issue,) = read(tmp_path, an_issue(*members, inside=sections))

    assert [article.id for article in issue.articles] == ["3", "2", "1"]


def test_articles_exported_alone_are_grouped_by_the_issue_that_they_name(tmp_path):
    one = "<issue_identification><year>2020</year><number>1</number></issue_identification>"
    two = "<issue_identification><year>2020</year><number>2</number></issue_identification>"
    members = [
        an_article(a_publication(inside), id=str(number))
        for number, inside in enumerate((one, two, one), 1)
    ]

    found = read(tmp_path, f"<articles {NAMESPACE}>{''.join(members)}</articles>")

    assert [[article.id for article in issue.articles] for issue in found] == [["1", "3"], ["2"]]


def test_a_prefixed_namespace_is_read_as_well(tmp_path):
    xml = an_issue(an_article()).replace(NAMESPACE, 'xmlns:p="http://pkp.sfu.ca"')
    xml = xml.replace("</", "</p:").replace("<", "<p:").replace("<p:/p:", "</p:")

    (issue,) = read(tmp_path, xml)

    assert issue.articles[0].current.record.title == {"en": "On salt"}


@pytest.mark.parametrize(
    ("start", "is_one"),
    [
        (f"<issues {NAMESPACE}>", True),
        (f'<?xml version="1.0"?>\n<!-- a --><article locale="en"\n {NAMESPACE}>', True),
        ("\ufeff<articles>", True),
        ('<p:issue xmlns:p="http://pkp.sfu.ca">', True),
        ('<article xmlns:xlink="http://www.w3.org/1999/xlink">', False),  # JATS
        ('<!DOCTYPE article PUBLIC "-//PKP//OJS Articles and Issues XML//EN" '
         '"http://pkp.sfu.ca/ojs/dtds/2.4.8/native.dtd"><article>', True),
        ("<br />\n<b>Notice</b>: Undefined index: x<br />\n<?xml version='1.0'?><issues>", True),
        ("<doi_batch>", False),
        ('{"schema": "record/1"}', False),
    ],
)  # fmt: skip
def test_an_export_is_known_by_its_first_element(start, is_one):
    assert is_export(start.encode()) is is_one


def test_an_article_without_an_identifier_has_the_same_at_each_reading(tmp_path):
    article = an_article().replace('<id type="internal">12</id>', "")

    first, second = read_article(tmp_path, article), read_article(tmp_path, article)

    assert first.id == second.id
    assert first.id.startswith("title-")


@pytest.mark.parametrize("country", ["KZ", "kz", "Kazakhstan", "Казахстан"])
def test_a_country_may_be_its_name(tmp_path, country):
    more = f'<affiliation locale="en">Salt Institute</affiliation><country>{country}</country>'
    version = a_publication(authors=an_author(more=more))

    record = read_article(tmp_path, an_article(version)).current.record

    assert record.affiliations[0].country == "KZ"


def test_html_that_was_escaped_twice_is_read(tmp_path):
    inside = '<abstract locale="en">&amp;lt;p&amp;gt;Salt.&amp;lt;/p&amp;gt;</abstract>'

    record = read_article(tmp_path, an_article(a_publication(inside))).current.record

    assert record.abstract == {"en": "Salt."}


def test_what_no_field_holds_is_noted_by_its_name(tmp_path):
    inside = "<dataAvailability>On request.</dataAvailability><pages>5</pages>"

    version = read_article(tmp_path, an_article(a_publication(inside))).current

    assert [(each.kind, each.field, each.text) for each in version.remarks] == [
        ("no_place", "dataAvailability", "On request.")
    ]


@pytest.mark.parametrize("start", ["", "files_dir/journals/2/", "files/", "journals/"])
def test_files_are_found_where_a_part_of_the_folder_was_copied(tmp_path, start):
    (tmp_path / start).mkdir(parents=True, exist_ok=True)
    for part in ("", "articles/12"):
        (tmp_path / start / part).mkdir(parents=True, exist_ok=True)
    (tmp_path / start / "articles/12/a.pdf").write_bytes(PDF)
    file = a_submission_file(contents='<href src="journals/2/articles/12/a.pdf"/>')
    expected = "missing" if start == "journals/" else ""

    article = read_article(tmp_path, an_article(a_publication(a_galley()), file))

    assert article.current.galleys[0].file.content.problem == expected


def test_a_galley_takes_the_first_of_its_files_that_is_there(tmp_path):
    galley = a_galley().replace(
        "<submission_file_ref", '<submission_file_ref id="99"/><submission_file_ref'
    )

    article = read_article(tmp_path, an_article(a_publication(galley), a_submission_file()))

    assert article.current.galleys[0].file.name == "a.pdf"


def test_a_country_without_an_affiliation_is_kept_for_one_from_the_name(tmp_path):
    version = a_publication(authors=an_author(more="<country>KZ</country>"))

    article = read_article(tmp_path, an_article(version))

    assert article.current.countries == ("KZ",)
    assert article.current.record.affiliations == ()
