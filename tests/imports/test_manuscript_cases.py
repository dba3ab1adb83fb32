"""The shared manuscripts are read as their truth says, by the shared score."""

import importlib.util
import json
from pathlib import Path

import pytest

from articles.imports.manuscript import read_manuscript

SHARED = Path(__file__).parents[2].parent / "shared" / "manuscripts"
FORMS = (".md", ".txt", ".docx", ".pdf")
CASES = sorted(p for p in SHARED.glob("*") if p.suffix in FORMS and p.stem != "README")

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared manuscripts are not beside the project"
)


def scorer():
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_a_shared_manuscript_is_read_as_its_truth_says(path):
    score = scorer()
    truth = json.loads(path.with_suffix(".json").read_text("utf-8"))

    wrong = []
    manuscript = read_manuscript(path.read_bytes(), path.name)
    tally = score.score_case(truth, manuscript.to_json(), lambda *one: wrong.append(one))

    slots, exact, _fuzzy, _missing, spurious = score.total(tally)
    assert spurious == 0, wrong
    assert exact / slots >= 0.97, wrong


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_every_value_has_source_lines_that_exist(path):
    manuscript = read_manuscript(path.read_bytes(), path.name)

    numbers = {line.number for line in manuscript.lines}
    sourceless = {"article_language"}

    assert all(numbers.issuperset(value.lines) for value in manuscript.values)
    assert {value.path for value in manuscript.values if not value.lines} <= sourceless


def test_99_of_100_values_that_are_called_certain_are_right():
    score = scorer()
    certain = wrong = 0
    for path in CASES:
        truth = json.loads(path.with_suffix(".json").read_text("utf-8"))
        manuscript = read_manuscript(path.read_bytes(), path.name)
        faults: list[str] = []
        score.score_case(truth, manuscript.to_json(), lambda fault, *_, to=faults: to.append(fault))
        for value in manuscript.values:
            certain += value.sureness == "certain"
            wrong += value.sureness == "certain" and any(
                f"{value.path}.".startswith(f"{fault}.") for fault in faults
            )

    assert wrong <= 0.01 * certain
