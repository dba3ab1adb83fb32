"""JATS as other systems write it: what is read, and what is told of the rest."""

import pytest

from articles import imports
from articles.imports import Unreadable
from articles.imports.reading import NamedFile
from articles.records.facts import IssueFacts
from articles.records.languages import text
from articles.records.record import Affiliation
from tests.exports.schemas import BESIDE

CASES = BESIDE / "cases" / "jats"
FILES = sorted(file.stem for file in CASES.glob("jats-*.xml"))
needs_cases = pytest.mark.skipif(not FILES, reason="../shared with the small cases is absent")


def case(name, language=None):
    (reading,) = imports.read((CASES / f"{name}.xml").read_bytes(), language)
    return reading


def article(*, body="", back="", meta="", end="", attributes='xml:lang="en"'):
    content = (
        '<article xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:mml="http://www.w3.org/1998/Math/MathML" {attributes}><front><article-meta>'
        f"{meta}</article-meta></front><body>{body}</body><back>{back}</back>{end}</article>"
    )
    (reading,) = imports.read(content.encode())
    return reading


@needs_cases
@pytest.mark.parametrize("name", FILES)
def test_each_case_is_read_with_its_issue(name):
    record = case(name, "en").record

    assert record.issue == IssueFacts(year=2019, volume="3", number="2")
    assert record.language == "en"
    assert record.title == text(en="Invented wells")


@needs_cases
def test_an_article_without_a_language_is_english_as_the_dtd_says():
    assert case("jats-nolang").record.language == "en"


@needs_cases
def test_an_article_in_another_language_is_refused_by_its_code():
    with pytest.raises(Unreadable, match=r"“tr”.*--language"):
        case("jats-turkish")


@needs_cases
@pytest.mark.parametrize("name", ["jats-addrline", "jats-namespaced"])
def test_an_address_line_is_the_name_of_an_affiliation(name):
    record = case(name).record

    assert record.affiliations == (
        Affiliation(name=text(en="Institute of Invention, Sample Town, Kazakhstan")),
    )
    assert record.authors[0].marks == (1,)


@needs_cases
def test_a_table_among_alternatives_keeps_its_caption_and_notes():
    assert case("jats-table-alternatives").record.body == (
        '<h2>R</h2><table id="t1"><caption>Table 1 Depth of wells</caption><tbody><tr><td>Well'
        "</td><td>12 m</td></tr></tbody></table><p>m: metres</p>"
    )


@needs_cases
def test_figures_and_tables_in_a_paragraph_are_blocks_of_their_own():
    assert case("jats-fig-in-p").record.body == (
        '<p>See the map.</p><figure id="f1"><img src="f1.png" alt=""><figcaption>Fig. 1 Map of '
        'wells</figcaption></figure><p>It is old.</p><figure id="f2"><img src="f2.tif" alt="">'
        "<figcaption>Fig. 2 Section</figcaption></figure><p>Then</p>"
        '<table id="t2"><caption>Table 2</caption><tbody><tr><td>A</td><td>B</td></tr></tbody>'
        '</table><p>end.</p><figure id="f3"><img src="f3.png" alt=""><figcaption>Fig. 3'
        "</figcaption></figure>"
    )


@needs_cases
def test_formulas_quotations_notes_and_appendices_are_kept():
    assert case("jats-math-quote").record.body == (
        "<p>We have <math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>.</p>"
        '<p id="e1"><math display="block"><mi>E</mi><mo>=</mo><mi>m</mi></math> (1)</p>'
        "<blockquote><p>A quoted line.</p></blockquote>"
        '<p>Foot<sup><a href="#n1">1</a></sup>note.</p>'
        "<h2>Appendix A</h2><p>Kept aside.</p>"
        '<section id="footnotes"><ol><li id="n1">A note in the text.</li></ol></section>'
    )


@needs_cases
def test_the_text_of_a_licence_is_no_address_and_is_told():
    reading = case("jats-longlicence")

    assert reading.record.licence == ""
    assert reading.notes == (
        "The text of the licence was left out: it gives no web address. Choose the licence.",
    )


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ('<license xlink:href="https://example.org/l"/>', "https://example.org/l"),
        (
            "<license><p>See https://example.org/by/4.0/.</p></license>",
            "https://example.org/by/4.0/",
        ),
        (
            '<license><license-p><ext-link xlink:href="https://example.org/l">It</ext-link>'
            "</license-p></license>",
            "https://example.org/l",
        ),
        ('<license xlink:href="javascript:alert(1)"/>', ""),
    ],
)
def test_the_address_of_a_licence_is_found_where_it_stands(licence, address):
    assert article(meta=f"<permissions>{licence}</permissions>").record.licence == address


