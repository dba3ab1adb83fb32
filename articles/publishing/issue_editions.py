"""An issue as one file, made from the latest versions of its articles."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO

import msgspec
from django.conf import settings
from django.core.files.storage import default_storage

from articles.editing import working_records
from articles.exports.docx import WordFile, issue_docx
from articles.exports.edition import typeset_article
from articles.exports.edition.findings import typesetting_findings
from articles.exports.issue_edition import IssueMatter, MadeIssue, typeset_issue
from articles.exports.issue_edition.board import board_html
from articles.models import Issue, Journal, Page
from articles.models.board import BOARD_SLUG
from articles.queries.board import board_groups, board_members
from articles.queries.pdf_designs import journal_design, pdf_design
from articles.queries.record_facts import issue_day, issue_facts, journal_facts, text_of
from articles.queries.released_records import FactsLoader
from articles.records.findings import Finding
from articles.records.languages import Text
from articles.records.pictures import cover_name
from articles.records.record import Record

from .made_galleys import made_name
from .makeup import makeup_articles
from .pictures import logo_of, pictures_of

ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # of each file
COVER_BYTES = 20 * 10**6


def issue_pdf(issue: Issue, start: int = 0) -> MadeIssue:
    """The issue as one PDF; see `typeset_issue`. Raises TypesettingFailed."""
    return typeset_issue(issue_matter(issue), issue_records(issue), pictures_of, start)


def issue_word_file(issue: Issue) -> WordFile:
    """The issue as DOCX, with the pages that its articles have now."""
    return issue_docx(issue_matter(issue), issue_records(issue), pictures_of)


class ArticlePdfs(msgspec.Struct):
    """A ZIP, with the findings of each article in it."""

    content: bytes
    findings: list[tuple[Record, list[Finding]]]


def article_pdfs(records: Sequence[Record]) -> ArticlePdfs:
    """A ZIP with the PDF of each article, in their order; the same records give the same bytes.

    Raises TypesettingFailed.
    """
    content, findings = BytesIO(), []
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for place, record in enumerate(records, 1):
            design = pdf_design(record)
            made = typeset_article(record, pictures_of(record), design, logo_of(design))
            name = f"{place:02}-{made_name(record, 'pdf')}"
            archive.writestr(zipfile.ZipInfo(name, ZIP_DAY), made.pdf)
            findings.append((record, list(typesetting_findings(record, made, design))))
    return ArticlePdfs(content.getvalue(), findings)


def issue_records(issue: Issue) -> list[Record]:
    """The latest records of the articles in the order of the issue, without withdrawn ones."""
    return working_records([article.pk for article in makeup_articles(issue)], FactsLoader())


def issue_matter(issue: Issue) -> IssueMatter:
    """The facts of the journal, as it was called then, and of the issue."""
    journal = issue.journal
    name = cover_name(str(issue.cover))
    cover = cover_bytes(issue) if name else b""
    design = journal_design(journal)
    return IssueMatter(
        journal=journal_facts(journal, issue_day(issue)),
        issue=issue_facts(issue),
        certificate=journal.certificate,
        print_run=issue.print_run,
        site=settings.SITE_URL,
        board=board_text(journal),
        cover_name=name if cover else "",
        cover=cover,
        design=design,
        logo=logo_of(design),
    )


def board_text(journal: Journal) -> Text:
    """The board as entered, else the page of text about it, as HTML; {} without both."""
    if journal.has_board:
        return board_html(board_groups(board_members(journal)))
    page = Page.objects.filter(journal=journal, slug=BOARD_SLUG).first()
    return text_of(page, "text") if page else {}


def cover_bytes(issue: Issue) -> bytes:
    """The picture; nothing if its file is lost or too large."""
    if not default_storage.exists(str(issue.cover)) or issue.cover.size > COVER_BYTES:
        return b""
    with issue.cover.open() as file:
        content: bytes = file.read()
    return content
