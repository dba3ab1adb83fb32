"""The title page and the imprint of an issue (GOST 7.4-95, 7.56-2002), as far as the data goes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from articles.exports.issue_edition import labels
from articles.exports.issue_edition.matter import IssueMatter
from articles.exports.typesetting import labels as article_labels
from articles.exports.typesetting.blocks import Block, text_run
from articles.exports.typesetting.body import read_body
from articles.exports.typesetting.heading_levels import in_steps
from articles.exports.typesetting.line_breaks import blocks_with_line_breaks
from articles.exports.typesetting.sections import Fact
from articles.records.imprint import issue_volume, printed_number
from articles.records.languages import LANGUAGES, Language, prefer
from articles.records.licences import licence_name
from articles.records.pdf_layout import Paper


class TitlePage(msgspec.Struct, frozen=True):
    """What the title page says in one language; a value that is equal in all stands once."""

    language: Language
    name: str
    issue: str  # `2026, Том 1, № 2 (14)`
    title: str  # of a special issue
    founder: str
    publisher: str
    place: str  # `Алматы, 2026`


class Imprint(msgspec.Struct, frozen=True):
    """The imprint page in one language."""

    language: Language
    name: str
    facts: tuple[Fact, ...]
    board_heading: str
    board: tuple[Block, ...]
    copyright: str


class Sheet(msgspec.Struct, frozen=True):
    """A size of paper as printers name it: `60×84/8` is a sheet of 60 by 84 cm, in eight parts."""

    name: str
    pages: int  # on one printed sheet
    part: float  # of a conventional sheet, which has 60 by 90 cm


SHEETS: dict[Paper, Sheet] = {
    "a4": Sheet("A4 (60×84/8)", 8, 0.93),
    "b5": Sheet("B5 (70×100/16)", 16, 1.3),
    "170x240": Sheet("170×240 mm (70×100/16)", 16, 1.3),
    "a5": Sheet("A5 (60×84/16)", 16, 0.93),
}


class Printing(msgspec.Struct, frozen=True):
    """The last lines of the issue; the template knows how many pages and sheets it has."""

    language: Language
    days: tuple[str, ...]
    size: str
    sheets: str
    pages: str
    print_run: str


def title_pages(matter: IssueMatter) -> Iterator[TitlePage]:
    for code in languages_of(matter):
        journal, issue = matter.journal, matter.issue
        place = ", ".join(filter(None, (journal.city.get(code, ""), str(issue.year))))
        yield TitlePage(
            language=code,
            name=journal.name.get(code, ""),
            issue=issue_line(matter, code),
            title=issue.title.get(code, ""),
            founder=journal.founder.get(code, ""),
            publisher=journal.publisher.get(code, ""),
            place=place,
        )


def languages_of(matter: IssueMatter) -> list[Language]:
    """Return the languages in which the journal has a name; Kazakh, if it has none."""
    return [code for code in LANGUAGES if code in matter.journal.name] or ["kk"]


def issue_line(matter: IssueMatter, code: Language) -> str:
    """Return `2026, Том 1, № 2 (14)`."""
    issue = matter.issue
    volume = issue_volume(issue, matter.journal)
    number = printed_number(issue)
    parts = (
        str(issue.year),
        f"{article_labels.VOLUME[code]} {volume}" if volume else "",
        f"№ {number}" if number else "",
        issue.part,
    )
    return ", ".join(filter(None, parts))


def imprints(matter: IssueMatter) -> Iterator[Imprint]:
    for code in languages_of(matter):
        journal = matter.journal
        owner = journal.publisher.get(code) or journal.founder.get(code) or ""
        yield Imprint(
            language=code,
            name=journal.name.get(code, ""),
            facts=tuple(facts(matter, code)),
            board_heading=labels.BOARD[code],
            board=blocks_with_line_breaks(
                in_steps(read_body(matter.board.get(code, "")).blocks), code
            ),
            copyright=" ".join(filter(None, ("©", owner, str(matter.issue.year)))),
        )


def facts(matter: IssueMatter, code: Language) -> Iterator[Fact]:
    """Who publishes the journal, and its registrations."""
    journal = matter.journal
    values = (
        (labels.FOUNDER, prefer(journal.founder, code)),
        (labels.PUBLISHER, prefer(journal.publisher, code)),
        (labels.CERTIFICATE, f"№ {matter.certificate}" if matter.certificate else ""),
        (labels.ISSN_PRINT, journal.issn_print),
        (labels.ISSN_ONLINE, journal.issn_online),
        (labels.SITE, matter.site),
        (labels.LICENCE, licence_name(journal.licence) if journal.licence else ""),
    )
    return (Fact(label[code], (text_run(value),)) for label, value in values if value)


def printing(matter: IssueMatter, code: Language) -> Printing:
    issue = matter.issue
    days = ((labels.SIGNED, issue.signed_on), (labels.RELEASED, issue.published_on))
    copies = f"{matter.print_run} {labels.COPIES[code]}" if matter.print_run else ""
    return Printing(
        language=code,
        days=tuple(f"{label[code]} {day:%d.%m.%Y}" for label, day in days if day),
        size=f"{labels.SIZE[code]} {SHEETS[matter.design.layout.paper].name}",
        sheets=labels.SHEETS[code],
        pages=labels.PAGES[code],
        print_run=f"{labels.PRINT_RUN[code]} {copies}" if copies else "",
    )
