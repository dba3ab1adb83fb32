"""JATS: valid for any full text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.exports import jats
from tests.exports.articles import a_full_record, the_real_article, written
from tests.exports.schemas import errors, needs_shared, parse
from tests.factories import a_public_record, an_author
from tests.imports.records import records_in

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


MML = 'xmlns:mml="http://www.w3.org/1998/Math/MathML"'


def with_body(body: str) -> bytes:
    return written("jats", a_public_record(body=body))


def body_of(xml: bytes) -> str:
    """The body as a string of tags and text, without the line breaks between elements."""
    text = xml.decode()
    _front, _tag, rest = text.partition("<body>")
    return rest.partition("</body>")[0].replace("\n", "")


@needs_shared
def test_the_real_article_is_valid_by_the_dtd():
    assert errors(written("jats", the_real_article()), "jats-dtd") == []


def test_an_article_with_everything_is_valid_by_the_dtd():
    assert errors(written("jats", a_full_record()), "jats-dtd") == []


@needs_shared
def test_the_real_article_pairs_both_reference_lists():
    record = the_real_article()

    root = parse(written("jats", record))

    pairs = [
        tuple(citation.text for citation in each)
        for each in root.iterfind(".//citation-alternatives")
    ]
    assert pairs == [(each.text, each.romanized) for each in record.references]


@pytest.mark.parametrize(
    ("html", "xml"),
    [
        ("<p>a <em>b</em> < c &amp; d</p>", "<p>a <italic>b</italic> &lt; c &amp; d</p>"),
        ("text <em>alone</em>", "<p>text <italic>alone</italic></p>"),
        (
            "<h3>A</h3><p>a</p><h2>B</h2><h4>C</h4><p>c</p>",
            "<sec><title>A</title><p>a</p></sec>"
            "<sec><title>B</title><sec><title>C</title><p>c</p></sec></sec>",
        ),
        (
            "<ul><li>a<ol><li>b</li></ol>c</li></ul>",
            '<list list-type="bullet"><list-item><p>a</p><list list-type="order"><list-item>'
            "<p>b</p></list-item></list><p>c</p></list-item></list>",
        ),
        ('<p><a href="#nowhere">a</a></p>', "<p>a</p>"),
        (
            '<h2 id="a">A</h2><p><a href="#a">a</a></p>',
            '<sec id="a"><title>A</title><p><xref ref-type="sec" rid="a">a</xref></p></sec>',
        ),
        ('<p><a href="#ref1">[1]</a></p>', '<p><xref ref-type="bibr" rid="ref1">[1]</xref></p>'),
        ("<p>&#1;</p><p> </p><ul></ul><table></table><figure></figure>", ""),
        (
            "<figure><table><tr><td>a</td></tr></table><figcaption>B</figcaption></figure>",
            "<table-wrap><caption><p>B</p></caption><table><tbody><tr><td>a</td></tr></tbody>"
            "</table></table-wrap>",
        ),
        ("<script>alert(1)</script><p onclick='x'>a</p>", "<p>a</p>"),
        (
            "<p>a <math><mi>x</mi></math></p>",
            f"<p>a <inline-formula><mml:math {MML}><mml:mi>x</mml:mi></mml:math>"
            "</inline-formula></p>",
        ),
        (
            '<p>a <math display="block"><mspace width="1em"></mspace></math> b</p>',
            f'<p>a <disp-formula><mml:math {MML} display="block"><mml:mspace width="1em"/>'
            "</mml:math></disp-formula> b</p>",
        ),
        (
            '<p id="e1"><math display="block"><mo>&lt;</mo></math> (1)</p>',
            f'<p><disp-formula id="e1"><label>(1)</label><mml:math {MML} display="block">'
            "<mml:mo>&lt;</mml:mo></mml:math></disp-formula></p>",
        ),
        (
            '<p lang="la">a <span lang="de">b</span><em lang="fr">c</em></p>',
            '<p xml:lang="la">a <styled-content xml:lang="de">b</styled-content><italic>'
            '<styled-content xml:lang="fr">c</styled-content></italic></p>',
        ),
        (
            '<blockquote id="q" lang="la"><p>a</p><ul><li>b</li></ul><footer>C, <em>d</em></footer>'
            "</blockquote>",
            '<disp-quote id="q" xml:lang="la"><p>a</p><list list-type="bullet"><list-item><p>b</p>'
            "</list-item></list><attrib>C, <italic>d</italic></attrib></disp-quote>",
        ),
        (
            "<ul><li><blockquote>a</blockquote></li></ul><blockquote> </blockquote>",
            '<list list-type="bullet"><list-item><p><disp-quote><p>a</p></disp-quote></p>'
            "</list-item></list>",
        ),
        ("<footer>a</footer>", "<p>a</p>"),
    ],
)
def test_a_full_text_becomes_sections_of_blocks(html, xml):
    assert body_of(with_body(html)) == xml


FORMULA = (
    '<math display="block" alttext="x" dir="ltr">'
    '<mfrac linethickness="0"><mi mathvariant="bold">a</mi><mn>2</mn></mfrac>'
    '<mo stretchy="false" lspace="0" minsize="1em">(</mo>'
    '<mover accent="true"><mi>x</mi><mo>¯</mo></mover>'
    '<mtable columnalign="left right"><mtr><mtd columnspan="2"><mtext>a</mtext></mtd></mtr>'
    '</mtable><mstyle displaystyle="true" scriptlevel="+1"><msqrt></msqrt></mstyle></math>'
)
NASTY = [
    '<h2 id="aff1">A</h2><h2 id="x">B</h2><h2 id="x">C</h2><h2 id="1">D</h2>',
    '<p><img src="" alt="]]>"><a href="javascript:x">a</a><a id="b">b</a></p>',
    "<h2><img src='a.png'><a href='https://example.org'>a</a><sup><a href='#fn1'>1</a></sup></h2>",
    "<table><caption></caption><tr></tr><tr><th scope='bad' colspan='2'>a</th></tr></table>",
    "<table><thead><tr><th>a</th></tr></thead></table>",
    "<table><tr><td><table><tr><td>a</td></tr></table></td><td><ul><li>b</li></ul></td></tr></table>",
    "<ul><li><figure><img src='a.png'><figcaption>c</figcaption></figure></li><li></li></ul>",
    "<ul>a<li>b</li><ul><li>c</li></ul></ul>",
    "<figure><img src='a.png'><img src='b.png'><p>d</p></figure>",
    "<figure>only words</figure>",
    "<section><h2>A</h2><p>a</p></section><section id='footnotes'><p>b</p></section>",
    "<section id='footnotes'><ol><li id='fn1'></li><li id='fn2'><p>a</p>b</li></ol></section>",
    "<p><sub><sub>a</sub></sub><em><em>b</em><strong><a href='#c'>c</a></strong></em></p>",
    "</p></div><h2>",
    "<li>a</li><td>b</td><caption>c</caption>",
    f"<h2>{FORMULA}</h2><p><em>{FORMULA}</em><sup>{FORMULA}</sup></p><p id='c'>"
    f"<a href='#c'>{FORMULA}</a><a href='https://example.org'>{FORMULA}</a></p>",
    "<p id='c'><a href='#c'><span lang='de'>a</span></a><a href='#c' lang='de'>a</a>"
    "<a href='https://example.org'><span lang='de'>a</span></a></p>",
    f"<ul><li>{FORMULA}</li></ul><figure><figcaption>{FORMULA}</figcaption></figure>{FORMULA}",
    f"<table><caption>{FORMULA}</caption><tr><td>{FORMULA}</td><td><p>{FORMULA}</p></td></tr></table>",
    "<p><math><mtable><mtr></mtr></mtable><mrow></mrow><mi></mi><mmultiscripts><mi>a</mi>"
    "<mprescripts/></mmultiscripts></math></p>",
    "<h2 lang='de'>A</h2><table lang='de'><caption lang='de'>A</caption><tr lang='de'>"
    "<td lang='de'>a</td><td lang='de'><p>b</p></td></tr></table>",
    "<ul lang='de'><li lang='de'>a</li></ul>",
    "<blockquote>a<blockquote><h2>b</h2><footer><p>c</p></footer></blockquote><footer>d</footer>"
    "<p>e</p><table><tr><td><blockquote><p>f</p></blockquote></td></tr></table></blockquote>",
    "<h2><blockquote>a</blockquote></h2><p><footer>b</footer></p><blockquote></blockquote>",
    "<figure lang='de'><figcaption lang='de'>a</figcaption></figure><p><sub lang='de'>a</sub></p>"
    "<section id='footnotes'><ol><li lang='de'>a</li></ol></section>",
]


@pytest.mark.parametrize("html", NASTY)
def test_a_hostile_full_text_is_valid(html):
    xml = with_body(html)

    assert errors(xml, "jats") == []


TAGS = st.sampled_from(
    ["h2", "h3", "h4", "p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th",
     "td", "figure", "figcaption", "blockquote", "footer", "sub", "sup", "em", "strong",
     'a href="#fn1"', 'li id="fn1"', 'a href="https://example.org"', "math",
     'math display="block"', "mrow", "mi", "msup", "mtable",
     'span lang="de"', 'p lang="la"', 'p id="e1"', "section", 'section id="footnotes"', 'h2 id="a"']
)  # fmt: skip
trees = st.recursive(
    st.sampled_from(["дала", "a < b", "&amp;", "<img src='a.png'>", " "]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        TAGS,
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(trees, max_size=4))
def test_any_full_text_is_valid(parts):
    assert errors(with_body("".join(parts)), "jats") == []


def test_a_role_that_credit_has_not_is_no_role_of_credit():
    roles = ("software", "writing-original-draft", "writing-review-editing", "cook")
    record = a_public_record(authors=(an_author(roles=roles),))

    elements = parse(written("jats", record)).xpath("//role")

    assert [(role.text, role.get("vocab")) for role in elements] == [
        ("Software", "credit"),
        ("Writing – original draft", "credit"),
        ("Writing – review & editing", "credit"),
        ("cook", None),
    ]


@pytest.mark.parametrize(
    ("article_type", "kind", "use"),
    [("personalia", "other", "personalia"), ("other", "other", None), ("letter", "letter", None)],
)
def test_personalia_are_no_obituary_and_are_read_back(article_type, kind, use):
    xml = written("jats", a_public_record(type=article_type))

    (back,) = records_in(xml)

    assert (parse(xml).get("article-type"), parse(xml).get("specific-use")) == (kind, use)
    assert back.type == article_type


def test_an_obituary_of_another_system_is_one_of_the_personalia():
    xml = written("jats", a_public_record()).replace(b'"research-article"', b'"obituary"')

    (back,) = records_in(xml)

    assert back.type == "personalia"


def test_the_element_for_oai_resets_the_namespace():
    element = jats.element(a_public_record())

    root = parse(f'<metadata xmlns="http://example.org/">{element}</metadata>'.encode())

    assert root[0].tag == "article"
    assert root[0].get(XML_LANG) == "kk"
