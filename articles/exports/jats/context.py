"""What the full text's parts must know of the whole: ids that may be pointed to, and files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

# An XML name, but none of those that the front and the reference list give away.
ID = re.compile(r"(?!(?:aff|cor|ref)\d)[A-Za-z_][\w.-]*")


class Context:
    """Ids are unique and links lead somewhere: the DTD checks both."""

    def __init__(self, files: Mapping[str, str], targets: frozenset[str]) -> None:
        self.files = files
        self.targets = targets
        self.written: set[str] = set()

    def id_of(self, element: _Element) -> dict[str, str]:
        """The id as an attribute, the first time that it is met."""
        name = element.get("id", "")
        if not ID.fullmatch(name) or name in self.written:
            return {}
        self.written.add(name)
        return {"id": name}
