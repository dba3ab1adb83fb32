"""The articles of a JATS file, alone or wrapped as OAI answers wrap them."""

from __future__ import annotations

from lxml.etree import _Element


def articles_in(root: _Element) -> list[_Element]:
    """Return the `article` elements: the root, or those inside."""
    return [root] if root.tag == "article" else list(root.iter("article"))


def is_jats(root: _Element) -> bool:
    """Whether the XML is JATS, or holds some: by the elements that an article must have."""
    return root.tag == "article" or any(
        article.find("front") is not None for article in root.iter("article")
    )
