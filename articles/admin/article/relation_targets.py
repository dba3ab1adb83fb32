"""The other end of a relation as the form writes it: a DOI, or № and the article's key."""

from __future__ import annotations

import re

NUMBER = re.compile(r"№?\s*([0-9]{1,18})")


def target_of(key: int | None, doi: str | None) -> str:
    return doi or f"№ {key}"
