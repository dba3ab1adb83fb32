"""Which tests are run for a change: some of those that execute its function, the closest first."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import zip_longest

MOST_TESTS = 40  # of the first round
MOST_SECONDS = 15  # of each round, of the processor
MOST_SECONDS_LATER = 120


def choose_rounds(place_key: str, tests: dict[str, dict]) -> tuple[list[str], list[str]]:
    """Two rounds of node ids: the closest tests, and most of the others, run if those pass."""
    order = in_order(place_key, tests)
    first = within(MOST_SECONDS, order, tests)[:MOST_TESTS]
    later = [test for test in order if test not in set(first)]
    return first, within(MOST_SECONDS_LATER, later, tests)


def within(most: float, order: list[str], tests: dict[str, dict]) -> list[str]:
    """Those that fit in the time, one at least."""
    chosen: list[str] = []
    seconds = 0.0
    for test in order:
        if not chosen or seconds + tests[test]["seconds"] <= most:
            seconds += tests[test]["seconds"]
            chosen.append(test)
    return chosen


def in_order(place_key: str, tests: dict[str, dict]) -> list[str]:
    """Every test that executes the function: those of the same package before others."""
    package = place_key.split("/")[1].partition(".")[0]
    executing = [test for test, facts in tests.items() if place_key in facts["functions"]]
    executing.sort(key=lambda test: (len(tests[test]["functions"]), tests[test]["seconds"], test))
    near = [test for test in executing if test.startswith(f"tests/{package}/")]
    far = [test for test in executing if test not in set(near)]
    return [*narrow_and_wide(one_of_each(near)), *one_of_each(far)]


def one_of_each(tests: list[str]) -> list[str]:
    """Every test with its first parameters, then with its second ones, and so on."""
    by_function: dict[str, list[str]] = defaultdict(list)
    for test in tests:
        by_function[test.partition("[")[0]].append(test)
    return [
        test for parameters in zip_longest(*by_function.values()) for test in parameters if test
    ]


def narrow_and_wide(tests: list[str]) -> list[str]:
    """Three tests of little code, then one of much, and again."""
    order: list[str] = []
    left = deque(tests)
    while left:
        order += [left.popleft() for _ in range(min(3, len(left)))]
        if left:
            order.append(left.pop())
    return order
