"""What other readers see while a partner is slow or away: `python -m tests.slow_partners`.

Each fault is made with real sockets, against the web server as every site starts it and a
PostgreSQL of its own. With names of faults only those are made. Another program can be measured
in the same way: SERVER is its start command, with {port}, and SERVER_FOLDER where it is started.
"""

from __future__ import annotations

import sys

from .faults import FAULTS
from .site import prepare


def main(names: list[str]) -> None:
    known = {fault.__name__: fault for fault in FAULTS}
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"There is no fault {unknown[0]!r}. Choose from: {', '.join(known)}.")
    site = prepare()
    for name in names or known:
        print(f"{known[name].__doc__} ({name})", flush=True)
        for line in known[name](site):
            print(f"    {line}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
