"""Spoilt manuscripts to the readers until the time is up: `python -m tests.fuzz --minutes 60`.

Each file is made from a number, read in a child process with limits, and what came of it judged:
a manuscript whose every value stands in its lines, or a refusal with its reason. Whatever else
comes is kept under var/fuzz and told; `--only NUMBER` makes and reads one file again.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from .finds import Finds
from .keeper import Keeper
from .trial import trial
from .worker import ROOT

TOLD_EVERY = 60  # seconds


def main() -> int:
    asked = arguments()
    finds = Finds(asked.into)
    keeper = Keeper()
    number = asked.first if asked.first is not None else random.randrange(10**12)
    print(f"from try {number} on", flush=True)
    end, told = time.time() + asked.minutes * 60, time.time()
    try:
        while time.time() < end or finds.tries == 0:
            name, data = trial(number)
            finds.note(number, name, data, keeper.ask(name, data))
            number += 1
            if time.time() - told > TOLD_EVERY:
                told = time.time()
                (asked.into / "status.txt").write_text(f"{finds.report()}; at try {number}\n")
    except KeyboardInterrupt:
        pass
    finally:
        keeper.end()
    print(finds.report())
    return 1 if finds.kinds else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long (1)")
    parser.add_argument("--first", type=int, help="the number of the first file; else any")
    parser.add_argument("--only", type=int, help="one file alone, by its number")
    parser.add_argument("--into", type=Path, default=ROOT / "var" / "fuzz", help="where finds go")
    asked = parser.parse_args()
    if asked.only is not None:
        asked.first, asked.minutes = asked.only, 0
    return asked


if __name__ == "__main__":
    raise SystemExit(main())
