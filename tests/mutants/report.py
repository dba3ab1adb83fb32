"""The report of a sample: each change with the test that noticed it, and a score per package."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from .runner import Verdict


class Report:
    def __init__(self, path: Path, is_kept: bool) -> None:
        self.path = path
        self.is_kept = is_kept
        self.verdicts: list[Verdict] = []

    def add(self, verdict: Verdict) -> None:
        self.verdicts.append(verdict)
        print("\n".join(lines_of(verdict)), flush=True)

    def noticing_tests(self) -> list[str]:
        return sorted({verdict.noticed_by for verdict in self.verdicts} - {"", "time limit"})

    def withdraw(self, failing: set[str]) -> None:
        """Takes back what was noticed by tests that fail without any change."""
        for test in sorted(failing):
            print(f"fails without a change: {test}")
        self.verdicts = [
            replace(verdict, noticed_by="") if verdict.noticed_by in failing else verdict
            for verdict in self.verdicts
        ]

    def end(self) -> None:
        self.verdicts.sort(key=lambda verdict: verdict.trial.number)
        summary = self.summary()
        print("\n".join(summary))
        if self.is_kept:
            changes = [line for verdict in self.verdicts for line in lines_of(verdict)]
            self.path.write_text("\n".join([*changes, "", *summary, ""]))

    def summary(self) -> list[str]:
        total = Counter(verdict.trial.place.package for verdict in self.verdicts)
        noticed = Counter(v.trial.place.package for v in self.verdicts if v.noticed_by)
        rows = [f"{name:28} {noticed[name]:4} of {total[name]:4}" for name in sorted(total)]
        of_all, all_noticed = total.total(), noticed.total()
        share = 100 * all_noticed / of_all if of_all else 0
        return [*rows, f"{'noticed':28} {all_noticed:4} of {of_all:4}  {share:.1f} %"]


def lines_of(verdict: Verdict) -> list[str]:
    trial = verdict.trial
    place = trial.place
    if verdict.noticed_by:
        outcome = f"noticed by {verdict.noticed_by}"
    else:
        outcome = f"NOT NOTICED by {len(trial.tests)} tests"
    head = f"{trial.number:4}  {place.path}:{place.line} {place.function}  ({place.change.kind})"
    return [head, *(f"        {line}" for line in place.diff()), f"      {outcome}"]
