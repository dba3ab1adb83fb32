"""Words out of elements: plain, with the four marks, and in which language they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import _Element

from articles.records.languages import Language, Text, tidy

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
LANGUAGES: dict[str, Language] = {
    "kk": "kk",
    "kaz": "kk",
    "ru": "ru",
    "rus": "ru",
    "en": "en",
    "eng": "en",
}
MARKS = {"italic": "i", "bold": "b", "sub": "sub", "sup": "sup"}
# Only XML's own white space: a no-break space is part of the text.
BLANKS = re.compile(r"[ \t\r\n]+")


def squeezed(value: str) -> str:
    """Lines that only the file's layout broke, put together."""
    return BLANKS.sub(" ", value).strip(" ")


def plain(element: _Element | None) -> str:
    return squeezed("".join(_strings(element))) if element is not None else ""


def marked(element: _Element) -> str:
    """The text with `<i> <b> <sub> <sup>` for what JATS marks alike."""
    return squeezed(_marked(element))


def _marked(element: _Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or child.tag in ("fn", "xref"):
            content = ""
        else:
            content = _marked(child)
        mark = MARKS.get(child.tag)
        parts += [f"<{mark}>{content}</{mark}>" if mark and content else content, child.tail or ""]
    return "".join(parts)


def _strings(element: _Element) -> Iterable[str]:
    return (str(part) for part in element.itertext())


def language_of(element: _Element) -> Language | None:
    """What the element says of itself, else what stands around it."""
    for each in (element, *element.iterancestors()):
        if code := each.get(XML_LANG):
            return LANGUAGES.get(code.lower().partition("-")[0])
    return None


def by_language(elements: Iterable[_Element]) -> Text:
    """The first of each of our languages; what is in a fourth has no place here."""
    found: dict[Language, str] = {}
    for element in elements:
        code = language_of(element)
        if code and (value := plain(element)):
            found.setdefault(code, value)
    return tidy(found)


def address_of(element: _Element) -> str:
    return squeezed(element.get(XLINK_HREF, "") or plain(element))
