"""What parts of the body must know of the whole: ids that links may refer to, and files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

# An XML name, but none of those used by the front and the reference list.
ID = re.compile(r"(?!(?:aff|cor|ref)\d)[A-Za-z_][\w.-]*")


class Context:
    """Ids and links of one article: the DTD requires unique ids, and links to existing ones."""

    def __init__(self, files: Mapping[str, str], targets: frozenset[str]) -> None:
        self.files = files
        self.targets = targets
        self.used_ids: set[str] = set()

    def id_of(self, element: _Element) -> dict[str, str]:
        """Return the id as an attribute, only the first time it occurs."""
        name = element.get("id", "")
        if not ID.fullmatch(name) or name in self.used_ids:
            return {}
        self.used_ids.add(name)
        return {"id": name}
