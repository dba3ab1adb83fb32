"""The names of WordprocessingML that are asked for, and how an attribute is read."""

from __future__ import annotations

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WHOLE = re.compile(r"-?[0-9]{1,8}")
OFF = ("0", "false", "off", "none")


def value(element: etree._Element | None, path: str) -> str:
    """The w:val of a descendant, '' where there is none."""
    if element is None:
        return ""
    found = element.find(path)
    return (found.get(f"{W}val") or "") if found is not None else ""


def is_on(element: etree._Element, path: str) -> bool | None:
    """A switch such as w:b: on, off, or not said."""
    found = element.find(path)
    if found is None:
        return None
    return (found.get(f"{W}val") or "1") not in OFF


def number(text: str, default: int = 0) -> int:
    """A whole number, whatever the file says."""
    return int(text) if WHOLE.fullmatch(text) else default
