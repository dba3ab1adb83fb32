"""Whatever the actions and wherever the count is interrupted: two parts count what one counts."""

from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from articles.usage.actions import Action
from articles.usage.counting import Metric, Reader, UsageCounter

ZONE = ZoneInfo("Asia/Almaty")
MIDNIGHT = 1_795_201_200  # the beginning of 2026-11-21 in Almaty
PATHS = {"/a": Action(1, True), "/b": Action(1), "/c": Action(2, True, True)}
actions = st.lists(
    st.tuples(
        st.integers(MIDNIGHT - 300, MIDNIGHT + 300),
        st.sampled_from(["203.0.113.1", "203.0.113.2"]),
        st.sampled_from(sorted(PATHS)),
    ),
    max_size=40,
)


def count(parts):
    """The totals of all parts, each counted from the state that the one before left."""
    counter, totals = UsageCounter(ZONE), {}
    for part in parts:
        counter = UsageCounter(ZONE, counter.state)
        for time, address, path in part:
            counter.add(Reader(address, "Firefox", path), PATHS[path], time)
        for key, change in counter.take_totals().items():
            totals[key] = totals.get(key, 0) + change
        counter.prune()
    return {key: total for key, total in totals.items() if total}


def rows_of_clicks(times):
    """How many rows of clicks there are, by the rule as it is written."""
    times = sorted(times)
    return sum(later - time > 30 for time, later in pairwise(times)) + 1


@given(actions, st.integers(0, 40))
def test_two_parts_count_what_one_counts(actions, end):
    assert count([actions[:end], actions[end:]]) == count([actions])


@given(actions)
def test_the_order_of_lines_changes_nothing(actions):
    assert count([sorted(actions)]) == count([actions])


@given(actions)
def test_totals_follow_the_rule_of_double_clicks(actions):
    clicks = {}
    for time, address, path in actions:
        clicks.setdefault((address, path), []).append(time)

    totals = count([actions])

    total = sum(n for (*_, metric, _), n in totals.items() if metric == Metric.TOTAL_INVESTIGATIONS)
    assert total == sum(map(rows_of_clicks, clicks.values()))


@given(actions)
def test_unique_counts_are_never_above_totals(actions):
    totals = count([actions])

    for (article, day, metric, country), number in totals.items():
        assert number > 0
        if metric == Metric.UNIQUE_INVESTIGATIONS:
            assert number <= totals[article, day, Metric.TOTAL_INVESTIGATIONS, country]
        if metric == Metric.UNIQUE_REQUESTS:
            assert number <= totals[article, day, Metric.TOTAL_REQUESTS, country]
