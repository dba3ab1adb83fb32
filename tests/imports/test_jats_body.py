"""Blocks of a JATS body as HTML."""

import pytest
from lxml import etree

from articles.imports.jats.body import block, figure, table

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("xml", "html"),
    [
        ("<table-wrap><caption><p>Plants</p></caption></table-wrap>", ""),
        (
            "<table-wrap><table><tbody><tr><td>a</td></tr></tbody></table></table-wrap>",
            "<table><tbody><tr><td>a</td></tr></tbody></table>",
        ),
        (
            "<table-wrap><table><col/><tr><th colspan='2'>a &lt; b</th></tr></table></table-wrap>",
            '<table><tr><th colspan="2">a &lt; b</th></tr></table>',
        ),
    ],
)
def test_a_table_has_its_cells_and_without_any_it_is_not_shown(xml, html):
    assert table(etree.fromstring(xml)) == html


def test_a_figure_has_its_images_with_their_alternative_texts():
    xml = f'<fig {XLINK}><graphic xlink:href="a.png"><alt-text>A "b"</alt-text></graphic></fig>'

    assert figure(etree.fromstring(xml)) == (
        '<figure><img src="a.png" alt="A &quot;b&quot;"></figure>'
    )


MML = 'xmlns:mml="http://www.w3.org/1998/Math/MathML"'


@pytest.mark.parametrize(
    ("xml", "html"),
    [
        (
            f"<p {MML}>a <inline-formula><mml:math><mml:mi>x</mml:mi></mml:math>"
            "</inline-formula></p>",
            "<p>a <math><mi>x</mi></math></p>",
        ),
        (
            f"<disp-formula id='e1' {MML}><label>2</label><alternatives><tex-math>x</tex-math>"
            "<mml:math><mml:mi>x</mml:mi></mml:math></alternatives></disp-formula>",
            '<p id="e1"><math display="block"><mi>x</mi></math> (2)</p>',
        ),
        (
            f"<p {MML}><disp-formula id='e1'><mml:math/></disp-formula></p>",
            '<p id="e1"><math display="block"></math></p>',
        ),
        ("<p>a <inline-formula><tex-math>x^2</tex-math></inline-formula></p>", "<p>a \ufffc</p>"),
        (
            "<p xml:lang='la'>a <styled-content xml:lang='de'>b</styled-content></p>",
            '<p lang="la">a <span lang="de">b</span></p>',
        ),
        (
            "<list xml:lang='la'><list-item xml:lang='de'><p>b</p></list-item></list>",
            '<ul lang="la"><li lang="de">b</li></ul>',
        ),
    ],
)
def test_formulas_and_languages_are_kept(xml, html):
    assert block(etree.fromstring(xml), 2) == html


@pytest.mark.parametrize(
    ("xml", "html"),
    [
        (
            '<disp-quote id="q" xml:lang="la"><title>T</title><p>a <bold>b</bold></p>'
            "<attrib>C, <italic>d</italic></attrib></disp-quote>",
            '<blockquote id="q" lang="la"><p><strong>T</strong></p><p>a <strong>b</strong></p>'
            "<footer>C, <em>d</em></footer></blockquote>",
        ),
        (
            "<list><list-item><p><disp-quote><p>a</p></disp-quote></p></list-item></list>",
            "<ul><li><blockquote><p>a</p></blockquote></li></ul>",
        ),
        (
            "<p>a<disp-quote><p>b</p></disp-quote>c</p>",
            "<p>a</p><blockquote><p>b</p></blockquote><p>c</p>",
        ),
    ],
)
def test_quotations_are_kept_with_whose_words_they_are(xml, html):
    assert block(etree.fromstring(xml), 2) == html
