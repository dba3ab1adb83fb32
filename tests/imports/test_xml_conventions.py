"""JATS, РИНЦ and Crossref as other programs write them."""

from __future__ import annotations

from datetime import date

from articles import imports

JATS = """<article xml:lang="ru" article-type="research-article"><front><article-meta>
<article-categories>
<subj-group subj-group-type="heading" xml:lang="ru"><subject>Статьи</subject></subj-group>
<subj-group subj-group-type="section-heading" xml:lang="en"><subject>Articles</subject></subj-group>
<subj-group subj-group-type="UDC"><subject>551.48</subject></subj-group>
</article-categories>
<title-group><article-title>О соли</article-title><subtitle>обзор</subtitle>
<trans-title-group xml:lang="en"><trans-title>On salt?</trans-title>
<trans-subtitle>A review</trans-subtitle></trans-title-group></title-group>
</article-meta></front><back><ref-list><ref id="r1"><citation-alternatives>
<mixed-citation xml:lang="ru">Ким А. Соль. 2010.</mixed-citation>
<mixed-citation xml:lang="en">Kim A. Salt. 2010. https://doi.org/10.5555/r</mixed-citation>
</citation-alternatives></ref><ref id="r2"><citation-alternatives>
<mixed-citation xml:lang="ru">Lee B. Water.</mixed-citation>
<mixed-citation xml:lang="en">Lee B. Water.</mixed-citation>
</citation-alternatives></ref></ref-list></back></article>"""
RINC = """<journal><issue><number>1</number><dateUni>2021</dateUni><articles><article>
<pages>С. 15-18</pages><langPubl>RUS</langPubl>
<artTitles><artTitle lang="RUS">О соли</artTitle></artTitles>
<keywords><kwdGroup lang="ANY"><keyword>salt</keyword></kwdGroup>
<kwdGroup lang="RUS"><keyword>соль</keyword></kwdGroup></keywords>
<dates><dateReceived>10.01.2021</dateReceived><dateAccepted>2021-02-01</dateAccepted></dates>
</article></articles></issue></journal>"""
CROSSREF = """<doi_batch xmlns="http://www.crossref.org/schema/5.3.1"><body><journal>
<journal_article language="ru"><titles><title>О соли</title><subtitle>обзор</subtitle></titles>
<doi_data><doi>10.5555/c</doi><resource>https://example.org/1</resource></doi_data>
</journal_article></journal></body></doi_batch>"""


def read(xml):
    (reading,) = imports.read(xml.encode())
    return reading.record


def test_a_title_of_jats_has_its_subtitle_in_each_language():
    assert read(JATS).title == {"ru": "О соли: обзор", "en": "On salt? A review"}


def test_the_section_of_jats_is_its_heading_and_no_code():
    record = read(JATS)

    assert record.section == {"ru": "Статьи", "en": "Articles"}
    assert record.udc == ("551.48",)


def test_the_english_form_of_a_reference_of_jats_is_its_romanized_one():
    first, second = read(JATS).references

    assert (first.text, first.romanized, first.doi) == (
        "Ким А. Соль. 2010.",
        "Kim A. Salt. 2010. https://doi.org/10.5555/r",
        "10.5555/r",
    )
    assert (second.text, second.romanized) == ("Lee B. Water.", "")


def test_keywords_of_rinc_in_any_language_are_in_that_of_their_letters():
    assert read(RINC).keywords == {"ru": ("соль",), "en": ("salt",)}


def test_pages_of_rinc_lose_their_label():
    record = read(RINC)

    assert (record.first_page, record.last_page) == ("15", "18")


def test_days_of_rinc_are_read_in_both_orders():
    record = read(RINC)

    assert (record.received_on, record.accepted_on) == (date(2021, 1, 10), date(2021, 2, 1))


def test_a_title_of_crossref_has_its_subtitle():
    assert read(CROSSREF).title == {"ru": "О соли: обзор"}
