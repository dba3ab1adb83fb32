"""One-place changes of the code, and whether the tests notice: `python -m tests.mutants`.

A sample of places in functions and methods is drawn by a seed; each is changed in memory, and the
tests that execute the function are run until one fails. The report tells the place, the change
and the test that noticed it, and is kept as `var/mutants/seed-N.txt`; `--only NUMBER` runs one
change of the sample again. The first run measures which test executes what, which takes minutes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from .report import Report
from .runner import Runner
from .sample import ROOT, take

NOT_RUN = ("browser", "fuzz", "bench", "mutants")


class Sampler(Runner):
    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(options.into, options.jobs)
        self.options = options

    def work(self) -> None:
        options = self.options
        places = list(enumerate(take(options.count, options.seed, options.package), 1))
        if options.only:
            places = [place for place in places if place[0] in options.only]
        report = Report(self.folder / f"seed-{options.seed}.txt", is_kept=not options.only)
        for verdict in self.verdicts(list(self.trials(places))):
            report.add(verdict)
        report.withdraw(self.failing_unchanged(report.noticing_tests()))
        report.end()


def main() -> int:
    options = arguments()
    options.into.mkdir(parents=True, exist_ok=True)
    sampler = Sampler(options)
    flags = ["-q", "-s", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
    ignored = [f"--ignore=tests/{name}" for name in NOT_RUN]
    status = pytest.main([*flags, *ignored, f"--rootdir={ROOT}", "tests"], plugins=[sampler])
    return 0 if status in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) else int(status)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="how many changes (200)")
    parser.add_argument("--seed", type=int, default=1, help="another sample for another number")
    parser.add_argument("--package", nargs="*", default=[], help="as articles/dois; else all")
    parser.add_argument(
        "--only", type=int, nargs="*", help="changes of the sample, by their numbers"
    )
    parser.add_argument("--jobs", type=int, default=2, help="children at a time (2)")
    parser.add_argument("--into", type=Path, default=ROOT / "var" / "mutants", help="reports")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
