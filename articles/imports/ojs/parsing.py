"""Reads the XML of an export as a stream: no entities, no network, no whole file in memory.

Expat is used directly: lxml keeps a text such as a PDF in base64 whole in memory, and refuses it
above 10 MB without `huge_tree`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

from django.utils.translation import gettext_lazy as _

from articles.imports.exceptions import Unreadable
from articles.imports.other_kinds import refuse_other_kinds
from articles.imports.xml_bytes import LegalXml
from articles.imports.xml_file import CUT_SHORT, NOT_WELL_FORMED, WRONG_ENCODING

from .elements import Element
from .embedded_files import EmbeddedFile, EmbeddedFiles

CHUNK = 2**16  # bytes
STALLED_BYTES = 2**24  # that make up no text and no element: one tag, or one comment
TEXT_MOST = 2**24  # characters of one article or issue, without its files
ELEMENTS_MOST = 200_000
DEPTH_MOST = 60

CUT = (  # what Expat says where the file ends inside an element, a tag or a letter
    expat.errors.XML_ERROR_NO_ELEMENTS,
    expat.errors.XML_ERROR_UNCLOSED_TOKEN,
    expat.errors.XML_ERROR_PARTIAL_CHAR,
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
)
ENCODING = (expat.errors.XML_ERROR_UNKNOWN_ENCODING, expat.errors.XML_ERROR_INCORRECT_ENCODING)
AFTER_END = _(
    "More text follows after the end of the export. What stands before it was read; delete the "
    "rest, or put it in a file of its own."
)
ENTITIES = _("The file uses XML entities. Save it again with ordinary characters.")

USERS = ("PKPUsers", "users", "user_groups")
ROOTS = ("issues", "issue", "articles", "article")


class ExportParser:
    """Gives each `article` and `issue` to a function as soon as it has ended.

    An article is not kept in its issue: the memory needed is that of one article, without files.
    """

    def __init__(self, files: EmbeddedFiles, take: Callable[[Element], None]) -> None:
        self.files = files
        self.take = take
        self.open: list[Element] = []
        self.receiver: EmbeddedFile | None = None
        self.characters = self.elements = self.last_event = self.bytes = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = CHUNK
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._refuse_entity
        parser.SkippedEntityHandler = self._refuse_entity
        self.parser = parser

    def read(self, stream: IO[bytes]) -> Iterator[None]:
        """Reads the stream in pieces; raises Unreadable with line and column."""
        legal = LegalXml()
        start = stream.read(CHUNK)
        refuse_other_kinds(start)
        self._feed(legal.piece(start), is_last=False)
        yield
        while chunk := stream.read(CHUNK):
            self._feed(legal.piece(chunk), is_last=False)
            yield
        self._feed(legal.end(), is_last=True)
        yield

    def _feed(self, chunk: bytes, *, is_last: bool) -> None:
        before, self.bytes = self.bytes, self.bytes + len(chunk)
        try:
            self.parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            at = self.parser.ErrorByteIndex - before
            wrong_byte = chunk[at] if 0 <= at < len(chunk) else 0
            raise self._unreadable(reason_of(error, wrong_byte)) from error
        if self.bytes - self.last_event > STALLED_BYTES:
            raise self._unreadable(_("One tag or comment is larger than 16 MB."))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.last_event = self.bytes
        name = name.rpartition(" ")[2]
        if not self.open and name not in ROOTS:
            raise self._unreadable(other_root(name))
        own = {key: value for key, value in attributes.items() if " " not in key}
        self._count(elements=1, characters=sum(map(len, own.values())))
        if len(self.open) > DEPTH_MOST:
            raise self._unreadable(_("The XML is nested too deeply."))
        self.open.append(Element(name, own, self.parser.CurrentLineNumber))
        if name == "embed":
            self.receiver = self.files.receive()

    def _end(self, name: str) -> None:
        self.last_event = self.bytes
        element = self.open.pop()
        if element.name == "embed" and self.receiver:
            element.content = self.receiver.finish()
            self.receiver = None
        if element.name in ("article", "issue"):
            self.take(element)
            self.characters = self.elements = 0
        elif self.open and self.open[-1].name != "issues":
            self.open[-1].pieces.append(element)

    def _characters(self, text: str) -> None:
        self.last_event = self.bytes
        if self.receiver:
            self.receiver.write(text)
            return
        self._count(characters=len(text))
        self.open[-1].pieces.append(text)

    def _count(self, *, elements: int = 0, characters: int = 0) -> None:
        self.elements += elements
        self.characters += characters
        if self.elements > ELEMENTS_MOST or self.characters > TEXT_MOST:
            raise self._unreadable(_("The texts of one article are larger than 16 MB."))

    def _refuse_entity(self, *_declaration: object) -> None:
        raise self._unreadable(ENTITIES)

    def _unreadable(self, message: object) -> Unreadable:
        return Unreadable(
            str(message),
            line=self.parser.CurrentLineNumber,
            column=self.parser.CurrentColumnNumber + 1,
        )


def reason_of(error: expat.ExpatError, wrong_byte: int) -> object:
    """What is wrong with the file. A byte above 127 that is no letter is of another encoding."""
    said = expat.ErrorString(error.code)
    if said in CUT:
        return CUT_SHORT
    if said == expat.errors.XML_ERROR_UNDEFINED_ENTITY:
        return ENTITIES
    if said == expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return AFTER_END
    is_letter = said == expat.errors.XML_ERROR_INVALID_TOKEN and wrong_byte > 127
    return WRONG_ENCODING if is_letter or said in ENCODING else NOT_WELL_FORMED


def other_root(name: str) -> str:
    if name in USERS:
        return str(_("This is OJS's export of users. Accounts do not come: leave this file out."))
    return str(
        _(
            "This is not an export of OJS: its first element is “%(name)s”. Export issues in OJS "
            "under Tools, Import/Export, Native XML."
        )
    ) % {"name": name[:60]}
