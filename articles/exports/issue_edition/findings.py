"""Findings about an issue as one PDF: what its imprint lacks, and what differs in its articles."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.exports.edition.findings import finding, typesetting_findings
from articles.exports.issue_edition import MadeIssue
from articles.exports.issue_edition.matter import IssueMatter
from articles.exports.issue_edition.placed_articles import HEAD, PlacedArticle
from articles.exports.typesetting.compiler import ISSUE_PICTURE_BYTES
from articles.records.findings import Finding, Level
from articles.records.pdf_layout import USUAL_DESIGN, PdfDesign


def article_findings(article: PlacedArticle, design: PdfDesign = USUAL_DESIGN) -> Iterator[Finding]:
    """What differs in the issue from what the record holds."""
    if article.made.loss == HEAD:
        message = _("The text of the article cannot be typeset: the issue has its head alone.")
        remedy = _("Make the pictures smaller, divide long tables, or shorten the text.")
        yield finding(article.record, message, remedy)
    yield from typesetting_findings(article.record, article.made, design)


def picture_findings(made: MadeIssue) -> Iterator[Finding]:
    """That the pictures of all articles are too many bytes for one file."""
    if made.has_smaller_pictures:
        message = _(
            "The pictures of all articles are larger than %(size)d MB: they are smaller here."
        )
        values = {"size": ISSUE_PICTURE_BYTES // 2**20}
        yield Finding(Level.NOTES, "body", None, message % values, rule="pdf", check="typesetting")


def imprint_findings(matter: IssueMatter) -> Iterator[Finding]:
    """What the imprint leaves out, since the journal or the issue does not have it."""
    journal, issue = matter.journal, matter.issue
    values = (
        ("founder", _("founder"), journal.founder),
        ("publisher", _("publisher"), journal.publisher),
        ("issn_print", "ISSN", journal.issn_print or journal.issn_online),
        ("certificate", _("number of the registration certificate"), matter.certificate),
        ("pages", _("page about the editorial board"), matter.board),
        ("signed_on", _("signed to print on"), issue.signed_on),
        ("print_run", _("print run"), matter.print_run),
    )
    for field, name, value in values:
        if not value:
            message = _("The imprint leaves out: %(name)s.") % {"name": name}
            remedy = _("Enter it for the journal or the issue.")
            yield Finding(
                Level.NOTES, field, None, message, remedy, rule="pdf", check="typesetting"
            )
