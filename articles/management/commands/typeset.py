"""typeset: an article or an issue as a file, made from the records."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing import working_record
from articles.exports.docx import article_docx
from articles.exports.docx.findings import docx_findings
from articles.exports.edition import typeset_article
from articles.exports.edition.findings import typesetting_findings
from articles.exports.epub.findings import epub_findings
from articles.exports.issue_edition.findings import (
    article_findings,
    imprint_findings,
    picture_findings,
)
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.management.commands.export_articles import check_output, write_output
from articles.management.commands.preflight import articles_of
from articles.models import Article, Issue
from articles.publishing.epubs import NoArticles, made_epub, made_issue_epub
from articles.publishing.issue_editions import (
    article_pdfs,
    issue_matter,
    issue_pdf,
    issue_records,
    issue_word_file,
)
from articles.publishing.pictures import logo_of, pictures_of
from articles.queries.pdf_designs import pdf_design
from articles.records.findings import Finding
from articles.records.record import Record

TOO_LONG = gettext_lazy(
    "The issue cannot be typeset: it is too long, or its pictures are too large."
)


class Command(BaseCommand):
    help = (
        "Writes an article or an issue as a file, made from the latest versions; `--as zip` a ZIP "
        "with the PDF of each article of the issue. Prints what could not be typeset as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--doi", help="the article with this DOI")
        which.add_argument("--issue", type=int, metavar="ID", help="the articles of this issue")
        kinds = ("pdf", "epub", "docx", "zip")
        parser.add_argument("--as", dest="kind", choices=kinds, default="pdf", help="default: pdf")
        parser.add_argument(
            "--start",
            type=int,
            default=0,
            metavar="PAGE",
            help="the first page of the first article; by default the title page is page 1",
        )
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        kind = options["kind"]
        if kind == "zip" and not options["issue"]:
            raise CommandError(_("A ZIP is made of an issue. Use --issue."))
        check_output(options["output"])
        articles = list(articles_of(options).select_related("journal", "issue", "section"))
        if not articles:
            raise CommandError(_("This issue has no articles."))
        content = self.content(kind, articles, options)
        try:
            write_output([content], options["output"])
        except OSError as error:
            values = {"file": options["output"], "why": error.strerror or error}
            raise CommandError(_("%(file)s cannot be written: %(why)s.") % values) from error

    def content(self, kind: str, articles: list[Article], options: dict[str, Any]) -> bytes:
        """The file; raises CommandError."""
        if kind == "epub":
            return self.epub(articles[0], options["issue"])
        if not options["issue"]:
            write = self.article_docx if kind == "docx" else self.article_pdf
            return write(articles[0])
        issue = Issue.objects.select_related("journal").get(pk=options["issue"])
        if kind == "zip":
            return self.zip_of_pdfs(issue)
        return self.issue_docx(issue) if kind == "docx" else self.issue(issue, options["start"])

    def article_docx(self, article: Article) -> bytes:
        record = working_record(article)
        made = article_docx(record, pictures_of(record))
        self.print_findings(name_of(record), "DOCX", docx_findings(record, made.missing[0]))
        return made.content

    def issue_docx(self, issue: Issue) -> bytes:
        made = issue_word_file(issue)
        self.print_findings(str(issue), "DOCX", imprint_findings(issue_matter(issue)))
        for record, missing in zip(issue_records(issue), made.missing, strict=True):
            self.print_findings(name_of(record), "DOCX", docx_findings(record, missing))
        return made.content

    def issue(self, issue: Issue, start: int) -> bytes:
        """The issue as one PDF; raises CommandError."""
        try:
            made = issue_pdf(issue, start)
        except TypesettingFailed as error:
            raise CommandError(TOO_LONG) from error
        matter = issue_matter(issue)
        of_issue = (*imprint_findings(matter), *picture_findings(made))
        self.print_findings(str(issue), made.pages, of_issue)
        for article in made.articles:
            record = article.record
            pages = f"{record.first_page}–{record.last_page}"
            self.print_findings(name_of(record), pages, article_findings(article, matter.design))
        return made.pdf

    def epub(self, article: Article, issue_pk: int | None) -> bytes:
        """The article, or the issue, as EPUB; raises CommandError."""
        if not issue_pk:
            records = [working_record(article)]
            made = made_epub(records[0])
        else:
            try:
                records, made = made_issue_epub(Issue.objects.get(pk=issue_pk))
            except NoArticles as error:  # all of them are withdrawn
                raise CommandError(_("This issue has no articles.")) from error
        self.print_findings("EPUB", len(records), epub_findings(records, made))
        return made.content

    def article_pdf(self, article: Article) -> bytes:
        """The PDF of an article; raises CommandError."""
        record = working_record(article)
        design = pdf_design(record)
        try:
            made = typeset_article(record, pictures_of(record), design, logo_of(design))
        except TypesettingFailed as error:
            message = _("“%(article)s” cannot be typeset: it is too long.")
            raise CommandError(message % {"article": article}) from error
        findings = typesetting_findings(record, made, design)
        self.print_findings(name_of(record), made.pages, findings)
        return made.pdf

    def zip_of_pdfs(self, issue: Issue) -> bytes:
        """The PDF of each article; raises CommandError."""
        try:
            made = article_pdfs(issue_records(issue))
        except TypesettingFailed as error:
            raise CommandError(TOO_LONG) from error
        for record, findings in made.findings:
            self.print_findings(name_of(record), "PDF", findings)
        return made.content

    def print_findings(self, name: str, pages: object, findings: Iterable[Finding]) -> None:
        self.stderr.write(f"{name}  {pages}")
        for finding in findings:
            self.stderr.write(f"  {finding.level:6} {finding.field}: {finding.message}")


def name_of(record: Record) -> str:
    return record.doi or str(record.id)
