"""The file of decisions, and what is wrong with one."""

import pytest

from articles.imports import Unreadable
from articles.intake.ojs.decisions import Decisions, NumbersDecision, read_decisions


def test_decisions_are_read():
    written = b"""{"groups": {"capital_title": "repair"}, "locales": {"de_DE": "en"},
        "sections": {"5": 12, "REV": null}, "issues": {"32": {"number": "3"}}}"""

    assert read_decisions(written) == Decisions(
        groups={"capital_title": "repair"},
        locales={"de_DE": "en"},
        sections={"5": 12, "REV": None},
        issues={"32": NumbersDecision(number="3")},
    )


def test_what_is_not_decided_is_the_first_choice_of_its_group():
    decisions = Decisions(groups={"capital_title": "repair"})

    assert decisions.choice("capital_title") == "repair"
    assert decisions.choice("broken_file") == "refuse"
    assert decisions.choice("gap") is None


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('{"groups": {"gap": "leave"}}', "groups.gap: This group has no such choice. "
                                         "Its choices are: –."),
        ('{"groups": {"capital_title": "shout"}}', "groups: 'shout' is not a valid choice."),
        ('{"group": {}}', "Unknown field “group”. Check the name for typos."),
        ('{"locales": {"de": "fr"}}', "locales: 'fr' is not a valid choice."),
        ("[]", "The file contains no article."),
    ],
)  # fmt: skip
def test_what_is_no_decision_is_refused(written, message):
    with pytest.raises(Unreadable) as refusal:
        read_decisions(written.encode())

    assert str(refusal.value) == message
