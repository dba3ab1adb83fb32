"""Requirements are those of pyproject.toml, have hashes, and name no index."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
GROUPS = PROJECT["dependency-groups"]
REQUIREMENTS = {
    "requirements.txt": PROJECT["project"]["dependencies"],
    "requirements-several.txt": GROUPS["several"],
    "requirements-sentry.txt": GROUPS["sentry"],
    "requirements-dev.txt": [
        *(line for line in GROUPS["dev"] if isinstance(line, str)),
        *GROUPS["several"],  # which dev includes
        *GROUPS["sentry"],
    ],
}


def package_name(requirement):
    return re.match(r"[\w-]+(?=[\[=<>~ ;])", requirement)[0].lower()


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_every_package_is_locked_by_hash(file):
    text = (ROOT / file).read_text().replace("\\\n", "")
    locked = {package_name(line): line for line in text.splitlines() if line[:1].isalnum()}

    assert {package_name(requirement) for requirement in REQUIREMENTS[file]} - set(locked) == set()
    assert [name for name, line in locked.items() if "--hash=sha256:" not in line] == []


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_no_line_names_an_index(file):
    text = (ROOT / file).read_text()

    assert re.findall(r"https?:|--(?:extra-)?index|--find-links", text) == []


def imported_packages(*folders):
    """Top-level names that the files import, each with the file."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Import):
                    yield from ((alias.name.partition(".")[0], path) for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and not node.level:
                    yield node.module.partition(".")[0], path


@pytest.mark.parametrize(
    ("folders", "files"),
    [
        # Only a site with a bucket imports journal/bucket.py, only one with a Sentry the other.
        (
            ("articles", "journal"),
            ["requirements.txt", "requirements-several.txt", "requirements-sentry.txt"],
        ),
        (("tests",), ["requirements-dev.txt"]),
    ],
)
def test_every_imported_package_is_a_requirement(folders, files):
    ours = {"articles", "journal", "tests", "bench"}
    tools = {"polib", "pytest"}  # of journal/messages and the pytest plugin
    required = {package_name(requirement) for file in files for requirement in REQUIREMENTS[file]}
    required |= {package_name(requirement) for requirement in REQUIREMENTS["requirements.txt"]}
    packages = packages_distributions()

    missing = {
        f"{name}: {path.relative_to(ROOT)}"
        for name, path in imported_packages(*folders)
        if name not in sys.stdlib_module_names | ours | tools
        and not required & {package.lower().replace("_", "-") for package in packages.get(name, ())}
    }

    assert missing == set()
