"""The pages before the articles of an issue: cover, title page, contents in three languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.exports.edition.head import imprint_of
from articles.exports.epub.chapter import Chapter
from articles.exports.epub.container import File
from articles.exports.epub.documents import xhtml
from articles.exports.epub.inline import printable, runs_xml
from articles.exports.epub.metadata import issue_titles
from articles.exports.typesetting import labels
from articles.exports.typesetting.blocks import marked_up_runs
from articles.exports.typesetting.people import name_of
from articles.exports.xml import NOTHING, Xml, block, tag
from articles.records.imprint import page_range
from articles.records.languages import LANGUAGES, Language, Text, prefer, preferred_language
from articles.records.licences import licence_name
from articles.records.record import Record


def cover_page(record: Record, code: Language, picture: str) -> File:
    """Return the page of the cover's picture."""
    title = prefer(issue_titles(record), code) or labels.COVER[code]
    words = f"{labels.COVER[code]}. {title}"
    image = tag("img", NOTHING, {"src": picture, "alt": words})
    section = tag("section", image, {"epub:type": "cover"})
    return xhtml("cover", title, code, section, css_class="cover")


def title_page(record: Record, code: Language) -> File:
    """Return the page with the journal's names, the issue, and who publishes it."""
    title = prefer(issue_titles(record), code)
    lines = [
        tag("h1" if number == 0 else "p", printable(value), language(name, code))
        for number, (name, value) in enumerate(journal_names(record, code))
    ]
    section = block("section", [*lines, *issue_lines(record, code)], {"epub:type": "titlepage"})
    return xhtml("title", title, code, section, css_class="title-page")


def journal_names(record: Record, code: Language) -> list[tuple[Language, str]]:
    names = record.journal.name if record.journal else {}
    return sorted(names.items(), key=lambda each: each[0] != code)


def issue_lines(record: Record, code: Language) -> Iterator[Xml]:
    """The number of the issue and its title; publisher, founder, city; ISSN, licence."""
    issue, journal = record.issue, record.journal
    yield tag("p", tag("strong", printable(imprint_of(record, code))))
    if issue:
        yield from in_languages(issue.title, code)
    if not journal:
        return
    for text in (journal.founder, journal.publisher, journal.city):
        yield from in_languages(text, code)
    issn = ((journal.issn_print, "print"), (journal.issn_online, "online"))
    for number, kind in issn:
        if number:
            yield tag("p", printable(f"ISSN {number} ({kind})"))
    if journal.licence:
        yield tag("p", printable(licence_name(journal.licence)))


def in_languages(text: Text, code: Language) -> Iterator[Xml]:
    for name, value in text.items():
        yield tag("p", printable(value), language(name, code))


def language(name: str, code: Language) -> dict[str, str]:
    return {"lang": name, "xml:lang": name} if name != code else {}


def contents_page(records: Sequence[Record], chapters: Sequence[Chapter], code: Language) -> File:
    """Return the contents in each language in which an article of the issue has a title."""
    printed = [each for each in LANGUAGES if any(each in record.title for record in records)]
    ordered = sorted(printed, key=lambda each: each != code) or [code]
    parts = [contents(records, chapters, each, code) for each in ordered]
    return xhtml("contents", labels.CONTENTS[code], code, Xml("\n".join(parts)))


def contents(
    records: Sequence[Record], chapters: Sequence[Chapter], code: Language, page: Language
) -> Xml:
    parts = [tag("h1" if code == page else "h2", printable(labels.CONTENTS[code]))]
    section = ""
    for record, chapter in zip(records, chapters, strict=True):
        if (title := record.section.get(code, "")) != section:
            section = title
            parts += [tag("h3" if code != page else "h2", printable(title))] if title else []
        parts.append(line(record, chapter, code))
    return block("section", parts, language(code, page))


def line(record: Record, chapter: Chapter, code: Language) -> Xml:
    """`Authors. Title. Pages`, in a language of the title that the article has."""
    shown = preferred_language(record.title, code, record.language) or record.language
    names = ", ".join(filter(None, (name_of(author, shown) for author in record.authors)))
    title = runs_xml(marked_up_runs(record.title.get(shown, ""))) or printable(chapter.title)
    pages = page_range(record, "–") or record.article_number
    words = tag("a", title, {"href": chapter.file.name})
    authors = tag("i", printable(names)) if names else ""
    content = Xml(". ".join(filter(None, (authors, words, printable(pages)))))
    return tag("p", content, language(shown, code))
