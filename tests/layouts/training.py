"""Learns the weights of the line classifier from invented manuscripts."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from articles.imports.manuscript.classify.chain import WEIGHTS
from articles.imports.manuscript.classify.features import line_features
from articles.imports.manuscript.classify.layout import Layout
from articles.imports.manuscript.lines.joining import join_lines
from articles.imports.manuscript.pipeline import assign_labelled_parts
from tests.layouts.writing import write_manuscript

SETTINGS = {"c1": 0.3, "c2": 0.1, "max_iterations": 150, "feature.possible_transitions": True}
LEAST = 0.02  # smaller weights are left out
Example = tuple[list[list[str]], list[str]]  # the features of each paragraph, and what it is
Weights = dict[str, dict[str, float]]


def example(seed: int) -> Example:
    """Return the paragraphs of an invented manuscript; the labelled parts are their zones."""
    manuscript = write_manuscript(seed)
    layout = Layout(join_lines(tuple(manuscript.lines)))
    assign_labelled_parts(layout)
    types = [manuscript.types[paragraph.lines[0] - 1] for paragraph in layout.paragraphs]
    return line_features(layout), [zone or types[at] for at, zone in enumerate(layout.zones)]


def train(examples: Iterable[Example], path: Path = WEIGHTS) -> None:
    """Learn the weights, and write them as JSON."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for features, types in examples:
        trainer.append(features, types)
    with tempfile.NamedTemporaryFile() as model:
        trainer.train(model.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(model.name)
        learned = tagger.info()
    write_weights(path, learned.state_features, learned.transitions)


def write_weights(path: Path, features: dict, transitions: dict) -> None:
    """Write one feature or label on each line, so that a new training shows as a diff."""
    parts = {"features": _nested(features), "transitions": _nested(transitions)}
    text = ",\n".join(f'"{name}": {_object(part)}' for name, part in parts.items())
    path.write_text(f"{{{text}}}\n", "utf-8")


def _nested(flat: dict[tuple[str, str], float]) -> Weights:
    weights: Weights = defaultdict(dict)
    for (name, label), weight in sorted(flat.items()):
        if abs(weight) >= LEAST:
            weights[name][label] = round(weight, 2)
    return weights


def _object(weights: Weights) -> str:
    members = (f"{json.dumps(name)}: {json.dumps(by_label)}" for name, by_label in weights.items())
    return "{\n" + ",\n".join(members) + "\n}"
