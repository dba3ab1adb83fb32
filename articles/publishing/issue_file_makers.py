"""The files of an issue, each made from the latest versions of its articles, with findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from articles.exports.docx.findings import docx_findings
from articles.exports.epub.findings import lost_pictures, picture_findings
from articles.exports.issue_edition.findings import article_findings, imprint_findings
from articles.exports.issue_edition.findings import picture_findings as issue_picture_findings
from articles.models import Issue, IssueFile
from articles.records.findings import Finding
from articles.records.languages import prefer
from articles.records.markup import flat
from articles.records.record import Record

from .epubs import made_issue_epub
from .issue_editions import article_pdfs, issue_matter, issue_pdf, issue_records, issue_word_file


class MadeFile(msgspec.Struct):
    """A file with its findings, each below the title of an article or '' for the issue."""

    content: bytes
    findings: list[tuple[str, Finding]]
    page_count: int = 0
    pages: dict[int, tuple[str, str]] = {}  # first and last, by the article's key


def pdf(file: IssueFile) -> MadeFile:
    made = issue_pdf(file.issue, file.start)
    design = issue_matter(file.issue).design
    records = [article.record for article in made.articles]
    findings = [
        *of_issue(file.issue),
        *(("", finding) for finding in issue_picture_findings(made)),
        *named((article.record, article_findings(article, design)) for article in made.articles),
    ]
    pages = {record.id or 0: (record.first_page, record.last_page) for record in records}
    return MadeFile(made.pdf, findings, made.pages, pages)


def docx(file: IssueFile) -> MadeFile:
    made = issue_word_file(file.issue)
    records = zip(issue_records(file.issue), made.missing, strict=True)
    findings = named((record, docx_findings(record, missing)) for record, missing in records)
    return MadeFile(made.content, [*of_issue(file.issue), *findings])


def epub(file: IssueFile) -> MadeFile:
    records, made = made_issue_epub(file.issue)
    lost = [("", lost_pictures(records[0]))] if made.loss else []
    pictures = zip(records, made.broken, made.reduced, strict=True)
    findings = named((each[0], picture_findings(*each)) for each in pictures)
    return MadeFile(made.content, [*lost, *findings])


def zip_of_pdfs(file: IssueFile) -> MadeFile:
    made = article_pdfs(issue_records(file.issue))
    return MadeFile(made.content, list(named(made.findings)))


def of_issue(issue: Issue) -> Iterator[tuple[str, Finding]]:
    return (("", finding) for finding in imprint_findings(issue_matter(issue)))


def named(
    findings: Iterable[tuple[Record, Iterable[Finding]]],
) -> Iterator[tuple[str, Finding]]:
    """The findings, each with the title of its article."""
    for record, each in findings:
        title = flat(prefer(record.title, record.language)) or f"№ {record.id}"
        yield from ((title, finding) for finding in each)


MAKERS: dict[str, Callable[[IssueFile], MadeFile]] = {
    IssueFile.Kind.PDF: pdf,
    IssueFile.Kind.DOCX: docx,
    IssueFile.Kind.EPUB: epub,
    IssueFile.Kind.ZIP: zip_of_pdfs,
}
