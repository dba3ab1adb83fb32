"""Exports of OJS 2, in which an article holds its files and its section holds the article."""

from __future__ import annotations

import base64
from datetime import date

from articles.records.names import Name

from .exports import PDF, read

PNG = b"\x89PNG\r\n\x1a\n"


def embedded(name, content):
    text = base64.b64encode(content).decode()
    return f'<embed filename="{name}" encoding="base64" mime_type="x/y">{text}</embed>'


ARTICLE = f"""<article locale="ru_RU" language="en"><id type="internal">71</id>
<id type="doi">10.5555/71</id><title locale="ru_RU">Рынок труда</title>
<title locale="en_US">Labour market</title>
<abstract locale="ru_RU">&lt;p&gt;О рынке.&lt;/p&gt;</abstract>
<indexing><discipline locale="ru_RU">Экономика</discipline>
<subject_class locale="ru_RU">УДК 331</subject_class>
<subject locale="ru_RU">рынок труда; занятость</subject>
<coverage><geographical locale="ru_RU">Атырау</geographical></coverage></indexing>
<author primary_contact="true"><firstname>Марат</firstname><middlename>Серикович</middlename>
<lastname>Оспанов</lastname><affiliation locale="ru_RU">Институт</affiliation>
<country>KZ</country><email>a@example.org</email>
<url>http://orcid.org/0000-0000-1423-0019</url></author>
<pages>11-19</pages><date_published>2014-06-30</date_published>
<permissions><license_url>https://creativecommons.org/licenses/by/4.0/</license_url>
<copyright_holder locale="ru_RU">Авторы</copyright_holder>
<copyright_year>2014</copyright_year></permissions>
<galley locale="ru_RU"><label>PDF</label><file>{embedded("a.pdf", PDF)}</file></galley>
<htmlgalley locale="ru_RU"><label>HTML</label><file>{embedded("a.html", b"<html></html>")}</file>
<image>{embedded("1.png", PNG)}</image></htmlgalley>
<supplemental_file type="data_set"><title locale="ru_RU">Данные</title>
<creator locale="ru_RU">Оспанов</creator><file>{embedded("b.pdf", PDF)}</file>
</supplemental_file></article>"""
ISSUE = f"""<!DOCTYPE issues PUBLIC "-//PKP//OJS Articles and Issues XML//EN"
 "http://pkp.sfu.ca/ojs/dtds/2.4.8/native.dtd">
<issues><issue identification="num_vol_year" published="true" current="false">
<id type="internal">7</id><title locale="ru_RU">Весна</title>
<volume>5</volume><number>2</number><year>2014</year>
<cover locale="ru_RU"><image>{embedded("c.png", PNG)}</image><altText>c</altText></cover>
<date_published>2014-06-30</date_published><open_access/>
<section><title locale="ru_RU">Экономика</title><abbrev locale="ru_RU">ЭК</abbrev>
{ARTICLE}</section></issue></issues>"""


def read_issue(tmp_path):
    (issue,) = read(tmp_path, ISSUE)
    return issue


def test_an_issue_of_ojs_2_has_its_numbers_section_and_cover(tmp_path):
    issue = read_issue(tmp_path)

    assert (issue.id, issue.is_published, issue.published_on) == ("7", True, date(2014, 6, 30))
    assert (issue.numbers.label, issue.numbers.title) == ("2014, vol. 5, № 2", {"ru": "Весна"})
    assert [(each.id, each.title) for each in issue.sections] == [("ЭК", {"ru": "Экономика"})]
    assert [cover.file.name for cover in issue.covers] == ["c.png"]


def test_an_article_of_ojs_2_is_read_whole(tmp_path):
    (article,) = read_issue(tmp_path).articles

    record = article.current.record
    (author,) = record.authors
    assert (article.id, article.is_published, article.current.section) == ("71", True, "ЭК")
    assert (record.language, record.doi) == ("ru", "10.5555/71")
    assert record.title == {"ru": "Рынок труда", "en": "Labour market"}
    assert (record.abstract, record.keywords) == (
        {"ru": "О рынке."},
        {"ru": ("рынок труда", "занятость")},
    )
    assert author.names == {"ru": Name("Оспанов", "Марат", "Серикович")}
    assert (author.orcid, author.corresponding) == ("0000-0000-1423-0019", True)
    assert [(each.name, each.country) for each in record.affiliations] == [
        ({"ru": "Институт"}, "KZ")
    ]
    assert (record.first_page, record.last_page) == ("11", "19")
    assert record.published_on == date(2014, 6, 30)
    assert record.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert (record.copyright_holder, record.copyright_year) == ({"ru": "Авторы"}, 2014)


def test_terms_and_facts_of_ojs_2_without_a_place_are_told(tmp_path):
    (article,) = read_issue(tmp_path).articles

    assert [(term.vocabulary, term.text) for term in article.current.terms] == [
        ("subjects", "УДК 331"),
        ("disciplines", "Экономика"),
        ("coverage", "Атырау"),
    ]
    assert [(each.kind, each.field, each.text) for each in article.current.remarks] == [
        ("no_place", "supplemental_file", "<creator>Оспанов</creator>")
    ]


def test_galleys_of_ojs_2_have_their_files(tmp_path):
    (article,) = read_issue(tmp_path).articles

    galleys = [
        (each.label, each.language, each.file.name, each.file.is_supplement)
        for each in article.current.galleys
    ]
    assert galleys == [
        ("PDF", "ru", "a.pdf", False),
        ("HTML", "ru", "a.html", False),
        ("Данные", "ru", "b.pdf", True),
    ]
    pdf, html, data = article.current.galleys
    assert (pdf.file.content.size, data.file.content.size) == (len(PDF), len(PDF))
    assert [each.name for each in html.dependent_files] == ["1.png"]


def test_an_article_exported_alone_from_ojs_2_is_read(tmp_path):
    (issue,) = read(tmp_path, ARTICLE)

    assert issue.articles[0].title == {"ru": "Рынок труда", "en": "Labour market"}
    assert issue.articles[0].is_published
