"""The badge of an article that readers must not take as it first was."""

import pytest

from articles.views.status_badge import status_badge


@pytest.mark.parametrize(
    ("status", "relations", "badge"),
    [
        ("withdrawn", ["corrected_by"], ("bad", "Withdrawn")),
        ("retracted", ["concern_expressed_by"], ("bad", "Retracted")),
        ("published", ["corrected_by", "concern_expressed_by"], ("warn", "Expression of concern")),
        ("published", ["corrected_by"], ("warn", "Corrected")),
        ("published", ["corrects", "retracts", "translates"], None),
        ("published", [], None),
    ],
)
def test_the_gravest_mark_is_shown(status, relations, badge):
    shown = status_badge(status, relations)

    assert badge == (shown and tuple(map(str, shown)))
