"""Files and folders that the documentation names exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md"))]
PATH = re.compile(r"`((?:articles|docs|journal|templates|tests)/[\w./{},-]*)`")
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
PLACEHOLDERS = {"tests/exports/test_yours.py"}


def each_path(pattern):
    """`a/{b,c}` names two paths."""
    start, brace, rest = pattern.partition("{")
    if not brace:
        return [pattern]
    choices, _brace, end = rest.partition("}")
    return [path for choice in choices.split(",") for path in each_path(start + choice + end)]


def missing_paths(page):
    text = page.read_text()
    named = [path for pattern in PATH.findall(text) for path in each_path(pattern)]
    yield from (path for path in named if not (ROOT / path).exists() and path not in PLACEHOLDERS)
    links = [link for link in LINK.findall(text) if "://" not in link]
    yield from (link for link in links if not (page.parent / link).exists())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_path_that_a_page_names_exists(page):
    assert list(missing_paths(page)) == []


def test_a_missing_path_is_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("`articles/{models,nowhere}/`, `docs/no.md`, [a](b.md), [c](https://d.org/)")

    assert list(missing_paths(page)) == ["articles/nowhere/", "docs/no.md", "b.md"]
