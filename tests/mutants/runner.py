"""A pytest plugin that loads every test once and then runs chosen ones in forked children.

The run of the tests is replaced: first the coverage is brought up to date, then for each place of
the sample a child puts the changed code into the functions that are loaded, and runs the tests
that execute it until one fails. No file is touched.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import CodeType, FunctionType

import hypothesis
import pytest
from django.db import connection
from django.urls import clear_url_caches

from .children import Children
from .choice import choose_rounds
from .coverage import Coverage, noting_codes, start_noting
from .sample import ROOT, Place, source_paths

SECONDS_FOR_A_FILE = 900


@dataclass(frozen=True)
class Trial:
    """A place of the sample and the tests that are run for it, the later ones if the first pass."""

    number: int
    place: Place
    tests: tuple[str, ...]
    later: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    trial: Trial
    noticed_by: str  # a node id; "time limit"; empty when nothing noticed


class Runner:
    def __init__(self, folder: Path, jobs: int) -> None:
        self.folder = folder
        self.jobs = jobs

    def pytest_configure(self) -> None:
        phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]  # a fault is enough
        hypothesis.settings.register_profile(
            "mutants", database=None, derandomize=True, deadline=None, phases=phases
        )
        hypothesis.settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("a test file cannot be loaded")
        self.session = session
        self.items = {item.nodeid: item for item in session.items}
        load_all()
        self.make_database()
        self.children = Children(self.folder, self.jobs)
        self.functions = loaded_functions()
        gc.freeze()  # pages stay shared with the children
        self.coverage = self.measured()
        self.work()
        return True

    def work(self) -> None:
        raise NotImplementedError

    def make_database(self) -> None:
        """Runs one test that needs the database, which makes it."""
        connection.settings_dict["TEST"]["NAME"] = f"test_mutants_{os.getpid()}"
        first = next(
            item
            for item in self.session.items
            if item.get_closest_marker("django_db") and item.nodeid.startswith("tests/editing/")
        )
        self.run_item(first, self.stranger(first))
        connection.close()
        forget_addresses()

    def measured(self) -> Coverage:
        coverage = Coverage(self.folder / "coverage.json")
        files: dict[str, list[str]] = defaultdict(list)
        for test in self.items:
            files[test.partition("::")[0]].append(test)
        for gone in set(coverage.files) - set(files):
            del coverage.files[gone]
        waiting = [name for name in files if not coverage.is_measured(name)]
        codes = dict(noting_codes()) if waiting else {}
        found = self.children.run(
            waiting, lambda name: self.measure(files[name], codes), lambda name: SECONDS_FOR_A_FILE
        )
        for done, (name, tests) in enumerate(found, 1):
            print(f"measured {done} of {len(waiting)}: {name}", flush=True)
            coverage.note(name, tests or {})
            coverage.save()
        return coverage

    def measure(self, tests: list[str], codes: dict[str, CodeType]) -> dict[str, dict]:
        """Each test from its setup to its teardown, with all that it shares set up anew."""
        for path, code in codes.items():
            self.put(path, code)
        facts = {}
        for test in tests:
            item = self.items[test]
            called, start = start_noting(), time.process_time()
            self.run_item(item, self.stranger(item))
            seconds = round(time.process_time() - start, 3)
            facts[test] = {"seconds": seconds, "functions": sorted(called)}
        return facts

    def trials(self, places: Sequence[tuple[int, Place]]) -> Iterator[Trial]:
        tests = self.coverage.tests()
        for number, place in places:
            first, later = choose_rounds(place.key, tests)
            yield Trial(number, place, tuple(first), tuple(later))

    def verdicts(self, trials: Sequence[Trial]) -> Iterator[Verdict]:
        """What came of each change; what no test executes is not run."""
        waiting: list[Trial] = []
        for trial, answer in self.children.run(trials, self.judge, self.time_limit):
            if answer == "" and trial.later:
                waiting.append(trial)
            else:
                yield Verdict(trial, "time limit" if answer is None else answer)
        again = [replace(trial, tests=trial.later) for trial in waiting]
        found = self.children.run(again, self.judge, self.time_limit)
        by_number = {trial.number: trial for trial in waiting}
        for trial, answer in found:
            first = by_number[trial.number]
            whole = replace(trial, tests=first.tests + first.later)
            yield Verdict(whole, "time limit" if answer is None else answer)

    def time_limit(self, trial: Trial) -> float:
        """In seconds of the clock, ample for a busy machine."""
        tests = self.coverage.tests()
        return 120 + 20 * sum(tests[test]["seconds"] for test in trial.tests)

    def judge(self, trial: Trial) -> str:
        place = trial.place
        self.put(place.path, place.code(), place.function)
        return next(self.failing(trial.tests), "")

    def put(self, path: str, code: CodeType, function: str = "") -> None:
        """Gives the loaded functions of a file the code of another compilation of it."""
        changed = {
            (part.co_qualname, part.co_firstlineno): part
            for part in codes(code)
            if not function or part.co_qualname.split(".<locals>")[0] == function
        }
        for loaded in self.functions[path]:
            key = (loaded.__code__.co_qualname, loaded.__code__.co_firstlineno)
            if key in changed:
                loaded.__code__ = changed[key]

    def failing(self, tests: Sequence[str]) -> Iterator[str]:
        for position, test in enumerate(tests, 1):
            item, before = self.items[test], self.session.testsfailed
            following = tests[position] if position < len(tests) else None
            self.run_item(item, self.items[following] if following else self.stranger(item))
            if self.session.testsfailed > before:
                yield test

    def failing_unchanged(self, tests: Sequence[str]) -> set[str]:
        """Those of the tests that fail in a child without any change: their word is not taken."""
        groups = [tests[start :: self.jobs] for start in range(min(self.jobs, len(tests)))]
        answers = self.children.run(groups, lambda group: list(self.failing(group)), lambda g: 900)
        return {test for group, answer in answers for test in (group if answer is None else answer)}

    def stranger(self, item: pytest.Item) -> pytest.Item:
        """A test of another file, at which all but the session's fixtures are torn down."""
        return next(other for other in self.session.items if other.path != item.path)

    def run_item(self, item: pytest.Item, following: pytest.Item) -> None:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def load_all() -> None:
    for path in source_paths():
        if not path.endswith("/urls.py"):
            importlib.import_module(module_name(path))


def forget_addresses() -> None:
    """Every child builds the table of addresses anew, as changed code tells."""
    clear_url_caches()
    for path in source_paths():
        if path.endswith("/urls.py"):
            sys.modules.pop(module_name(path), None)


def loaded_functions() -> dict[str, list[FunctionType]]:
    """By file, the functions of our code that live in memory."""
    found: dict[str, list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if type(thing) is FunctionType and thing.__code__.co_filename.startswith(f"{ROOT}/"):
            found[thing.__code__.co_filename.removeprefix(f"{ROOT}/")].append(thing)
    return found


def module_name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from codes(constant)
