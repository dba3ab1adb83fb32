"""Short names of licences by their web addresses."""

from __future__ import annotations

import re

CREATIVE_COMMONS = re.compile(
    r"https?://creativecommons\.org/(licenses/(?P<terms>[a-z-]+)|publicdomain/zero)/(?P<v>[\d.]+)"
)
# The identifiers of SPDX for version 4.0 and CC0; earlier versions have ports to countries.
SPDX = {
    f"licenses/{terms}/4.0": f"CC-{terms.upper()}-4.0"
    for terms in ("by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd")
} | {"publicdomain/zero/1.0": "CC0-1.0"}


def is_open_access(address: str) -> bool:
    """Whether everybody may read and share: under any Creative Commons licence, and CC0."""
    return bool(CREATIVE_COMMONS.match(address))


def licence_name(address: str) -> str:
    """Return `CC BY 4.0`, or the address of another licence without its scheme."""
    match = CREATIVE_COMMONS.match(address)
    if not match:
        return re.sub(r"^https?://|/$", "", address)
    return f"CC {match['terms'].upper()} {match['v']}" if match["terms"] else f"CC0 {match['v']}"


def spdx_identifier(address: str) -> str:
    """Return `CC-BY-4.0`, the identifier of a licence at spdx.org; '' for another licence."""
    path = re.sub(r"^https?://creativecommons\.org/|/(legalcode|deed)?(\.[a-z-]+)?$", "", address)
    return SPDX.get(path, "")