def test_what_is_not_taken_is_counted_and_named():
    tex = "<inline-formula id='q{0}'><tex-math>x</tex-math></inline-formula>"
    reading = article(
        body="<table-wrap id='t1'><label>Table 1</label></table-wrap><table-wrap/>"
        f"<p>{tex.format(1)}{tex.format(2)}</p>"
        "<supplementary-material xlink:href='data.zip'/>",
        meta="<title-group><article-title xml:lang='tr'>Ad</article-title></title-group>",
        end="<response><front-stub><title-group><article-title>Reply</article-title></title-group>"
        "</front-stub></response>",
    )

    assert reading.notes == (
        "Not taken: 2 tables (Table 1), 2 formulas (q1, q2), 1 supplementary file (data.zip), "
        "1 attached article (Reply).",
        "Texts in other languages were left out: tr.",
    )


def test_a_sub_article_gives_the_texts_of_its_language():
    name = "<contrib><name><surname>{}</surname><given-names>{}</given-names></name></contrib>"
    reading = article(
        meta="<title-group><article-title>Wells</article-title></title-group>"
        f"<contrib-group>{name.format('Testova', 'Anna')}</contrib-group>",
        end='<sub-article article-type="translation" xml:lang="ru"><front-stub><title-group>'
        "<article-title>Колодцы</article-title></title-group>"
        f"<contrib-group>{name.format('Тестова', 'Анна')}</contrib-group>"
        "<abstract><p>Кратко.</p></abstract><kwd-group><kwd>вода</kwd></kwd-group>"
        "</front-stub></sub-article>",
    )

    assert reading.record.title == text(en="Wells", ru="Колодцы")
    assert reading.record.abstract == text(ru="Кратко.")
    assert reading.record.keywords == {"ru": ("вода",)}
    assert {code: name.family for code, name in reading.record.authors[0].names.items()} == {
        "ru": "Тестова",
        "en": "Testova",
    }
    assert reading.notes == ()


@pytest.mark.parametrize(
    ("citation", "line", "doi"),
    [
        (
            '<nlm-citation citation-type="journal"><person-group><name><surname>Ivanov</surname>'
            "<given-names>I</given-names></name><name><surname>Li</surname><given-names>B"
            "</given-names></name></person-group><article-title>Steppe</article-title><source>"
            "Inv. J.</source><year>2019</year><volume>3</volume><issue>2</issue><fpage>1</fpage>"
            '<lpage>5</lpage><pub-id pub-id-type="doi">10.5555/a</pub-id></nlm-citation>',
            "Ivanov I, Li B. Steppe. Inv. J. 2019;3(2):1-5",
            "10.5555/a",
        ),
        (
            '<citation citation-type="other">Li B. Steppe.\n 2019 <ext-link '
            'xlink:href="https://doi.org/10.5555/b">link</ext-link></citation>',
            "Li B. Steppe. 2019 link",
            "10.5555/b",
        ),
        (
            "<mixed-citation><name><surname>Li</surname><given-names>B</given-names></name>"
            "<source>Steppe</source></mixed-citation>",
            "Li B. Steppe",
            "",
        ),
    ],
)
def test_a_reference_is_a_line_with_spaces_and_its_doi(citation, line, doi):
    reading = article(back=f"<ref-list><ref>{citation}</ref></ref-list>")

    (reference,) = reading.record.references
    assert (reference.text, reference.doi) == (line, doi)


def test_the_pdfs_that_an_article_names_are_known():
    meta = '<self-uri content-type="pdf" xlink:href="https://example.org/1/a.pdf?x=1"/>'

    assert article(meta=meta).files == (NamedFile(name="a.pdf", language="en"),)


def test_the_number_of_an_issue_is_read_as_printed():
    meta = (
        "<pub-date><year>2020</year></pub-date><volume>Т. 4</volume><issue>№ 2 (31)</issue>"
        "<issue-part>1</issue-part>"
    )

    assert article(meta=meta).record.issue == IssueFacts(
        year=2020, volume="4", number="2", through_number="31", part="1"
    )


def test_xml_that_is_nested_too_deeply_is_refused_with_its_line():
    content = "<article>\n" + "<sec>" * 200 + "</sec>" * 200 + "</article>"

    with pytest.raises(Unreadable, match=r"line 2: The XML is nested too deeply\."):
        imports.read(content.encode())
