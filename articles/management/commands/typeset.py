"""typeset: the PDF of an article, or a ZIP with those of an issue, made from the records."""

from __future__ import annotations

import io
import zipfile
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.editing import working_record
from articles.exports.edition import typeset_article
from articles.exports.edition.findings import typesetting_findings
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.management.commands.export_articles import check_output, write_output
from articles.management.commands.preflight import articles_of
from articles.models import Article
from articles.publishing.article_pdfs import pdf_name
from articles.publishing.pictures import pictures_of
from articles.records.record import Record

DAY = (1980, 1, 1, 0, 0, 0)  # of each file in the ZIP, so that the same articles give the same ZIP


class Command(BaseCommand):
    help = (
        "Writes the PDF of an article, made from its latest version; of an issue, a ZIP with the "
        "PDF of each article. Prints what could not be typeset as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--doi", help="the article with this DOI")
        which.add_argument("--issue", type=int, metavar="ID", help="the articles of this issue")
        parser.add_argument(
            "--as", dest="kind", choices=("pdf", "epub", "docx"), default="pdf", help="default: pdf"
        )
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["kind"] != "pdf":
            kind = options["kind"].upper()
            raise CommandError(_("%(kind)s cannot be made yet. Use --as pdf.") % {"kind": kind})
        check_output(options["output"])
        articles = list(articles_of(options).select_related("journal", "issue", "section"))
        if not articles:
            raise CommandError(_("This issue has no articles."))
        files = list(self.pdfs(articles))
        content = zipped(files) if options["issue"] else files[0][1]
        try:
            write_output([content], options["output"])
        except OSError as error:
            values = {"file": options["output"], "why": error.strerror or error}
            raise CommandError(_("%(file)s cannot be written: %(why)s.") % values) from error
        if options["issue"]:
            self.stderr.write(_("Each article is a PDF; the issue as one PDF cannot be made yet."))

    def pdfs(self, articles: list[Article]) -> Iterator[tuple[str, bytes]]:
        """The name and the PDF of each article, in order; raises CommandError."""
        for place, article in enumerate(articles, 1):
            record = working_record(article)
            try:
                made = typeset_article(record, pictures_of(record))
            except TypesettingFailed as error:
                message = _("“%(article)s” cannot be typeset: it is too long.")
                raise CommandError(message % {"article": article}) from error
            self.print_findings(record, made)
            yield f"{place:02}-{pdf_name(record)}", made.pdf

    def print_findings(self, record: Record, made: Typeset) -> None:
        self.stderr.write(f"{record.doi or record.id}  {made.pages}")
        for finding in typesetting_findings(record, made):
            self.stderr.write(f"  {finding.level:6} {finding.field}: {finding.message}")


def zipped(files: list[tuple[str, bytes]]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, pdf in files:
            archive.writestr(zipfile.ZipInfo(name, DAY), pdf)
    return content.getvalue()
