"""Short names of licences by their web addresses."""

from __future__ import annotations

import re

CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/(licenses/(?P<terms>[a-z-]+)|publicdomain/zero)/(?P<v>[\d.]+)"
)


def licence_name(address: str) -> str:
    """Return `CC BY 4.0`, or the address of another licence without its scheme."""
    found = CREATIVE_COMMONS.match(address)
    if not found:
        return re.sub(r"^https?://|/$", "", address)
    return f"CC {found['terms'].upper()} {found['v']}" if found["terms"] else f"CC0 {found['v']}"
