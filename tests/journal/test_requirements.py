"""The hashed requirements are those of pyproject.toml, and name no index."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
WANTED = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-dev.txt": PROJECT["dependency-groups"]["dev"],
}


def named(requirement):
    return re.match(r"[\w-]+(?=[\[=<>~ ;])", requirement)[0].lower()


@pytest.mark.parametrize("file", WANTED)
def test_every_package_is_locked_by_hash(file):
    text = (ROOT / file).read_text().replace("\\\n", "")
    locked = {named(line): line for line in text.splitlines() if line[:1].isalnum()}

    assert {named(requirement) for requirement in WANTED[file]} - set(locked) == set()
    assert [name for name, line in locked.items() if "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("file", WANTED)
def test_no_line_names_an_index(file):
    text = (ROOT / file).read_text()

    assert re.findall(r"https?:|--(?:extra-)?index|--find-links", text) == []
