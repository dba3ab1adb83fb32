"""How the review page marks the lines of a manuscript."""

from types import SimpleNamespace

import pytest

from articles.admin.manuscripts.manuscript_lines import closest_field, mark_of

SURE = SimpleNamespace(is_doubtful=False, lines=(1, 2))
DOUBTFUL = SimpleNamespace(is_doubtful=True, lines=(1,))
MANUSCRIPT = SimpleNamespace(running_heads=(5,), unused_lines=(6,))


@pytest.mark.parametrize(
    ("number", "fields", "mark"),
    [
        (1, [SURE], "used"),
        (1, [SURE, DOUBTFUL], "doubtful"),
        (5, [], "running-head"),
        (5, [SURE], "used"),
        (6, [], "unplaced"),
        (7, [], ""),
    ],
)
def test_a_line_is_marked_by_what_is_taken_from_it(number, fields, mark):
    assert mark_of(number, fields, MANUSCRIPT) == mark


def test_a_line_leads_to_the_field_of_the_fewest_lines():
    assert closest_field([SURE, DOUBTFUL]) is DOUBTFUL
    assert closest_field([]) is None
