"""Formulas in full texts: the subset of MathML, and their line of text."""

import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articles.records.body import TAGS, clean_body, plain_body
from articles.records.mathml import ATTRIBUTES, MATH_ATTRIBUTES, MATH_TAGS, PART_COUNTS, TEXTS

FRACTION = "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (FRACTION, FRACTION),
        ('<mo stretchy="false" form="prefix">(</mo>', '<mo stretchy="false" form="prefix">(</mo>'),
        ("<mi><b>x</b><img src='a.png'></mi>", "<mi>x</mi>"),
        ("<mtext>a <math><mi>b</mi></math></mtext>", "<mtext>a b</mtext>"),
        ("<mtext><p>a</p><table><tr><td>b</td></tr></table></mtext>", "<mtext>ab</mtext>"),
        ("<mi>x</mi> and", "<mi>x</mi><mtext>and</mtext>"),
        ("<mi onclick='x()' href='javascript:x()' style='color:red'>x</mi>", "<mi>x</mi>"),
        ("<mi><script>x()</script>x</mi><mi><style>a</style>y</mi>", "<mi>x</mi><mi>y</mi>"),
        ("<mi>x</mi><svg><mi>y</mi><script>z()</script></svg>", "<mi>x</mi>"),
        ("<mi>x<mglyph src='//example.org/a.png'></mglyph></mi>", "<mi>x</mi>"),
        ("<mfrac><mi>a</mi></mfrac>", "<mi>a</mi>"),
        ("<mfrac>1<mi>a</mi>b</mfrac>", "<mrow><mtext>1</mtext><mi>a</mi><mtext>b</mtext></mrow>"),
        ("<mtr><mtd><mi>a</mi></mtd></mtr>", "<mi>a</mi>"),
        (
            "<mtable><mtr><mtd><mi>a</mi></mtd><mi>b</mi></mtr></mtable>",
            "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>",
        ),
        (
            "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>",
            "<mmultiscripts><mi>C</mi><mprescripts></mprescripts><mn>6</mn><mn>14</mn>"
            "</mmultiscripts>",
        ),
        (
            "<mmultiscripts><mi>C</mi><mn>6</mn></mmultiscripts>",
            "<mrow><mi>C</mi><mn>6</mn></mrow>",
        ),
        ("<mrow><mi>C</mi><mprescripts/></mrow>", "<mrow><mi>C</mi><mrow></mrow></mrow>"),
        (
            "<semantics><mi>x</mi><annotation encoding='TeX'>\\x</annotation>"
            "<annotation-xml><ci>x</ci></annotation-xml></semantics>",
            "<mi>x</mi>",
        ),
        (
            "<mfenced open='[' close=')' separators=';,'><mi>a</mi><mi>b</mi><mi>c</mi></mfenced>",
            "<mrow><mo>[</mo><mi>a</mi><mo>;</mo><mi>b</mi><mo>,</mo><mi>c</mi><mo>)</mo></mrow>",
        ),
        (
            "<menclose notation='updiagonalstrike box'><mi>x</mi><mn>1</mn></menclose>",
            '<menclose notation="updiagonalstrike box"><mi>x</mi><mn>1</mn></menclose>',
        ),
        ("<menclose notation='a\"b'><mi>x</mi></menclose>", "<mi>x</mi>"),
        ("<mspace width='1em'/>", '<mspace width="1em"></mspace>'),
        ("<mspace width='url(x)'/>", "<mspace></mspace>"),
        ("<mo>&lt;</mo><mtext>a&nbsp;b</mtext>", "<mo>&lt;</mo><mtext>a&nbsp;b</mtext>"),
    ],
)  # fmt: skip
def test_a_formula_is_reduced_to_the_subset(typed, kept):
    assert clean_body(f"<p><math>{typed}</math></p>") == f"<p><math>{kept}</math></p>"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('<math display="block" dir="rtl"><mi>x</mi></math>', None),
        ('<math alttext="x &amp; &quot;y&quot;"><mi>x</mi></math>', None),
        ('<math display="none" class="a" lang="kk"><mi>x</mi></math>', "<math><mi>x</mi></math>"),
        ("<math></math><math> </math>", ""),
        ("<math><math><mi>x</mi></math></math>", "<math><mi>x</mi></math>"),
        ("<mi>x</mi>", ""),
        ("<math><mi>x</mi><p>a</p>", "<math><mi>x</mi></math><p>a</p>"),
    ],
)
def test_what_stands_around_a_formula_is_in_order(typed, kept):
    assert clean_body(typed) == (typed if kept is None else kept)


def test_what_nests_too_deep_becomes_text():
    formula = "<math>" + "<mrow>" * 2_000 + "<mi>x</mi>" + "</mrow>" * 2_000 + "</math>"

    cleaned = clean_body(formula)

    assert cleaned.count("<mrow>") <= 40
    assert plain_body(cleaned) in ("x", "")


