"""What parts of a full text must know of the whole: ids that links may lead to, and pictures."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from lxml.etree import _Element

from articles.records.cleaning import FORBIDDEN
from articles.records.languages import Language

# An XML name in the letters of every reader, but none of the parts that a chapter adds itself.
ID = re.compile(r"(?!part\.)[A-Za-z_][\w.-]*", re.ASCII)
DIRECTIONS = ("ltr", "rtl", "auto")


class Context:
    """The ids and links of one XHTML file: ids are unique, and links lead to existing ones."""

    def __init__(
        self,
        language: Language,
        pictures: Mapping[str, str],
        notes: Collection[str],
        targets: Collection[str],
    ) -> None:
        self.language = language
        self.pictures = pictures  # files in the EPUB by the name that the text gives them
        self.notes = notes  # ids of notes
        self.targets = targets
        self.used_ids: set[str] = set()
        self.missing_pictures: list[str] = []
        self.picture_count = 0
        self.undescribed_count = 0  # pictures without words for those who do not see them
        self.caption = ""  # of the figure around a picture
        self.links = 0  # how deep inside a link: no link stands in another
        self.last_level = 1  # of a heading; the title has level 1
        self.headings: list[tuple[int, str, str]] = []  # level, id, text

    def global_attributes(self, element: _Element) -> dict[str, str]:
        """Return id, language, direction and title of an element."""
        language = element.get("lang", "")
        direction = element.get("dir", "")
        return {
            **self.id_of(element),
            "lang": language,
            "xml:lang": language,
            "dir": direction if direction in DIRECTIONS else "",
            "title": FORBIDDEN.sub("", element.get("title", "")),
        }

    def id_of(self, element: _Element) -> dict[str, str]:
        """Return the id as an attribute, only the first time it occurs."""
        name = element.get("id", "")
        if not ID.fullmatch(name) or name in self.used_ids:
            return {}
        self.used_ids.add(name)
        return {"id": name}
