"""The elements of an export: names without namespaces, texts, and the files embedded in them."""

from __future__ import annotations

from collections.abc import Iterator

from .contents import Content


class Element:
    """An XML element with its texts and children in order."""

    __slots__ = ("attributes", "content", "line", "name", "pieces")

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name = name
        self.attributes = attributes
        self.line = line
        self.pieces: list[str | Element] = []
        self.content: Content | None = None  # of an embedded file

    @property
    def children(self) -> Iterator[Element]:
        return (piece for piece in self.pieces if isinstance(piece, Element))

    @property
    def text(self) -> str:
        """The text; elements in it, which OJS escapes and other programs do not, as tags."""
        return "".join(self._texts()).strip()

    def _texts(self) -> Iterator[str]:
        for piece in self.pieces:
            yield piece if isinstance(piece, str) else f"<{piece.name}>{piece.text}</{piece.name}>"

    def get(self, attribute: str) -> str:
        """The value of an attribute without blanks at its ends, '' without one."""
        return self.attributes.get(attribute, "").strip()

    def all(self, *path: str) -> Iterator[Element]:
        """The elements at a path of names."""
        name, *further = path
        for child in self.children:
            if child.name != name:
                continue
            if further:
                yield from child.all(*further)
            else:
                yield child

    def first(self, *path: str) -> Element | None:
        return next(self.all(*path), None)

    def text_at(self, *path: str) -> str:
        element = self.first(*path)
        return element.text if element else ""

    def identifier(self, kind: str) -> str:
        """The text of `<id type="…">`."""
        return next((each.text for each in self.all("id") if each.get("type") == kind), "")
