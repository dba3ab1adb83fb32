"""A Word file while it is written: its paragraphs, notes, lists, links and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from lxml.etree import _Element

from articles.exports.docx.drawing import drawing
from articles.exports.docx.formulas import formula
from articles.exports.docx.numbering import list_id, numbering_part
from articles.exports.docx.package import Properties, package, picture_id
from articles.exports.docx.pictures import Picture
from articles.exports.docx.runs import field_runs, text_run
from articles.exports.docx.styles import styles_part
from articles.exports.docx.xml import element, value_element
from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import Run
from articles.records.languages import Language

PICTURES_MOST = 100 * 10**6  # bytes of all pictures of a file; further ones are only named
MARGINS = {"w_top": "1361", "w_bottom": "1247", "w_left": "1417", "w_right": "1134",
           "w_header": "624", "w_footer": "624", "w_gutter": "0"}  # fmt: skip

Notes = Mapping[str, Iterable[Iterable[Run]]]  # the paragraphs of each note, by its name


class Document:
    """Takes paragraphs one after another; `to_bytes` gives the file."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.body: list[_Element] = []
        self.notes: list[_Element] = []
        self.starts: list[int] = []  # of numbered lists, from the third `w:num` on
        self.links: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.drawings = 0
        self.is_new_page = False
        self.bookmark = ""
        self.begin_article(language, {}, {})

    def begin_article(
        self, language: Language, pictures: Mapping[str, Picture], notes: Notes
    ) -> None:
        """Take the pictures and the notes of another article, which comes next."""
        self.pictures = pictures
        self.note_texts = notes
        self.note_numbers: dict[str, str] = {}  # of the notes that were called
        self.missing_picture = labels.MISSING_PICTURE[language]
        self.missing: list[str] = []  # names of pictures that are not shown

    # Paragraphs

    def add(
        self, style: str, runs: Iterable[Run], language: str, list_id: str = "", level: int = 0
    ) -> None:
        made = [each for run in runs for each in self.run(run, language)]
        self.add_elements(style, made, list_id, level)

    def add_text(self, style: str, text: str, language: str) -> None:
        if text:
            self.add_elements(style, [text_run(text, language)])

    def add_elements(
        self, style: str, elements: Iterable[_Element], list_id: str = "", level: int = 0
    ) -> None:
        """A paragraph; the first of a new page breaks the page, and is bookmarked if asked."""
        numbering = None
        if list_id:
            depth = value_element("w:ilvl", str(min(level, 8)))
            numbering = element("w:numPr", depth, value_element("w:numId", list_id))
        page_break = element("w:pageBreakBefore") if self.is_new_page else None
        layout = element("w:pPr", value_element("w:pStyle", style), page_break, numbering)
        self.body.append(element("w:p", layout, *self.with_bookmark(elements)))
        self.is_new_page = False

    def with_bookmark(self, elements: Iterable[_Element]) -> Iterator[_Element]:
        name, self.bookmark = self.bookmark, ""
        if name:
            key = str(len(self.body))
            yield element("w:bookmarkStart", w_id=key, w_name=name)
            yield element("w:bookmarkEnd", w_id=key)
        yield from elements

    def new_list(self, start: int = 1) -> str:
        """Return the id of a numbered list that begins anew."""
        self.starts.append(start)
        return list_id(len(self.starts))

    # Runs

    def run(self, run: Run, language: str) -> Iterator[_Element]:
        if run.picture:
            yield self.picture(run.picture, run.picture, language)
        elif run.formula:
            yield formula(run.formula)
        elif run.note:
            yield from self.note_call(run, language)
        elif run.link:
            yield self.link(run, language)
        else:
            yield text_run(run.text, language, *run.marks)

    def link(self, run: Run, language: str) -> _Element:
        key = next((key for key, address in self.links.items() if address == run.link), "")
        key = key or f"link{len(self.links) + 1}"
        self.links[key] = run.link
        shown = text_run(run.text, language, *run.marks, style="Hyperlink")
        return element("w:hyperlink", shown, r_id=key)

    def note_call(self, run: Run, language: str) -> Iterator[_Element]:
        """The sign of a note; a second call of the same note is a field with its number."""
        number = self.note_numbers.get(run.note)
        if number:
            yield from field_runs(f"NOTEREF note_{number} \\f \\h", number, language)
            return
        number = str(len(self.notes) + 1)
        self.note_numbers[run.note] = number
        self.notes.append(self.note(number, self.note_texts.get(run.note, ()), language))
        sign = element("w:footnoteReference", w_id=number)
        key = f"9{number}"  # apart from those of articles
        yield element("w:bookmarkStart", w_id=key, w_name=f"note_{number}")
        yield element("w:r", element("w:rPr", value_element("w:rStyle", "FootnoteReference")), sign)
        yield element("w:bookmarkEnd", w_id=key)

    def note(self, number: str, texts: Iterable[Iterable[Run]], language: str) -> _Element:
        """A footnote: its sign stands before the first of its paragraphs."""
        style = element("w:pPr", value_element("w:pStyle", "FootnoteText"))
        mark = element("w:rPr", value_element("w:rStyle", "FootnoteReference"))
        start = [element("w:r", mark, element("w:footnoteRef")), text_run(" ", language)]
        paragraphs = []
        for runs in texts:
            plain = (each for run in runs for each in self.run(without_note(run), language))
            paragraphs.append(element("w:p", deepcopy(style), *start, *plain))
            start = []
        empty = [] if paragraphs else [element("w:p", style, *start)]
        return element("w:footnote", *paragraphs, *empty, w_id=number)

    def page_of(self, bookmark: str, shown: str, language: str) -> list[_Element]:
        """The page on which a bookmark lies, as Word counts it."""
        return list(field_runs(f"PAGEREF {bookmark} \\h", shown, language))

    def picture(self, name: str, alt: str, language: str) -> _Element:
        found = self.pictures.get(name)
        if found is None or sum(map(len, self.files.values())) > PICTURES_MOST:
            self.missing.append(name)
            return text_run(f"[{self.missing_picture}: {name}]", language)
        self.drawings += 1
        return element("w:r", drawing(self.file_of(found), found, alt, self.drawings))

    def file_of(self, picture: Picture) -> str:
        """The id of the file of a picture; equal pictures are one file."""
        equal = (name for name, content in self.files.items() if content == picture.content)
        name = next(equal, f"picture{len(self.files) + 1}.{picture.suffix}")
        self.files[name] = picture.content
        return picture_id(name)

    # The file

    def to_bytes(self, header: str, properties: Properties) -> bytes:
        end = element(
            "w:sectPr",
            element("w:headerReference", w_type="default", r_id="header"),
            element("w:footerReference", w_type="default", r_id="footer"),
            element("w:pgSz", w_w="11906", w_h="16838"),
            element("w:pgMar", **MARGINS),
        )
        parts = {
            "styles": styles_part(),
            "numbering": numbering_part(self.starts),
            "settings": element("w:settings", element("w:defaultTabStop", w_val="709")),
            "footnotes": self.footnotes(),
            "header": element("w:hdr", self.line([text_run(header, self.language)], "left")),
            "footer": element("w:ftr", self.line(field_runs("PAGE", "1", self.language), "center")),
        }
        root = element("w:document", element("w:body", *self.body, end))
        return package(root, parts, self.links, self.files, properties)

    def line(self, elements: Iterable[_Element], align: str) -> _Element:
        return element("w:p", element("w:pPr", value_element("w:jc", align)), *elements)

    def footnotes(self) -> _Element:
        """The notes, after the lines that Word draws above notes."""
        kinds = ((-1, "separator"), (0, "continuationSeparator"))
        lines = (
            element(
                "w:footnote",
                element("w:p", element("w:r", element(f"w:{name}"))),
                w_type=name,
                w_id=str(key),
            )
            for key, name in kinds
        )
        return element("w:footnotes", *lines, *self.notes)


def without_note(run: Run) -> Run:
    """A call inside a note as the sign alone: Word has no notes of notes."""
    return Run(run.text, (*run.marks, "sup")) if run.note else run
