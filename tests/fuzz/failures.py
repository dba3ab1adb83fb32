"""The failures of a run, kept under var/fuzz with their numbers."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from pathlib import Path

from .worker import Result

SLOW_SECONDS = 10.0  # of the CPU; the server gives up after 30
LARGE_MB = 500.0  # memory of the child process; 90 of them are its libraries
KEPT_OF_A_KIND = 5


class Failures:
    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.kinds: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.started = self.last = time.time()
        self.tries, self.slowest, self.slowest_try, self.largest = 0, 0.0, 0, 0.0

    def note(self, number: int, name: str, data: bytes, result: Result) -> None:
        self.tries += 1
        self.outcomes[result.outcome.split(":")[0]] += 1
        if result.seconds > self.slowest:
            self.slowest, self.slowest_try = result.seconds, number
        self.largest = max(self.largest, result.megabytes)
        for kind in kinds_of(result):
            self.keep(kind, number, name, data, result)

    def keep(self, kind: str, number: int, name: str, data: bytes, result: Result) -> None:
        self.kinds[kind] += 1
        self.last = time.time()
        if self.kinds[kind] > KEPT_OF_A_KIND:
            return
        print(f"FOUND {kind}: try {number}, {name!r}, {len(data)} bytes")
        print(result.trace, result.faults[:3], flush=True)
        short = re.sub(r"\W+", "-", kind)[:70]
        stem = f"{short}-{number}"
        (self.home / f"{stem}{Path(name).suffix}").write_bytes(data)
        report = {
            "try": number,
            "name": name,
            "kind": kind,
            "seconds": result.seconds,
            "outcome": result.outcome,
        }
        report |= {"megabytes": result.megabytes, "faults": result.faults, "trace": result.trace}
        (self.home / f"{stem}.json").write_text(json.dumps(report, ensure_ascii=False, indent=1))

    def report(self) -> str:
        """Return one line about the run so far."""
        now = time.time()
        minutes, clean = (now - self.started) / 60, (now - self.last) / 60
        outcomes = ", ".join(f"{name} {count}" for name, count in self.outcomes.most_common())
        kinds = (
            ", ".join(f"{name} {count}" for name, count in self.kinds.most_common()) or "nothing"
        )
        return (
            f"{self.tries} files in {minutes:.1f} minutes ({outcomes}); "
            f"slowest {self.slowest:.1f} s (try {self.slowest_try}), "
            f"largest {self.largest:.0f} MB; found: {kinds}; "
            f"the last {clean:.1f} minutes found nothing"
        )


def kinds_of(result: Result) -> list[str]:
    """Return a name for each fault of a result; alike faults have the same name."""
    kinds = [re.sub(r"[^\w. ].*|\d+", "", fault)[:60].strip() for fault in result.faults]
    if result.outcome.startswith("child lost"):
        kinds.append(result.outcome.replace(":", ""))
    if result.trace:
        places = re.findall(r'File ".*?/(articles/\S+?)", line (\d+)', result.trace)
        place = f"{places[-1][0]} {places[-1][1]}" if places else "elsewhere"
        kinds.append(f"{result.outcome} {place}")
    if result.seconds > SLOW_SECONDS:
        kinds.append("slow")
    if result.megabytes > LARGE_MB:
        kinds.append("large")
    return list(dict.fromkeys(kinds))
