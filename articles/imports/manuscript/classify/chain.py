"""A linear chain: the best sequence of labels over all lines, and how sure each label is.

Features vote for the label of their line, transitions for the label that follows another (a
conditional random field). The weights are data, learned by `python -m tests.layouts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path

import msgspec

WEIGHTS = Path(__file__).with_name("weights.json")
Scores = list[dict[str, float]]  # for each line, its possible labels with their votes
Join = Callable[[Iterable[float]], float]


class Chain(msgspec.Struct, frozen=True):
    """The weights: of each label by feature, and of each label by the one before it."""

    features: dict[str, dict[str, float]]
    transitions: dict[str, dict[str, float]]

    def scores(self, lines: Iterable[Iterable[str]], allowed: Iterable[Sequence[str]]) -> Scores:
        """Return the votes for the labels that are allowed on each line."""
        return [
            {label: sum(self.features.get(name, {}).get(label, 0.0) for name in names)
             for label in labels}
            for names, labels in zip(map(tuple, lines), allowed, strict=True)
        ]  # fmt: skip

    def step(self, label: str, following: str) -> float:
        """Return the weight of one label after another."""
        return self.transitions.get(label, {}).get(following, 0.0)


@dataclass(frozen=True)
class Choice:
    """The label of one line, its probability, and the label that was nearly chosen."""

    label: str
    probability: float
    second: str


@cache
def load_chain() -> Chain:
    """Return the chain of the line classifier."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Chain)


def best_sequence(chain: Chain, scores: Scores) -> list[Choice]:
    """Return the label of each line in the best sequence over all lines."""
    best, all_ways = _weights(chain, scores, max), _weights(chain, scores, _log_sum)
    return [_choice(*weights) for weights in zip(best, all_ways, strict=True)]


def _choice(best: dict[str, float], weights: dict[str, float]) -> Choice:
    """The label of the best sequence, of equal ones the likelier, with its share in all."""
    whole = _log_sum(weights.values())
    shares = {label: exp(weight - whole) for label, weight in weights.items()}
    label = max(best, key=lambda each: (round(best[each], 6), shares[each]))
    others = (other for other in shares if other != label)
    second = max(others, key=shares.__getitem__, default=label)
    return Choice(label, shares[label], second)


def _weights(chain: Chain, scores: Scores, join: Join) -> Scores:
    """The weight of the sequences through each label of each line, joined: of the best (max-sum,
    as Viterbi's), or of all of them (forward and backward).
    """
    forward = _passed(scores, chain.step, join)
    backward = _passed(scores[::-1], lambda after, label: chain.step(label, after), join)[::-1]
    return [
        {label: ahead[label] + behind[label] - vote for label, vote in votes.items()}
        for votes, ahead, behind in zip(scores, forward, backward, strict=True)
    ]


def _passed(scores: Scores, step: Callable[[str, str], float], join: Join) -> Scores:
    """The weight of the sequences that end at each label of each line, joined."""
    passed: Scores = []
    for votes in scores:
        before = passed[-1].items() if passed else ()
        ways = {label: [way + step(other, label) for other, way in before] for label in votes}
        passed.append({label: vote + join(ways[label] or [0]) for label, vote in votes.items()})
    return passed


def _log_sum(values: Iterable[float]) -> float:
    values = list(values)
    top = max(values)
    return top + log(sum(exp(value - top) for value in values))
