"""A process that ends when its parent does, so that a killed `make run` leaves nothing behind."""

import ctypes
import signal
import sys
from contextlib import suppress

PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Linux alone can; elsewhere a process whose parent was killed stays until it is stopped."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
