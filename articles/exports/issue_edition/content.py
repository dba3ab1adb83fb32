"""The content of an issue's own pages: title, imprint, contents, index of authors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import msgspec

from articles.exports.issue_edition import labels
from articles.exports.issue_edition.imprint import (
    SHEETS,
    Imprint,
    Printing,
    Sheet,
    TitlePage,
    imprints,
    issue_line,
    languages_of,
    printing,
    title_pages,
)
from articles.exports.issue_edition.matter import IssueMatter
from articles.exports.issue_edition.people import IndexEntry, author_index, byline
from articles.exports.typesetting import labels as article_labels
from articles.exports.typesetting.blocks import Runs, marked_up_runs
from articles.exports.typesetting.design import Design, design_of
from articles.records.languages import Language, prefer, preferred_language
from articles.records.markup import flat
from articles.records.record import Record


class ContentsEntry(msgspec.Struct, frozen=True):
    article: int  # its place in the issue, from 0
    authors: str
    title: Runs
    language: Language  # of the title
    page: str


class ContentsSection(msgspec.Struct, frozen=True):
    title: str
    entries: tuple[ContentsEntry, ...]


class Contents(msgspec.Struct, frozen=True):
    """The contents in one language."""

    language: Language
    heading: str
    sections: tuple[ContentsSection, ...]


class AuthorIndex(msgspec.Struct, frozen=True):
    language: Language
    heading: str
    entries: tuple[IndexEntry, ...]


class IssueContent(msgspec.Struct, frozen=True):
    """Everything that `issue.typ` shows itself; each article has a folder of its own."""

    language: Language
    plain_title: str
    day: date | None
    missing_picture: str
    cover: str  # file name of the picture, else ''
    cover_alt: str
    issns: tuple[str, ...]
    titles: tuple[TitlePage, ...]
    imprints: tuple[Imprint, ...]
    contents: tuple[Contents, ...]
    articles: tuple[str, ...]  # their folders
    pages: tuple[str, ...]  # the first page of each article
    index: tuple[AuthorIndex, ...]
    running_head: str
    printing: tuple[Printing, ...]
    sheet: Sheet
    design: Design


def content_of(
    matter: IssueMatter, records: Sequence[Record], folders: Sequence[str]
) -> IssueContent:
    """Return the content; each article is typeset from a folder, in the same order."""
    codes = languages_of(matter)
    journal = prefer(matter.journal.name, codes[0])
    issns = (matter.journal.issn_print, matter.journal.issn_online)
    return IssueContent(
        language=codes[0],
        plain_title=flat(f"{journal}. {issue_line(matter, codes[0])}"),
        day=matter.issue.published_on or matter.issue.signed_on,
        missing_picture=article_labels.MISSING_PICTURE[codes[0]],
        cover=matter.cover_name if matter.cover else "",
        cover_alt=article_labels.COVER[codes[0]],
        issns=tuple(f"ISSN {number}" for number in issns if number),
        titles=tuple(title_pages(matter)),
        imprints=tuple(imprints(matter)),
        contents=tuple(contents(records, code) for code in codes),
        articles=tuple(folders),
        pages=tuple(record.first_page for record in records),
        index=tuple(
            AuthorIndex(code, labels.AUTHORS[code], tuple(author_index(records, code)))
            for code in codes
        ),
        running_head=" · ".join(filter(None, (journal, issue_line(matter, codes[0])))),
        printing=tuple(printing(matter, code) for code in codes),
        sheet=SHEETS[matter.design.layout.paper],
        design=design_of(matter.design),
    )


def contents(records: Sequence[Record], code: Language) -> Contents:
    """Return the contents; neighbouring articles of one section stand below its title."""
    numbered = list(enumerate(records))
    sections = (
        ContentsSection(title, tuple(entries(group, code)))
        for title, group in groupby(numbered, key=lambda each: prefer(each[1].section, code))
    )
    return Contents(code, article_labels.CONTENTS[code], tuple(sections))


def entries(group: Iterator[tuple[int, Record]], code: Language) -> Iterator[ContentsEntry]:
    for place, record in group:
        found = preferred_language(record.title, code, record.language) or record.language
        yield ContentsEntry(
            article=place,
            authors=byline(record, code),
            title=marked_up_runs(record.title.get(found, "")),
            language=found,
            page=record.first_page,
        )
