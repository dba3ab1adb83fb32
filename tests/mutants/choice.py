"""Which tests are run for a change: those that execute its function, the closest first."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, zip_longest

MOST_TESTS = 40
MOST_SECONDS = 20


def choose_tests(place_key: str, tests: dict[str, dict]) -> list[str]:
    """Node ids in the order of running: tests of the same package, then those of the least code;
    of a test with many parameters one at a time."""
    package = place_key.split("/")[1].partition(".")[0]
    executing = [test for test, facts in tests.items() if place_key in facts["functions"]]
    executing.sort(key=lambda test: closeness(test, package, tests[test]))
    chosen: list[str] = []
    seconds = 0.0
    for test in one_of_each(executing, package):
        seconds += tests[test]["seconds"]
        if chosen and seconds > MOST_SECONDS:
            continue
        chosen.append(test)
        if len(chosen) == MOST_TESTS:
            break
    return chosen


def closeness(test: str, package: str, facts: dict) -> tuple:
    return not is_of(test, package), len(facts["functions"]), facts["seconds"], test


def is_of(test: str, package: str) -> bool:
    return test.startswith(f"tests/{package}/")


def one_of_each(tests: list[str], package: str) -> list[str]:
    """Every test with its first parameters, then with its second ones, and so on."""
    near: dict[str, list[str]] = defaultdict(list)
    far: dict[str, list[str]] = defaultdict(list)
    for test in tests:
        (near if is_of(test, package) else far)[test.partition("[")[0]].append(test)
    rounds = chain(*zip_longest(*near.values()), *zip_longest(*far.values()))
    return [test for test in rounds if test]
