"""MathML as a tree that Typst sets."""

import pytest
from lxml import html

from articles.exports.edition import TEMPLATE
from articles.exports.edition.content import content_of
from articles.exports.typesetting.formulas import (
    Node,
    formula_node,
    lost_notations,
    unknown_elements,
)
from articles.exports.typesetting.typesetter import typeset
from articles.records.pdf_layout import USUAL_DESIGN
from tests.factories import a_public_record

NOTHING = Node("row")
A, B, C = (Node("letter", letter) for letter in "abc")
a, b, c = (f"<mi>{letter}</mi>" for letter in "abc")


def node(mathml):
    return formula_node(html.fragment_fromstring(f"<math>{mathml}</math>"))


def sign(letter):
    return Node("sign", letter)


@pytest.mark.parametrize(
    ("mathml", "expected"),
    [
        (a, A),
        ("<mi>sin</mi>", Node("function", "sin")),
        ("<mi>lim</mi>", Node("limit", "lim")),
        ("<mi>км</mi>", Node("word", "км")),
        ("<mn>14,2</mn>", Node("word", "14,2")),
        ("<mi mathvariant='double-struck'>R</mi>", Node("letter", "R", style="double-struck")),
        ("<mtext>егер </mtext>", Node("text", "егер ")),
        (f"<mrow>{a}<mo>+</mo>{b}</mrow>", Node("row", parts=(A, sign("+"), B))),
        (f"{a}<mo>\u2062</mo>{b}", Node("row", parts=(A, B))),
        (f"<mfrac>{a}{b}</mfrac>", Node("fraction", parts=(A, B))),
        (f"<mfrac linethickness='0'>{a}{b}</mfrac>", Node("stack", parts=(A, B))),
        (f"<msqrt>{a}{b}</msqrt>", Node("root", parts=(Node("row", parts=(A, B)),))),
        (f"<mroot>{a}{b}</mroot>", Node("root", parts=(A, B))),
        (f"<msub>{a}{b}</msub>", Node("scripts", parts=(A, B))),
        (f"<msup>{a}{b}</msup>", Node("scripts", parts=(A, NOTHING, B))),
        (f"<msubsup>{a}{b}{c}</msubsup>", Node("scripts", parts=(A, B, C))),
        (f"<munder>{a}{b}</munder>", Node("limits", parts=(A, B, NOTHING))),
        (f"<mover>{a}{b}</mover>", Node("limits", parts=(A, NOTHING, B))),
        (f"<munderover><mo>∑</mo>{a}{b}</munderover>", Node("scripts", parts=(sign("∑"), A, B))),
        (f"<mover>{a}<mo>^</mo></mover>", Node("accent", "\u0302", (A,))),
        (f"<mover>{a}<mo>¯</mo></mover>", Node("line", "overline", (A,))),
        (f"<munder>{a}<mo>⏟</mo></munder>", Node("line", "underbrace", (A,))),
        (
            f"<mo>(</mo>{a}<mo>)</mo>{b}",
            Node("row", parts=(Node("fenced", parts=(sign("("), A, sign(")"))), B)),
        ),
        (
            f"<mo>|</mo>{a}<mo>|</mo>",
            Node("row", parts=(Node("fenced", parts=(sign("|"), A, sign("|"))),)),
        ),
        (f"<mfenced open='['>{a}</mfenced>",
         Node("row", parts=(Node("fenced", parts=(sign("["), A, sign(")"))),))),
        (
            f"<mtable columnalign='left'><mtr><mtd>{a}</mtd><mtd>{b}</mtd></mtr></mtable>",
            Node("table", parts=(Node("cells", parts=(A, B)),), style="left"),
        ),
        (
            f"<mmultiscripts>{a}{b}<none></none><mprescripts></mprescripts><none></none>{c}</mmultiscripts>",
            Node("scripts", parts=(A, B, NOTHING, NOTHING, C)),
        ),
        (f"<mphantom>{a}</mphantom>", Node("hidden", parts=(A,))),
        (f"<menclose notation='top'>{a}</menclose>", Node("line", "overline", (A,))),
        (f"<menclose notation='radical'>{a}</menclose>", Node("root", parts=(A,))),
        (
            f"<menclose notation='bottom box circle'>{a}{b}</menclose>",
            Node(
                "enclosed",
                parts=(Node("line", "underline", (Node("row", parts=(A, B)),)),),
                style="box circle",
            ),
        ),
        (f"<menclose>{a}</menclose>", Node("enclosed", parts=(A,), style="longdiv")),
        (f"<mspace></mspace>{a}", Node("row", parts=(Node("space"), A))),
        ("<mfoo>x y</mfoo>", Node("unknown", "x y", style="mfoo")),
        (f"<mfrac>{a}</mfrac>", Node("unknown", "a", style="mfrac")),
        ("", NOTHING),
    ],
)  # fmt: skip
def test_mathml_becomes_a_tree(mathml, expected):
    assert node(mathml) == expected


