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
    path, shares = _best_path(chain, scores), _shares(chain, scores)
    return [_choice(label, share) for label, share in zip(path, shares, strict=True)]


def _choice(label: str, shares: dict[str, float]) -> Choice:
    others = {other: share for other, share in shares.items() if other != label}
    second = max(others, key=others.__getitem__, default=label)
    return Choice(label, shares[label], second)


def _best_path(chain: Chain, scores: Scores) -> list[str]:
    """Viterbi: for each label the best way to it, then back from the best end."""
    best: dict[str, float] = scores[0] if scores else {}
    ways: list[dict[str, str]] = []
    for votes in scores[1:]:
        ways.append(way := {label: _best_before(chain, best, label) for label in votes})
        best = {
            label: best[way[label]] + chain.step(way[label], label) + vote
            for label, vote in votes.items()
        }
    path = [max(best, key=best.__getitem__)] if best else []
    for way in reversed(ways):
        path.append(way[path[-1]])
    return path[::-1]


def _best_before(chain: Chain, best: dict[str, float], label: str) -> str:
    return max(best, key=lambda before: best[before] + chain.step(before, label))


def _shares(chain: Chain, scores: Scores) -> Scores:
    """The probability of each label of each line, over all sequences (forward and backward)."""
    forward = _passed(scores, chain.step)
    backward = _passed(scores[::-1], lambda after, label: chain.step(label, after))[::-1]
    shares: Scores = []
    for votes, ahead, behind in zip(scores, forward, backward, strict=True):
        total = {label: ahead[label] + behind[label] - vote for label, vote in votes.items()}
        whole = _log_sum(total.values())
        shares.append({label: exp(value - whole) for label, value in total.items()})
    return shares


def _passed(scores: Scores, step: Callable[[str, str], float]) -> Scores:
    """The log of the weight of all sequences that end at each label of each line."""
    passed: Scores = []
    for votes in scores:
        before = passed[-1].items() if passed else ()
        ways = (
            (label, vote, [weight + step(other, label) for other, weight in before])
            for label, vote in votes.items()
        )
        passed.append({label: vote + (_log_sum(way) if way else 0) for label, vote, way in ways})
    return passed


def _log_sum(values: Iterable[float]) -> float:
    values = list(values)
    top = max(values)
    return top + log(sum(exp(value - top) for value in values))
