"""The text of XML elements: plain or with `<i> <b> <sub> <sup>`, and its language."""

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
MARKS = {"italic": "i", "bold": "b", "i": "i", "b": "b", "sub": "sub", "sup": "sup"}
# Only XML's own white space: a no-break space is part of the text.
BLANKS = re.compile(r"[ \t\r\n]+")


def squeeze(value: str) -> str:
    """Return the text with runs of white space, such as line breaks of the file, as one space."""
    return BLANKS.sub(" ", value).strip(" ")


def plain(element: _Element | None) -> str:
    """Return the text without markup, '' for no element."""
    return squeeze("".join(_strings(element))) if element is not None else ""


def marked_up(element: _Element) -> str:
    """Return the text with `<i> <b> <sub> <sup>` for italic, bold, sub and sup."""
    return squeeze(_marked_up(element))


def _marked_up(element: _Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if not isinstance(child.tag, str) or child.tag in ("fn", "xref"):
            content = ""
        else:
            content = _marked_up(child)
        mark = MARKS.get(child.tag)
        parts += [f"<{mark}>{content}</{mark}>" if mark and content else content, child.tail or ""]
    return "".join(parts)


def _strings(element: _Element) -> Iterable[str]:
    return (str(part) for part in element.itertext())


def language_of(element: _Element) -> Language | None:
    """Return the language of the nearest `xml:lang`, None if it is none of ours.

    English where nothing is said, as the DTD says.
    """
    for each in (element, *element.iterancestors()):
        if code := each.get(XML_LANG):
            return LANGUAGES.get(code.strip().lower().replace("_", "-").partition("-")[0])
    return "en"


def by_language(elements: Iterable[_Element]) -> Text:
    """Return the first text in each of our languages; other languages are left out."""
    texts: dict[Language, str] = {}
    for element in elements:
        code = language_of(element)
        if code and (value := plain(element)):
            texts.setdefault(code, value)
    return tidy(texts)


def address_of(element: _Element) -> str:
    """Return the target of a link, else its text."""
    return squeeze(element.get(XLINK_HREF, "") or plain(element))
