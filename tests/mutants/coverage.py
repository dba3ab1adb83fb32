"""Which test executes which function, measured once and kept in `var/mutants/coverage.json`.

For the measuring every function notes its name when it is called. A test file is measured again
when it has changed, and all of them when the code has.
"""

from __future__ import annotations

import ast
import builtins
import copy
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType
from typing import Any

from .sample import ROOT, Function, functions, source_paths, tree_of

CALLED = "functions_called_by_a_test"  # a name in builtins, seen from every module


def noting_codes() -> Iterator[tuple[str, CodeType]]:
    """Every module compiled so that each function notes the outermost one around it."""
    for path in source_paths():
        tree = copy.deepcopy(tree_of(path))
        for name, function in functions(tree):
            for node in list(ast.walk(function)):
                if isinstance(node, Function):
                    note = ast.parse(f"{CALLED}.add({f'{path}::{name}'!r})").body[0]
                    node.body.insert(0, ast.copy_location(note, node.body[0]))
        yield path, compile(ast.fix_missing_locations(tree), ROOT / path, "exec", dont_inherit=True)


def start_noting() -> set[str]:
    """An empty set, which the functions called from now on are added to."""
    called: set[str] = set()
    setattr(builtins, CALLED, called)
    return called


class Coverage:
    """For each test file: its digest, and of its tests the seconds and the functions."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: dict[str, dict] = {}
        code = digest(ROOT / name for name in source_paths())
        self.data = {"code": code, "files": self.files}
        if path.exists():
            earlier = json.loads(path.read_text())
            if earlier["code"] == code:
                self.files.update(earlier["files"])

    def is_measured(self, file: str) -> bool:
        return self.files.get(file, {}).get("digest") == digest([ROOT / file])

    def note(self, file: str, tests: dict[str, Any]) -> None:
        self.files[file] = {"digest": digest([ROOT / file]), "tests": tests}

    def save(self) -> None:
        self.path.write_text(json.dumps(self.data))

    def tests(self) -> dict[str, dict]:
        """By node id: `seconds`, and the `functions` that the test executes."""
        return {
            test: facts for file in self.files.values() for test, facts in file["tests"].items()
        }


def digest(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(path.read_bytes() + b"\0")
    return found.hexdigest()
