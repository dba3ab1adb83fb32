"""Formulas of Word as MathML."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from lxml import etree

from articles.imports.full_text import full_text
from articles.imports.full_text.omml import mathml
from articles.imports.manuscript import read_manuscript
from articles.records.body import UNREADABLE, clean_body, plain_body
from tests.imports.test_full_text import PROSE

NAMESPACES = (
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def r(text, properties=""):
    return f"<m:r><m:rPr>{properties}</m:rPr><w:rPr/><m:t>{text}</m:t></m:r>"


def e(content, name="e"):
    return f"<m:{name}>{content}</m:{name}>"


def converted(content):
    formula = etree.fromstring(f"<m:oMath {NAMESPACES}>{content}</m:oMath>")
    return mathml(formula, is_display=False).removeprefix("<math>").removesuffix("</math>")


PLAIN = '<m:sty m:val="p"/>'
SUM = (
    '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
    f"{e(r('i=1'), 'sub')}{e(r('n'), 'sup')}{e(r('x'))}</m:nary>"
)
HIGH = f"<m:f>{e(r('a'), 'num')}{e(r('2'), 'den')}</m:f>"


@pytest.mark.parametrize(
    ("omml", "expected"),
    [
        (r("2,5x=y"), "<mn>2,5</mn><mi>x</mi><mo>=</mo><mi>y</mi>"),
        (r("ab"), "<mi>a</mi><mi>b</mi>"),
        (r("қысым"), "<mi>қысым</mi>"),
        (r("sin", '<m:sty m:val="p"/>'), "<mi>sin</mi>"),
        (r("d", '<m:sty m:val="p"/>'), '<mi mathvariant="normal">d</mi>'),
        (r("v", '<m:sty m:val="b"/>'), '<mi mathvariant="bold">v</mi>'),
        (r("R", '<m:scr m:val="double-struck"/>'), "<mi>ℝ</mi>"),
        (r("мұнда x &lt; 1", "<m:nor/>"), "<mtext>мұнда x &lt; 1</mtext>"),
        (r(" онда ", "<m:nor/>"), "<mtext>&nbsp;онда&nbsp;</mtext>"),
        (HIGH, "<mfrac><mi>a</mi><mn>2</mn></mfrac>"),
        (
            HIGH.replace("<m:f>", '<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>'),
            '<mfrac linethickness="0"><mi>a</mi><mn>2</mn></mfrac>',
        ),
        (
            HIGH.replace("<m:f>", '<m:f><m:fPr><m:type m:val="lin"/></m:fPr>'),
            "<mrow><mi>a</mi><mo>/</mo><mn>2</mn></mrow>",
        ),
        (
            f"<m:sSup>{e(r('x+y'))}{e(r('2'), 'sup')}</m:sSup>",
            "<msup><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow><mn>2</mn></msup>",
        ),
        (
            f"<m:sSubSup>{e(r('x'))}{e(r('i'), 'sub')}{e(r('2'), 'sup')}</m:sSubSup>",
            "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>",
        ),
        (
            f"<m:sPre>{e(r('6'), 'sub')}{e(r('14'), 'sup')}{e(r('C'))}</m:sPre>",
            "<mmultiscripts><mi>C</mi><mprescripts></mprescripts><mn>6</mn><mn>14</mn>"
            "</mmultiscripts>",
        ),
        (f"<m:rad><m:deg/>{e(r('x'))}</m:rad>", "<msqrt><mi>x</mi></msqrt>"),
        (
            f"<m:rad>{e(r('3'), 'deg')}{e(r('x'))}</m:rad>",
            "<mroot><mi>x</mi><mn>3</mn></mroot>",
        ),
        (
            SUM,
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi>"
            "</munderover><mi>x</mi>",
        ),
        (
            f"<m:nary>{e(r('0'), 'sub')}<m:sup/>{e(r('x'))}</m:nary>",
            "<msub><mo>∫</mo><mn>0</mn></msub><mi>x</mi>",
        ),
        (
            f"<m:d>{e(r('x'))}</m:d>",
            '<mrow><mo stretchy="false">(</mo><mrow><mi>x</mi></mrow>'
            '<mo stretchy="false">)</mo></mrow>',
        ),
        (
            f'<m:d><m:dPr><m:begChr m:val="{{"/><m:endChr m:val=""/></m:dPr>{e(HIGH)}</m:d>',
            "<mrow><mo>{</mo><mrow><mfrac><mi>a</mi><mn>2</mn></mfrac></mrow></mrow>",
        ),
        (
            f"<m:func>{e(r('log', PLAIN), 'fName')}{e(r('x'))}</m:func>",
            "<mrow><mi>log</mi><mo>\u2061</mo><mi>x</mi></mrow>",
        ),
        (
            f'<m:acc><m:accPr><m:chr m:val="\u0305"/></m:accPr>{e(r("x"))}</m:acc>',
            '<mover accent="true"><mi>x</mi><mo>¯</mo></mover>',
        ),
        (
            f'<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>{e(r("x"))}</m:bar>',
            "<mover><mi>x</mi><mo>¯</mo></mover>",
        ),
        (
            f"<m:limLow>{e(r('lim', PLAIN))}{e(r('n'), 'lim')}</m:limLow>",
            "<munder><mi>lim</mi><mi>n</mi></munder>",
        ),
        (
            f"<m:m><m:mr>{e(r('a'))}{e(r('b'))}</m:mr></m:m>",
            "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>",
        ),
        (
            f"<m:eqArr>{e(r('a&amp;=1'))}{e(r('b&amp;=2'))}</m:eqArr>",
            '<mtable columnalign="left"><mtr><mtd><mi>a</mi><mo>=</mo><mn>1</mn></mtd></mtr>'
            "<mtr><mtd><mi>b</mi><mo>=</mo><mn>2</mn></mtd></mtr></mtable>",
        ),
        (f"<w:del>{r('a')}</w:del><m:unknown>{e(r('b'))}</m:unknown>", "<mi>b</mi>"),
        ("", ""),
    ],
)
def test_each_element_of_a_formula_has_its_counterpart(omml, expected):
    assert converted(omml) == expected
    assert clean_body(f"<math>{expected}</math>") == (
        f"<math>{expected}</math>" if expected else ""
    )


def test_a_formula_that_nests_without_end_becomes_text():
    nested = "<m:box><m:e>" * 100 + r("x") + "</m:e></m:box>" * 100

    assert converted(nested) == "<mtext>x</mtext>"


def the_text(*paragraphs):
    """The blocks of the full text of a Word file that hold these paragraphs of OOXML."""
    word = docx.Document()
    word.add_heading("Дала өсімдіктерінің түрлері", 0)
    word.add_paragraph("Ж.О. Есенова")
    word.add_paragraph("Дала университеті, Қарқара, Қазақстан")
    word.add_paragraph("Аңдатпа. Мақалада дала өсімдіктерінің түрлері сипатталады.")
    word.add_paragraph("Түйін сөздер: дала, өсімдік.")
    word.add_heading("Кіріспе", 1)
    word.add_paragraph(PROSE)
    for paragraph in paragraphs:
        empty = word.add_paragraph()._p
        for run in list(parse_xml(f"<w:p {NAMESPACES}>{paragraph}</w:p>")):
            empty.append(run)
    word.add_paragraph(PROSE)
    word.add_heading("Әдебиеттер", 1)
    word.add_paragraph("1. Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б.")
    made = io.BytesIO()
    word.save(made)
    data = made.getvalue()
    html = full_text(data, read_manuscript(data, "a.docx")).html
    assert clean_body(html) == html
    return html.split("\n")[2:-1]


def words(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_formula_stands_where_it_stood_among_the_words():
    formula = f"<m:oMath>{r('x=2')}</m:oMath>"

    assert the_text(words("Мұндағы ") + formula + words(" деп алдық, одан кейін есептедік.")) == [
        "<p>Мұндағы <math><mi>x</mi><mo>=</mo><mn>2</mn></math> деп алдық, одан кейін "
        "есептедік.</p>"
    ]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (f"<m:oMathPara><m:oMath>{r('x')}</m:oMath></m:oMathPara>", "<mi>x</mi></math>"),
        (f"<m:oMath>{r('x')}</m:oMath><w:r><w:tab/><w:t>(1)</w:t></w:r>", "<mi>x</mi></math> (1)"),
        (f"<m:oMath>{r('x')}</m:oMath>{words(', (2)')}", "<mi>x</mi><mo>,</mo></math> (2)"),
        (
            f"<m:oMathPara><m:oMath><m:eqArr>{e(r('x#') + '<m:d>' + e(r('3')) + '</m:d>')}"
            "</m:eqArr></m:oMath></m:oMathPara>",
            "<mi>x</mi></math> (3)",
        ),
    ],
)
def test_a_formula_alone_in_a_paragraph_has_a_line_of_its_own(paragraph, expected):
    assert the_text(paragraph) == [f'<p><math display="block">{expected}</p>']


def test_an_equation_whose_picture_no_browser_shows_leaves_a_sign():
    equation = (
        '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Equation.3"/>'
        "</w:object></w:r>"
    )

    (paragraph,) = the_text(words("Мұндағы ") + equation + words(" деп алдық, кейін есептедік."))

    assert plain_body(paragraph) == f"Мұндағы {UNREADABLE} деп алдық, кейін есептедік."
