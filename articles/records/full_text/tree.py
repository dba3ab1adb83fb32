"""Changes of a tree of HTML that keep the text around an element in its place."""

from __future__ import annotations

from lxml.etree import _Element


def wrap(element: _Element, wrapper: _Element) -> None:
    """Put a wrapper where the element stands, and the element at its end."""
    wrapper.tail, element.tail = element.tail, None
    if (parent := element.getparent()) is not None:
        parent.replace(element, wrapper)
    wrapper.append(element)


def put_space_before(element: _Element, parent: _Element) -> None:
    """A space between an element and the text before it."""
    before = element.getprevious()
    if before is None:
        parent.text = f"{parent.text or ''} "
    else:
        before.tail = f"{before.tail or ''} "
