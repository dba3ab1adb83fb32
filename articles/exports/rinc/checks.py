"""What eLIBRARY requires, also beyond its schema; used by the article form and by the writer.

The schema allows an article with nothing but pages (it is an unbounded choice); its notes,
in Russian, say what is mandatory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext_lazy as _

from articles.exports import checks
from articles.exports.characters import check_characters
from articles.exports.checks import ENTER, IN_JOURNAL
from articles.exports.record_values import in_order
from articles.exports.rinc.authors import SPIN, surname
from articles.exports.rinc.issue import is_count
from articles.records.body import plain_body
from articles.records.facts import JournalFacts
from articles.records.findings import Finding
from articles.records.imprint import number_of, page_range, volume_of
from articles.records.languages import LANGUAGES
from articles.records.record import Authorship, Record

# Digits, or letters, not both: "7-8, 27", "iv-x".
PAGES = re.compile(r"\d+([-–]\d+)?(, *\d+([-–]\d+)?)*|[^\W\d_]+([-–][^\W\d_]+)?")
LEFT_OUT = _("It will not be exported.")

RULE = "rinc"

blocks = partial(checks.blocks, RULE)
warns = partial(checks.warns, RULE)


def check(record: Record) -> Iterator[Finding]:
    """Find everything that eLIBRARY would refuse, and what will be left out."""
    yield from check_characters(record)
    yield from check_journal(record.journal)
    yield from check_issue(record)
    yield from check_article(record)
    yield from checks.check_countries(record, RULE)
    for place, author in enumerate(record.authors, 1):
        yield from check_author(author, f"authors[{place}]")


def check_journal(journal: JournalFacts | None) -> Iterator[Finding]:
    """Check the number and name of the journal."""
    if not journal or not is_count(journal.elibrary_id, 9):
        yield blocks(
            "journal.elibrary_id",
            _("eLIBRARY identifies a journal by its eLIBRARY number, which is not set."),
            IN_JOURNAL,
        )
    if journal and not journal.name:
        yield blocks("journal.name", _("The journal has no name."), ENTER)


def check_issue(record: Record) -> Iterator[Finding]:
    """Check the issue: volume and part are whole numbers."""
    issue, volume = record.issue, volume_of(record)
    if not issue:
        yield blocks(
            "issue_id",
            _("eLIBRARY accepts only whole issues, and this article is not in an issue."),
            _("Choose the issue."),
        )
        return
    if volume and not is_count(volume, 9):
        yield warns("issue.volume", _("In eLIBRARY the volume must be a whole number."), LEFT_OUT)
    if issue.part and not is_count(issue.part, 4):
        yield warns("issue.part", _("In eLIBRARY the part must be a whole number."), LEFT_OUT)
    if not (is_count(volume, 9) or number_of(record)):
        yield blocks("issue.number", _("eLIBRARY needs the issue's number or volume."), ENTER)
    if not 0 < issue.year < 65536:
        yield blocks("issue.year", _("This is not a year."), ENTER)


def check_article(record: Record) -> Iterator[Finding]:
    """Check title, full text and IRSTI of an article, and its pages."""
    yield from check_pages(record)
    if not in_order(record.title):
        yield blocks("title", _("The article has no title in any language."), ENTER)
    if not plain_body(record.body):
        yield warns(
            "body",
            _("eLIBRARY also requires the full text without layout, and there is none."),
            _("The package takes it from the PDF. Check it there."),
        )
    if not record.irsti:
        yield warns("irsti", _("eLIBRARY classifies articles by IRSTI code, and there is none."))


def check_pages(record: Record) -> Iterator[Finding]:
    """Check the pages, or the article number that stands for them, at the field that is wrong."""
    pages = page_range(record)
    if not pages and not record.article_number.strip():
        yield blocks("first_page", _("eLIBRARY needs the pages of an article."), ENTER)
    elif not pages and not PAGES.fullmatch(record.article_number.strip()):
        yield blocks(
            "article_number",
            _("In eLIBRARY an article number uses digits or letters, not both."),
            _("Enter the first and the last page of the file beside it, such as 1 and 12."),
        )
    elif pages and not PAGES.fullmatch(pages):
        yield blocks(
            field_of_pages(record),
            _("In eLIBRARY page numbers use digits or letters, not both."),
            _("Write them as 7-8, or as iv-x."),
        )


def field_of_pages(record: Record) -> str:
    """Return the first field that eLIBRARY does not accept by itself."""
    fields = {
        "first_page": record.first_page,
        "last_page": record.last_page,
        **{f"page_ranges[{n}]": value for n, value in enumerate(record.page_ranges, 1)},
    }
    wrong = (field for field, value in fields.items() if value and not PAGES.fullmatch(value))
    return next(wrong, "first_page")


def check_author(author: Authorship, field: str) -> Iterator[Finding]:
    """Check surname, ORCID and SPIN of an author."""
    if not any(surname(author, code) for code in LANGUAGES):
        yield blocks(f"{field}.names", _("eLIBRARY needs the surname of every author."), ENTER)
    yield from checks.check_orcid(author, field, RULE)
    spin = author.codes.get("spin", "")
    if spin and not SPIN.fullmatch(spin):
        yield warns(
            f"{field}.codes", _("A SPIN code has eight digits, such as 1234-5678."), LEFT_OUT
        )
