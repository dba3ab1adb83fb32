"""A random sample of places in the code, spread over the packages by their statements."""

from __future__ import annotations

import ast
import difflib
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType

from .changes import SKIPPED_METHODS, Change, Function, changed_tree, changes

ROOT = Path(__file__).resolve().parents[2]
# The quickstart is what only `make run` and the tests need.
NOT_SAMPLED = (
    "articles/migrations/",
    "journal/quickstart/",
    "journal/messages/",  # brings the catalogues up to the code
    "journal/settings.py",
)


@dataclass(frozen=True)
class Place:
    """A change in one function: the file, the outermost function, the node of the change."""

    path: str
    function: str
    first_line: int
    change: Change

    @property
    def key(self) -> str:
        return f"{self.path}::{self.function}"

    @property
    def line(self) -> int:
        return self.change.old.lineno

    @property
    def package(self) -> str:
        return package(self.path)

    def diff(self) -> list[str]:
        """The changed lines of the function, as Python writes them."""
        function = self.function_tree()
        texts = [
            ast.unparse(tree).splitlines()
            for tree in (function, changed_tree(function, self.change, shown=True))
        ]
        lines = list(difflib.unified_diff(*texts, n=0, lineterm=""))[2:]
        return shortened([f"{line[0]} {line[1:].strip()}" for line in lines if line[0] in "-+"])

    def function_tree(self) -> ast.AST:
        for name, function in functions(tree_of(self.path)):
            if (name, function.lineno) == (self.function, self.first_line):
                return function
        raise LookupError(self.key)

    def code(self) -> CodeType:
        """The whole module compiled with the change in it."""
        new = changed_tree(tree_of(self.path), self.change)
        return compile(new, ROOT / self.path, "exec", dont_inherit=True)


def shortened(lines: list[str], around: int = 60) -> list[str]:
    """Of two long lines only what differs, with some characters around it."""
    if len(lines) != 2 or max(map(len, lines)) <= 3 * around:
        return lines
    start = same_characters(*(line[2:] for line in lines)) + 2
    end = same_characters(*(line[start:][::-1] for line in lines))
    return [
        f"{line[:2]}… {line[max(start - around, 2) : len(line) - end + around]} …" for line in lines
    ]


def same_characters(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(first, second, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def package(path: str) -> str:
    """`articles/dois` for all below it; a module beside the packages stands for itself."""
    return "/".join(path.removesuffix(".py").split("/")[:2])


@cache
def tree_of(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text(), path)


def functions(tree: ast.AST, prefix: str = "") -> Iterator[tuple[str, Function]]:
    """The outermost functions and methods, with their qualified names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            if node.name not in SKIPPED_METHODS:
                yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node, f"{prefix}{node.name}.")
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from functions(node, prefix)


def source_paths(root: Path = ROOT) -> list[str]:
    paths = (
        path.relative_to(root).as_posix()
        for folder in ("articles", "journal")
        for path in (root / folder).rglob("*.py")
    )
    return sorted(path for path in paths if not path.startswith(NOT_SAMPLED))


def take(count: int, seed: int, packages: Sequence[str] = ()) -> list[Place]:
    """The same sample for the same code and seed."""
    statements_with_places: dict[str, list[list[Place]]] = defaultdict(list)
    statements: dict[str, int] = defaultdict(int)
    for path in source_paths():
        if packages and not path.startswith(tuple(packages)):
            continue
        for name, function in functions(tree_of(path)):
            statements[package(path)] += sum(isinstance(n, ast.stmt) for n in ast.walk(function))
            statements_with_places[package(path)] += places_in(path, name, function)
    chosen = random.Random(seed)
    sample = []
    for name, size in shares(count, statements).items():
        groups = statements_with_places[name]
        for places in chosen.sample(groups, min(size, len(groups))):
            sample.append(chosen.choice(places))
    return sample


def places_in(path: str, name: str, function: Function) -> list[list[Place]]:
    """The places in a function by statement: a long one is not drawn oftener than a short one."""
    groups: dict[int, list[Place]] = defaultdict(list)
    for statement, change in changes(function):
        groups[id(statement)].append(Place(path, name, function.lineno, change))
    return list(groups.values())


def shares(count: int, weights: dict[str, int]) -> dict[str, int]:
    """`count` divided by weight: whole numbers, what is left to the largest remainders."""
    total = sum(weights.values()) or 1
    exact = {name: count * weight / total for name, weight in weights.items()}
    parts = {name: int(value) for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: (parts[name] - exact[name], name))
    for name in by_remainder[: count - sum(parts.values())]:
        parts[name] += 1
    return parts
