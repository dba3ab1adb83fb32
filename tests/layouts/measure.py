"""Measures how families are read: `python -m tests.layouts.measure NAME …`, without names those
that are kept apart. NAME is a family or a module of families."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from articles.imports.manuscript import read_manuscript
from tests.layouts.families.files import FAMILIES, FORMS, HELD_OUT, can_be_written, write

SEEDS = (8, 21)
TEXTS = ("title", "abstract", "keywords")
FIELDS = (*TEXTS, "authors.name", "authors.email", "authors.orcid", "authors.affiliations",
          "affiliations.name")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=[])
    parser.add_argument("--details", action="store_true", help="print each value that is wrong")
    parser.add_argument("--fields", action="store_true", help="print the share of each field")
    options = parser.parse_args()
    families = [
        name
        for name, family in FAMILIES.items()
        if (name in HELD_OUT and not options.names)
        or {name, family.__module__.rpartition(".")[2]} & set(options.names)
    ]
    jobs = [(name, seed, form) for name in families for seed in SEEDS for form in FORMS
            if can_be_written(name, form)]  # fmt: skip
    by_family: dict[str, Counter[str]] = {name: Counter() for name in families}
    with ProcessPoolExecutor() as processes:
        for (name, *rest), (counts, faults) in zip(
            jobs, processes.map(measure, jobs, chunksize=4), strict=True
        ):
            by_family[name] += counts
            if options.details and faults:
                print(*(f"{name} {rest}: {fault}" for fault in faults), sep="\n")
    for name, counts in by_family.items():
        print(_row(name, counts))
    total = sum(by_family.values(), Counter())
    print(_row("all", total))
    for field in FIELDS if options.fields else ():
        print(f"{field:24} {total[f'read {field}']:5} of {total[f'printed {field}']:5}")


def measure(job: tuple[str, int, str]) -> tuple[Counter[str], list[str]]:
    """Count the values of one manuscript that are read exactly, and the authors invented."""
    data, name, truth = write(*job)
    manuscript = read_manuscript(data, name)
    printed, found = values_of(truth), values_of(manuscript.to_json())
    counts: Counter[str] = Counter(printed=len(printed))
    counts["read"] = sum(found.get(path) == value for path, value in printed.items())
    for path, value in printed.items():
        field = _field_of(path)
        counts[f"printed {field}"] += 1
        counts[f"read {field}"] += found.get(path) == value
    known = {name for author in truth["authors"] for name in author["name"].values()}
    people = [path for path in found if path.startswith("authors.") and ".name." in path]
    invented = [path for path in people if found[path] not in known]
    counts["invented"] = len(invented)
    for value in manuscript.values:
        if value.sureness == "certain" and value.path in found:
            counts["certain"] += 1
            counts["certain and right"] += found[value.path] == printed.get(value.path)
    faults = [f"{path}: {value!r} read as {found.get(path)!r}"
              for path, value in printed.items() if found.get(path) != value]  # fmt: skip
    return counts, faults + [f"{path}: {found[path]!r} is no author" for path in invented]


def _field_of(path: str) -> str:
    """`authors.0.name.kk`: `authors.name`."""
    return next(field for field in FIELDS if set(field.split(".")) <= set(path.split(".")))


def values_of(article: dict[str, Any]) -> dict[str, Any]:
    """The values that are compared, by their paths."""
    return {path: value for path, value in _values(article) if value}


def _values(article: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for field in TEXTS:
        yield from ((f"{field}.{code}", value) for code, value in article[field].items())
    for field in ("authors", "affiliations"):
        for at, member in enumerate(article[field]):
            for code, name in member["name"].items():
                yield f"{field}.{at}.name.{code}", name
            if field == "authors":
                for part in ("email", "orcid", "affiliations"):
                    yield f"{field}.{at}.{part}", member[part]


def _row(name: str, counts: Counter[str]) -> str:
    read, certain = (
        100 * counts[right] / (counts[of] or 1)
        for right, of in (("read", "printed"), ("certain and right", "certain"))
    )
    return (
        f"{name:30} {counts['read']:5} of {counts['printed']:5} {read:6.1f} %"
        f"  invented {counts['invented']:3}  certain {counts['certain']:5} right {certain:6.1f} %"
    )


if __name__ == "__main__":
    main()
