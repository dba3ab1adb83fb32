"""The pages around the articles of an issue, as parts of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from articles.exports.docx.article import add_article, labelled_runs
from articles.exports.docx.blocks import add_blocks
from articles.exports.docx.document import Document
from articles.exports.docx.runs import tab_run, text_run
from articles.exports.issue_edition.content import Contents, IssueContent
from articles.exports.issue_edition.imprint import Imprint, Printing
from articles.exports.typesetting.blocks import Block, Heading, Listing
from articles.records.languages import Language
from articles.records.record import Record


def add_first_pages(document: Document, content: IssueContent) -> None:
    """The title page, the imprint and the contents in each language."""
    titles = [(title.language, title) for title in content.titles]
    for style, field in (
        ("Founder", "founder"),
        ("JournalTitle", "name"),
        ("Issue", "title"),
        ("Issue", "issue"),
    ):
        add_each_once(document, style, ((code, getattr(title, field)) for code, title in titles))
    for issn in content.issns:
        document.add_text("Issue", issn, content.language)
    for field in ("publisher", "place"):
        add_each_once(document, "Publisher", ((code, getattr(one, field)) for code, one in titles))
    document.is_new_page = True
    for imprint in content.imprints:
        add_imprint(document, imprint)
    document.is_new_page = True
    for part in content.contents:
        add_contents(document, part)


def add_each_once(document: Document, style: str, texts: Iterable[tuple[Language, str]]) -> None:
    """A line in each language; equal lines once, in the first of their languages."""
    languages: dict[str, Language] = {}
    for code, text in texts:
        languages.setdefault(text, code)
    for text, code in languages.items():
        document.add_text(style, text, code)


def add_imprint(document: Document, imprint: Imprint) -> None:
    code = imprint.language
    document.add_text("Heading2", imprint.name, code)
    for fact in imprint.facts:
        document.add("Imprint", labelled_runs(fact, bold=False), code)
    if imprint.board:
        document.add_text("Heading3", imprint.board_heading, code)
        add_blocks(document, board_blocks(imprint.board), code, "Imprint")
    document.add_text("Imprint", imprint.copyright, code)


def board_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The text about the board: headings below the one above it, the members a line each."""
    for block in blocks:
        match block:
            case Heading():
                yield msgspec.structs.replace(block, level=4)
            case Listing():
                for entry in block.entries:
                    yield from board_blocks(entry)
            case _:
                yield block


def add_contents(document: Document, contents: Contents) -> None:
    """The titles, each with a field for the page of its article."""
    code = contents.language
    document.add_text("Heading1", contents.heading, code)
    for section in contents.sections:
        document.add_text("Heading2", section.title, code)
        for entry in section.entries:
            authors = f"{entry.authors.rstrip('.')}. " if entry.authors else ""
            shown = [text_run(authors, code, "i")] if authors else []
            shown += [each for run in entry.title for each in document.run(run, entry.language)]
            page = document.page_of(bookmark(entry.article), entry.page, code)
            document.add_elements("ContentsEntry", [*shown, tab_run(), *page])


def bookmark(place: int) -> str:
    return f"article_{place + 1}"


def add_articles_of(
    document: Document,
    records: Sequence[Record],
    pictures_of: Callable[[Record], Mapping[str, bytes]],
) -> Iterator[tuple[str, ...]]:
    """Each article from a new page; yields the names of its pictures that are not shown."""
    for place, record in enumerate(records):
        document.is_new_page = True
        document.bookmark = bookmark(place)
        yield add_article(document, record, pictures_of(record))


def add_last_page(document: Document, content: IssueContent) -> None:
    """The authors in each language, and the last lines of the imprint."""
    document.is_new_page = True
    for part in content.index:
        code = part.language
        document.add_text("Heading1", part.heading if part.entries else "", code)
        for entry in part.entries:
            pages = [
                each
                for number in entry.articles
                for each in (
                    text_run(", ", code),
                    *document.page_of(bookmark(number), content.pages[number], code),
                )
            ]
            name = text_run(entry.name, entry.language)
            document.add_elements("ContentsEntry", [name, tab_run(), *pages[1:]])
    for printing in content.printing:
        document.add_text("Imprint", printing_line(printing), printing.language)


def printing_line(printing: Printing) -> str:
    """The dates and the print run; size and pages are those of whoever lays the issue out."""
    parts = (*printing.days, printing.print_run)
    return ". ".join(filter(None, parts)).rstrip(".") + "." if any(parts) else ""
