"""Namespaces of WordprocessingML (ECMA-376), and how its attributes are read."""

from __future__ import annotations

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WHOLE = re.compile(r"-?[0-9]{1,8}")
OFF = ("0", "false", "off", "none")


def value(element: etree._Element | None, path: str) -> str:
    """Return the w:val of a descendant, or ''."""
    if element is None:
        return ""
    descendant = element.find(path)
    return (descendant.get(f"{W}val") or "") if descendant is not None else ""


def is_on(element: etree._Element, path: str) -> bool | None:
    """Return whether a toggle such as w:b is on; None if it is absent."""
    descendant = element.find(path)
    if descendant is None:
        return None
    return (descendant.get(f"{W}val") or "1") not in OFF


def number(text: str, default: int = 0) -> int:
    """Return a whole number, or the default for anything else."""
    return int(text) if WHOLE.fullmatch(text) else default
