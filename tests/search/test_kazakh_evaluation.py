"""The Kazakh stemmer against the treebank's list of forms: the bounds that it must hold."""

import importlib.util
from pathlib import Path

import pytest

from articles.search.kazakh import stem

EVALUATION = Path(__file__).parents[2].parent / "shared" / "search"

pytestmark = pytest.mark.skipif(
    not (EVALUATION / "kazakh_forms.tsv").exists(),
    reason="../shared/search/kazakh_forms.tsv, the list of forms, is not there",
)


def evaluation():
    spec = importlib.util.spec_from_file_location("evaluate", EVALUATION / "evaluate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("kinds", "least_recall", "least_precision"),
    [({"nominal"}, 0.95, 0.72), ({"nominal", "verb"}, 0.90, 0.65)],
)
def test_the_stemmer_joins_forms_as_well_as_promised(kinds, least_recall, least_precision):
    evaluate = evaluation()
    pairs = [
        pair for pair in evaluate.pairs_of(EVALUATION / "kazakh_forms.tsv") if pair[2] in kinds
    ]

    recall, precision, _wrong = evaluate.score(pairs, stem)

    assert recall >= least_recall
    assert precision >= least_precision
