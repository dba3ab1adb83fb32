"""Blocks of a JATS body as HTML."""

import pytest
from lxml import etree

from articles.imports.jats.body import figure, table

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
