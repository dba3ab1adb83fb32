"""What a run has found: each find kept under var/fuzz with its number, told once a kind."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from pathlib import Path

from .worker import Answered

SLOW_SECONDS = 10.0  # of the CPU; the server gives up after 30
LARGE_MB = 500.0  # of a child after its tries, itself and its libraries 90
KEPT_A_KIND = 5


class Finds:
    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.kinds: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.started = self.last = time.time()
        self.tries, self.slowest, self.slowest_try, self.largest = 0, 0.0, 0, 0.0

    def note(self, number: int, name: str, data: bytes, said: Answered) -> None:
        self.tries += 1
        self.outcomes[said.outcome.split(":")[0]] += 1
        if said.seconds > self.slowest:
            self.slowest, self.slowest_try = said.seconds, number
        self.largest = max(self.largest, said.megabytes)
        for kind in kinds_of(said):
            self.keep(kind, number, name, data, said)

    def keep(self, kind: str, number: int, name: str, data: bytes, said: Answered) -> None:
        self.kinds[kind] += 1
        self.last = time.time()
        if self.kinds[kind] > KEPT_A_KIND:
            return
        print(f"FOUND {kind}: try {number}, {name!r}, {len(data)} bytes")
        print(said.trace, said.faults[:3], flush=True)
        short = re.sub(r"\W+", "-", kind)[:70]
        stem = f"{short}-{number}"
        (self.home / f"{stem}{Path(name).suffix}").write_bytes(data)
        told = {
            "try": number,
            "name": name,
            "kind": kind,
            "seconds": said.seconds,
            "outcome": said.outcome,
        }
        told |= {"megabytes": said.megabytes, "faults": said.faults, "trace": said.trace}
        (self.home / f"{stem}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1))

    def report(self) -> str:
        """One line for the end, and for looking in between."""
        now = time.time()
        minutes, clean = (now - self.started) / 60, (now - self.last) / 60
        outcomes = ", ".join(f"{name} {count}" for name, count in self.outcomes.most_common())
        found = (
            ", ".join(f"{name} {count}" for name, count in self.kinds.most_common()) or "nothing"
        )
        return (
            f"{self.tries} files in {minutes:.1f} minutes ({outcomes}); "
            f"slowest {self.slowest:.1f} s (try {self.slowest_try}), "
            f"largest {self.largest:.0f} MB; found: {found}; "
            f"the last {clean:.1f} minutes found nothing"
        )


def kinds_of(said: Answered) -> list[str]:
    """A name for each way in which this outcome is wrong; alike ones share it."""
    kinds = [re.sub(r"[^\w. ].*|\d+", "", fault)[:60].strip() for fault in said.faults]
    if said.outcome.startswith("child lost"):
        kinds.append(said.outcome.replace(":", ""))
    if said.trace:
        places = re.findall(r'File ".*?/(articles/\S+?)", line (\d+)', said.trace)
        place = f"{places[-1][0]} {places[-1][1]}" if places else "elsewhere"
        kinds.append(f"{said.outcome} {place}")
    if said.seconds > SLOW_SECONDS:
        kinds.append("slow")
    if said.megabytes > LARGE_MB:
        kinds.append("large")
    return list(dict.fromkeys(kinds))
