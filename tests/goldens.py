"""Golden files: what was written when a person last read it. `GOLDEN=write` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str, written: bytes) -> bytes:
    """The golden file's bytes, to compare with; the new ones become it when asked for."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
    return path.read_bytes()
