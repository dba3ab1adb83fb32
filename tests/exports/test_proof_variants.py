"""What is typeset for the proof of many records is what it was; a digest a record."""

import hashlib
from datetime import UTC, datetime

import msgspec
import pytest

from articles.exports.proof.content import DraftVersion, content_of
from articles.exports.typesetting.body import plain_blocks, read_body
from articles.records.pdf_layout import USUAL_DESIGN
from tests.exports.test_variants import variants
from tests.goldens import golden
from tests.records.values import HTML
from tests.tables import table

DRAFT = DraftVersion(3, datetime(2026, 11, 24, 8, 45, tzinfo=UTC))
TABLES = (
    "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
    "<table><thead><tr><th>a</th><th colspan='3'>b</th></tr></thead>"
    "<tbody><tr><td>c</td></tr></tbody></table>",
    "<table><tr><td rowspan='99' colspan='999'>a</td></tr><tr><td>b<td>c</tr></table>",
    "<table><tr><td colspan='x' rowspan='0'>a</td></tr><tfoot><tr><td>f</td></tr></tfoot></table>",
    "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li></ul>",
    "<p>a<br>b <em>c <strong>d</strong></em><sub>1</sub></p><p> </p><h4>x</h4>",
    "<figure><img src='a.png' alt='A'><img src='b.png'></figure><img src='c.png'>",
    "<p><a href='https://e.org'>link</a> <a href='#fn1'>1</a> loooooooooooooooooong/a/b</p>",
    "<blockquote><p>q</p></blockquote><pre>code  x</pre>",
)


@pytest.mark.parametrize("is_plain", [False, True])
def test_contents_are_what_they_were(is_plain):
    lines = []
    for name, record in variants():
        try:
            content = msgspec.json.encode(content_of(record, DRAFT, USUAL_DESIGN, is_plain))
        except ValueError as refusal:
            content = str(refusal).encode()
        lines.append(f"{hashlib.sha256(content).hexdigest()[:16]} {name}")

    written = "\n".join([*lines, ""]).encode()
    assert written == golden(f"variants/proof-{'plain' if is_plain else 'whole'}.txt", written)


@pytest.mark.parametrize("function", [read_body, plain_blocks])
def test_bodies_become_the_blocks_that_they_became(function):
    written = table(function, [*HTML, *TABLES])

    assert written == golden(f"tables/{function.__name__}.txt", written)
