"""What stands before an article's full text: journal, codes and dates, header in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from articles.exports.edition.head import imprint_of, issn_line
from articles.exports.epub.inline import printable, runs_xml
from articles.exports.typesetting import labels
from articles.exports.typesetting.people import Person, contacts
from articles.exports.typesetting.sections import (
    Fact,
    Translation,
    facts,
    header_languages,
    translation,
)
from articles.exports.xml import NOTHING, Xml, block, tag
from articles.records.languages import Language, prefer
from articles.records.markup import flat
from articles.records.record import Record


def title_of(record: Record) -> str:
    """Return the plain title; the DOI or the number of an article that has none."""
    title = flat(prefer(record.title, record.language)).strip()
    return title or record.doi or f"№ {record.id or 1}"


def head(record: Record) -> Xml:
    """The journal, the issue, codes and dates; that the article is retracted."""
    own = record.language
    printed = (tag("p", line) for line in journal_lines(record) if line)
    lines = block("div", printed, {"class": "head"})
    known = [fact for fact in facts(record, [own]) if fact.runs and fact.runs[0].text]
    notice = NOTHING
    if record.status == "retracted":
        notice = tag("p", in_each_language(labels.RETRACTED, own), {"class": "notice"})
    codes = block("div", map(labelled_paragraph, known), {"class": "facts"})
    return Xml("\n".join(filter(None, (lines, notice, codes))))


def journal_lines(record: Record) -> Iterator[Xml]:
    """The journal's names, its ISSNs, the issue, and the section."""
    own = record.language
    if record.journal:
        yield in_each_language(record.journal.name, own)
        yield printable(issn_line(record.journal))
    yield printable(imprint_of(record, own))
    yield in_each_language(record.section, own)


def in_each_language(words: Mapping[Language, str], own: Language) -> Xml:
    """Equal texts once; each that is not in the language of the page says its own."""
    codes: dict[str, Language] = {}
    for code, value in words.items():
        if code == own or value not in codes:
            codes[value] = code
    return Xml(" · ".join(in_language(value, code, own) for value, code in codes.items()))


def in_language(value: str, code: Language, own: Language) -> Xml:
    shown = printable(value)
    return shown if code == own else tag("span", shown, {"lang": code, "xml:lang": code})


def headers(record: Record) -> Iterator[Xml]:
    """The title, authors and abstract in each language that has them, its own first."""
    own = record.language
    if own not in record.title:
        yield tag("h1", printable(title_of(record)))
    codes = dict.fromkeys((own, *header_languages(record)))
    written = [translation(record, code) for code in codes]
    for each in written:
        is_own = each.language == own
        name = "h1" if is_own else "h2"
        title = tag(name, runs_xml(each.title)) if runs_xml(each.title) else NOTHING
        parts = (title, *header_lines(each), contact_lines(record) if is_own else NOTHING)
        abstract = [
            labelled_paragraph(fact) for fact in (each.abstract, each.keywords) if fact.runs
        ]
        content = (*parts, block("div", filter(None, abstract), {"class": "abstract"}))
        code = "" if is_own else each.language
        yield block("section", content, {"lang": code, "xml:lang": code})


def header_lines(header: Translation) -> Iterator[Xml]:
    names = Xml(", ".join(filter(None, map(person, header.people))))
    if names:
        yield tag("p", names, {"class": "byline"})
    lines = [
        tag("p", Xml(f"{tag('sup', Xml(str(place)))} {runs_xml(each)}"))
        for place, each in enumerate(header.affiliations, 1)
        if each
    ]
    yield block("div", lines, {"class": "affiliations"})


def person(one: Person) -> Xml:
    name = runs_xml(one.name)
    return Xml(name + tag("sup", printable(one.marks))) if name and one.marks else name


def contact_lines(record: Record) -> Xml:
    lines = (tag("p", runs_xml(each)) for each in contacts(record))
    return block("div", lines, {"class": "contacts"})


def labelled_paragraph(fact: Fact) -> Xml:
    content = runs_xml(fact.runs)
    label = tag("strong", printable(f"{fact.label}."))
    return tag("p", Xml(f"{label} {content}")) if content else NOTHING


def paragraphs(css_class: str, lines: Iterable[str]) -> Xml:
    return block("div", [tag("p", printable(line)) for line in lines if line], {"class": css_class})