def test_a_bracket_before_a_table_that_is_never_closed_grows_with_it():
    table = f"<mtable><mtr><mtd>{a}</mtd></mtr></mtable>"

    ((fenced),) = node(f"<mo>{{</mo>{table}").parts

    assert [part.kind for part in fenced.parts] == ["sign", "table"]


def test_bars_are_brackets_where_one_opens_and_another_closes():
    bars = node(f"<mo>|</mo>{a}<mo>|</mo><mo>&lt;</mo><mo>|</mo>{b}<mo>|</mo>")
    condition = node(f"<mi>P</mi><mo>(</mo>{a}<mo>|</mo>{b}<mo>)</mo>")

    assert [part.kind for part in bars.parts] == ["fenced", "sign", "fenced"]
    assert [part.text for part in condition.parts[1].parts] == ["(", "a", "|", "b", ")"]


def test_unknown_elements_are_named():
    assert list(unknown_elements(node(f"<msqrt><mfoo>x</mfoo>{a}</msqrt>"))) == ["mfoo"]


def test_what_is_drawn_around_a_part_and_left_out_is_named():
    inner = f"<menclose notation='top updiagonalstrike'>{a}</menclose>"

    formula = node(f"<msqrt><menclose notation='box'>{inner}</menclose></msqrt>")

    assert list(lost_notations(formula)) == ["box", "updiagonalstrike"]


@pytest.mark.parametrize("mathml", [
    f"<menclose notation='box top bottom radical'>{a}<mo>+</mo>{b}</menclose>",
    f"<mrow><mo>(</mo><mfrac>{a}{b}</mfrac><mo>)</mo></mrow>",
    f"<munderover><mi>lim</mi>{a}{b}</munderover><mi mathvariant='fraktur'>g</mi>",
    "<mi>é</mi><mi>x̄</mi><mo>&#8289;</mo><mi></mi><mo></mo><mn></mn><mtext> </mtext>",
    f"<msqrt></msqrt><mrow></mrow><mtable></mtable><mover>{a}<mo>→</mo></mover>",
    f"<mmultiscripts>{a}{b}{c}<mprescripts></mprescripts>{b}{c}</mmultiscripts>",
    f"<mtable><mtr><mtd></mtd><mtd>{a}</mtd></mtr><mtr><mtd>{b}</mtd></mtr></mtable>",
    f"<mfrac linethickness='0'>{a}{b}</mfrac><mphantom>{a}</mphantom><msub><mrow></mrow>{a}</msub>",
    "<mrow>" * 39 + a + "</mrow>" * 39,
    "<msup><mi>x</mi>" * 30 + a + "</msup>" * 30,
])  # fmt: skip
def test_every_formula_is_typeset(mathml):
    body = f"<p>x <math>{mathml}</math></p><p><math display='block'>{mathml}</math>(1)</p>"

    record = a_public_record(body=body)
    made = typeset(TEMPLATE, content_of(record, USUAL_DESIGN), {}, "libertinus_serif", True)

    assert made is not None
    assert made.without_glyph == ()
