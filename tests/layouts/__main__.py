"""Trains the line classifier: `python -m tests.layouts --count 700` writes its weights."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from articles.imports.manuscript.classify.chain import WEIGHTS, best_sequence, load_chain
from tests.layouts.cases import case_examples, labelled_example
from tests.layouts.families.files import FAMILIES, FORMS, HELD_OUT, can_be_written, write
from tests.layouts.training import Example, example, train

CASES = Path(__file__).parents[2].parent / "shared" / "manuscripts"
REPEATED = 2  # a case stands for more layouts than an invented manuscript
FAMILY_SHARE = 200  # of so many invented manuscripts, one of each family in each form
NEW = 1_000_000  # seeds from here on are not trained with


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=700, help="invented manuscripts")
    count = parser.parse_args().count
    trained = [family for family in FAMILIES if family not in (*HELD_OUT, "mixed")]
    each = range(NEW // 10, NEW // 10 + max(1, count // FAMILY_SHARE))
    with ProcessPoolExecutor() as processes:
        invented = list(processes.map(example, range(count), chunksize=20))
        families = list(processes.map(family_example, jobs(trained, each), chunksize=8))
        mixed = list(processes.map(family_example, designs(count), chunksize=8))
    train([*invented, *families, *mixed, *list(case_examples(CASES)) * REPEATED])
    with ProcessPoolExecutor() as processes:
        fresh = list(processes.map(example, range(NEW, NEW + count // 10), chunksize=20))
        strangers = list(processes.map(family_example, jobs(HELD_OUT, range(1)), chunksize=8))
    for name, examples in (("new manuscripts", fresh), ("families kept apart", strangers)):
        right, lines = map(sum, zip(*map(right_lines, examples), strict=True))
        print(f"{WEIGHTS.name}: {right} of {lines} lines of {name} are right")


def jobs(families: Iterable[str], seeds: range) -> list[tuple[str, int, str]]:
    return [
        (family, seed, form)
        for family in families
        for seed in seeds
        for form in FORMS
        if can_be_written(family, form)
    ]


def designs(count: int) -> list[tuple[str, int, str]]:
    """Manuscripts of so many designs, each in one form."""
    forms = list(FORMS)
    return [("mixed", seed, forms[seed % len(forms)]) for seed in range(count)]


def family_example(job: tuple[str, int, str]) -> Example:
    return labelled_example(*write(*job))


def right_lines(example: Example) -> tuple[int, int]:
    """How many lines without a zone the chain labels right, and how many there are."""
    features, types = example
    chain = load_chain()
    every = tuple(chain.transitions)
    free = [not any(name.startswith("zone:") for name in names) for names in features]
    allowed = [every if is_free else (kind,) for is_free, kind in zip(free, types, strict=True)]
    choices = best_sequence(chain, chain.scores(features, allowed))
    right = (choice.label == kind for choice, kind in zip(choices, types, strict=True))
    return sum(is_right for is_right, is_free in zip(right, free, strict=True) if is_free), sum(
        free
    )


if __name__ == "__main__":
    main()
