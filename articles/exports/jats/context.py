"""What parts of the body must know of the whole: ids that links may refer to, and files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element

from articles.records.mathml import numbered_formula

# An XML name, but none of those used by the front and the reference list.
ID = re.compile(r"(?!(?:aff|cor|ref)\d)[A-Za-z_][\w.-]*")

# The kinds of cross-references (ref-type) by the elements that they lead to.
KINDS = {"figure": "fig", "table": "table", "h2": "sec", "h3": "sec", "h4": "sec"}


class Context:
    """Ids and links of one article: the DTD requires unique ids, and links to existing ones."""

    def __init__(self, files: Mapping[str, str], targets: Mapping[str, str]) -> None:
        self.files = files
        self.targets = targets
        self.used_ids: dict[str, str] = {}  # with the kind of link that leads to each

    def id_of(self, element: _Element) -> dict[str, str]:
        """Return the id as an attribute, only the first time it occurs."""
        name = element.get("id", "")
        if not ID.fullmatch(name) or name in self.used_ids:
            return {}
        self.used_ids[name] = kind_of(element)
        return {"id": name}


def kind_of(element: _Element) -> str:
    """The `ref-type` of a link that leads to the element."""
    if element.tag == "figure" and element.find(".//table") is not None:
        return "table"
    if element.tag == "p" and numbered_formula(element):
        return "disp-formula"
    if element.tag == "li" and element.get("id", "").startswith("fn"):
        return "fn"
    return KINDS.get(str(element.tag), "other")