NAMES = st.sampled_from(
    [*sorted(MATH_TAGS), "annotation", "annotation-xml", "mglyph", "p", "em", "a", "table", "svg",
     "style", "script", "title", "foreignObject", "form", "span"]
)  # fmt: skip
ATTRIBUTE = st.sampled_from(
    ["", ' href="javascript:x"', ' display="block"', ' mathvariant="bold"', ' width="1em"',
     ' lang="de"', " onclick='x'", ' alttext="</math><img src=x onerror=x>"', ' open="<b>"',
     ' encoding="text/html"', ' notation="box"', ' id="a"', ' columnspan="2"', ' stretchy="false"']
)  # fmt: skip
LEAVES = st.sampled_from(
    ["x", "қ", "1 < 2", "&amp;lt;img&amp;gt;", "&lt;script&gt;", "<!-- a -->", " ",
     "<![CDATA[<img>]]>", "</math>", "</p>", "<mspace/>", "<img src=a onerror=x>", "\xa0",
     "<mprescripts/>", "]]>"]
)  # fmt: skip
trees = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda name, attribute, parts: f"<{name}{attribute}>{''.join(parts)}</{name}>",
        NAMES,
        ATTRIBUTE,
        st.lists(inner, max_size=4),
    ),
    max_leaves=15,
)
bodies = st.lists(trees, max_size=4).map(lambda parts: f"<p>a<math>{''.join(parts)}</math>b</p>")


@given(bodies)
def test_a_clean_formula_stays_as_it_is_whoever_parses_it(typed):
    cleaned = clean_body(typed)

    assert clean_body(cleaned) == cleaned
    assert reparsed(cleaned) == cleaned


def reparsed(html: str) -> str:
    """The HTML as a browser's parser understands it, with the same elements let through."""
    return nh3.clean(
        html,
        tags=TAGS | MATH_TAGS,
        attributes={"*": {"lang", "dir", "href", "src", "id"}, **MATH_ATTRIBUTES},
        link_rel=None,
    )


@given(bodies)
def test_a_clean_formula_holds_text_and_elements_where_they_belong(typed):
    for formula in re.findall(r"<math\b.*?</math>", clean_body(typed), re.DOTALL):
        for element in etree.fromstring(formula.replace("&nbsp;", "&#160;")).iter():
            assert set(element.keys()) <= set(ATTRIBUTES.get(element.tag, ()))
            if element.tag in TEXTS:
                assert len(element) == 0
            else:
                assert element.text is None
                assert all(child.tail is None for child in element)
                assert len(element) == PART_COUNTS.get(element.tag, len(element))


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (FRACTION, "(a+b)/2"),
        ("<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>0,5</mn>", "x² = 0,5"),
        ("<msub><mi>W</mi><mi>t</mi></msub>", "Wₜ"),
        ("<msub><mi>W</mi><mi>қ</mi></msub>", "W_қ"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>N</mi></munderover>",
            "∑_(i = 1)^N",
        ),
        ("<msqrt><mn>1</mn><mo>−</mo><mi>r</mi></msqrt>", "√(1−r)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "x̄"),
        ("<mi>sin</mi><mo>\u2061</mo><mi>x</mi>", "sinx"),
        (
            "<mmultiscripts><mi>C</mi><mprescripts/><mrow/><mn>14</mn></mmultiscripts>",
            "¹⁴C",
        ),
        (
            "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
            "<mtr><mtd><mi>c</mi></mtd></mtr></mtable>",
            "a, b; c",
        ),
        ("<mtext>a &lt; b &amp; c</mtext>", "a < b & c"),
    ],
)
def test_a_formula_has_a_line_of_text(formula, text):
    assert plain_body(clean_body(f"<p><math>{formula}</math></p>")) == text


@given(bodies)
def test_any_formula_has_a_line_of_text(typed):
    assert "<math" not in plain_body(clean_body(typed)) or "lt;" in typed


def test_markup_within_a_style_is_no_text():
    typed = '<p>a<math><style><math href="javascript:x"></math></style></math>b</p>'

    assert plain_body(clean_body(typed)) == "ab"


def test_the_title_of_a_page_goes_with_what_looks_like_markup_in_it():
    typed = "<p>a<math><p></p><title><math></math></title></math>b</p>"

    assert plain_body(clean_body(typed)).split() == ["a", "b"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('<p lang="la">a <span lang="de">b</span></p>', None),
        ('<p dir="rtl" lang="ar">a</p>', None),
        ('<span lang="x y"><span style="color:red">a</span></span>', "a"),
        ('<p lang="" dir="up">a</p>', "<p>a</p>"),
    ],
)
def test_a_foreign_passage_keeps_the_mark_of_its_language(typed, kept):
    assert clean_body(typed) == (typed if kept is None else kept)
