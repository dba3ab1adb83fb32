"""Fuzzes the readers of manuscripts: `python -m tests.fuzz --minutes 60`.

Each file is made from a number and read in a child process with limits. The result has to be a
manuscript whose every value is printed in its lines, or a refusal with its reason. Anything else
is a failure, kept under var/fuzz; `--only NUMBER` makes and reads one file again.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

from .cases import fuzz_case
from .failures import Failures
from .reader_process import ReaderProcess
from .worker import ROOT

STATUS_SECONDS = 60  # between two updates of status.txt


def main() -> int:
    options = arguments()
    failures = Failures(options.into)
    reader = ReaderProcess()
    number = options.first if options.first is not None else random.randrange(10**12)
    print(f"from try {number} on", flush=True)
    end, last_status = time.time() + options.minutes * 60, time.time()
    try:
        while time.time() < end or failures.tries == 0:
            name, data = fuzz_case(number)
            failures.note(number, name, data, reader.read(name, data))
            number += 1
            if time.time() - last_status > STATUS_SECONDS:
                last_status = time.time()
                (options.into / "status.txt").write_text(f"{failures.report()}; at try {number}\n")
    except KeyboardInterrupt:
        pass
    finally:
        reader.end()
    print(failures.report())
    return 1 if failures.kinds else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long (1)")
    parser.add_argument("--first", type=int, help="the number of the first file; else any")
    parser.add_argument("--only", type=int, help="one file alone, by its number")
    parser.add_argument(
        "--into", type=Path, default=ROOT / "var" / "fuzz", help="where failures go"
    )
    options = parser.parse_args()
    if options.only is not None:
        options.first, options.minutes = options.only, 0
    return options


if __name__ == "__main__":
    raise SystemExit(main())
