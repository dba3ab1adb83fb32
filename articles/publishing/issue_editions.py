"""An issue as one file, made from the latest versions of its articles."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import default_storage

from articles.editing import working_records
from articles.exports.docx import WordFile, issue_docx
from articles.exports.issue_edition import IssueMatter, MadeIssue, typeset_issue
from articles.models import Issue, Page
from articles.queries.pdf_designs import journal_design
from articles.queries.record_facts import issue_day, issue_facts, journal_facts, text_of
from articles.queries.released_records import FactsLoader
from articles.records.pictures import cover_name
from articles.records.record import Record

from .makeup import makeup_articles
from .pictures import logo_of, pictures_of

BOARD = "board"  # the slug of a journal's page about its board
COVER_BYTES = 20 * 10**6


def issue_pdf(issue: Issue, start: int = 0) -> MadeIssue:
    """The issue as one PDF; see `typeset_issue`. Raises TypesettingFailed."""
    return typeset_issue(issue_matter(issue), issue_records(issue), pictures_of, start)


def issue_word_file(issue: Issue) -> WordFile:
    """The issue as DOCX, with the pages that its articles have now."""
    return issue_docx(issue_matter(issue), issue_records(issue), pictures_of)


def issue_records(issue: Issue) -> list[Record]:
    """The latest records of the articles in the order of the issue, without withdrawn ones."""
    return working_records([article.pk for article in makeup_articles(issue)], FactsLoader())


def issue_matter(issue: Issue) -> IssueMatter:
    """The facts of the journal, as it was called then, and of the issue."""
    journal = issue.journal
    board = Page.objects.filter(journal=journal, slug=BOARD).first()
    name = cover_name(str(issue.cover))
    cover = cover_bytes(issue) if name else b""
    design = journal_design(journal)
    return IssueMatter(
        journal=journal_facts(journal, issue_day(issue)),
        issue=issue_facts(issue),
        certificate=journal.certificate,
        print_run=issue.print_run,
        site=settings.SITE_URL,
        board=text_of(board, "text") if board else {},
        cover_name=name if cover else "",
        cover=cover,
        design=design,
        logo=logo_of(design),
    )


def cover_bytes(issue: Issue) -> bytes:
    """The picture; nothing if its file is lost or too large."""
    if not default_storage.exists(str(issue.cover)) or issue.cover.size > COVER_BYTES:
        return b""
    with issue.cover.open() as file:
        content: bytes = file.read()
    return content
