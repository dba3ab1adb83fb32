"""Markdown inside a line: emphasis, superscripts, links, escapes."""

import pytest

from articles.imports.readers.line import join_runs
from articles.imports.readers.markdown_inline import runs


@pytest.mark.parametrize(
    ("markdown", "text", "spans"),
    [
        ("**Label.** text", "Label. text", [("b", "Label.")]),
        ("*\\*e-mail: a@b.org*", "*e-mail: a@b.org", [("i", "*e-mail: a@b.org")]),
        ("**Mock³***", "Mock³*", [("b", "Mock³")]),
        ("Mock1*, Test2*", "Mock1*, Test2*", []),
        ("A^1,\\*^ <sup>2</sup>", "A1,* 2", [("sup", "1,*"), ("sup", "2")]),
        ("[http://a.org/b\\_c](http://a.org/b_c)", "http://a.org/b_c", []),
        ("<https://d.org> <a@b.org>", "https://d.org a@b.org", []),
        ("<mailto:a@b.org>", "a@b.org", []),
        ("a &lt; b &amp; c&#8211;d&nbsp;e", "a < b & c–d\N{NO-BREAK SPACE}e", []),
        ("![](http://a.org/(b)) [c](d)", "http://a.org/(b) c", []),
        ('<span lang="en">a</span> <b class="x">b</b>', "a b", [("b", "b")]),
        ("_a_ __b__", "a b", [("i", "a"), ("b", "b")]),
        ("snake_case_word and 2 * 3", "snake_case_word and 2 * 3", []),
    ],
)  # fmt: skip
def test_markdown_inside_a_line_becomes_styles(markdown, text, spans):
    shown, found = join_runs(runs(markdown))

    assert shown == text
    assert [(span.style, shown[span.start : span.end]) for span in found] == spans
