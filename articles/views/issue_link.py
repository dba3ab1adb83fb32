"""How an issue is called on pages, and the link to it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Issue
from articles.queries.record_facts import issue_facts
from articles.records.facts import IssueFacts
from articles.records.issue_label import number_label
from articles.records.languages import Text
from articles.records.pictures import cover_url

from . import labels


def issue_label(issue: IssueFacts) -> str:
    """`2021, № 1 (134)`."""
    return ", ".join(filter(None, (str(issue.year), number_label(issue))))


class IssueLink(NamedTuple):
    """An issue with the address of its contents."""

    url: str
    issue: IssueFacts
    article_total: int = 0

    @property
    def year(self) -> int:
        return self.issue.year

    @property
    def title(self) -> Text:
        return self.issue.title

    @property
    def description(self) -> Text:
        return self.issue.description

    @property
    def published_on(self) -> date | None:
        return self.issue.published_on

    @property
    def number(self) -> str:
        """`№ 1 (134)`; '' for an issue that has a title instead of a number."""
        year = {"year": self.year}
        return number_label(self.issue) or ("" if self.title else _("Issue of %(year)d") % year)

    @property
    def label(self) -> str:
        """`2021, № 1 (134)`."""
        return issue_label(self.issue)

    @property
    def heading(self) -> str:
        """`2021 жыл, № 1 (134)`, above a page."""
        number = number_label(self.issue)
        if not number:
            return self.label
        return _("%(year)d, %(number)s") % {"year": self.year, "number": number}

    @property
    def cover_label(self) -> str:
        """`№ 1`."""
        return f"№ {self.issue.number}" if self.issue.number else ""

    @property
    def cover_url(self) -> str:
        """Of the cover's picture; '' if there is none."""
        return cover_url("", self.issue)

    @property
    def pdf_url(self) -> str:
        """Of the whole issue as one file; '' if there is none."""
        return self.file_url("issue_pdf", self.issue.pdf)

    @property
    def epub_url(self) -> str:
        """The same as EPUB."""
        return self.file_url("issue_epub", self.issue.epub)

    def file_url(self, view: str, path: str) -> str:
        name = path.rpartition("/")[2]
        return reverse(view, kwargs={"pk": self.issue.id, "name": name}) if name else ""

    @property
    def pdf_size(self) -> str:
        """`36,3 МБ`; '' for a file whose size is not known."""
        return labels.file_size(self.issue.pdf_size) if self.issue.pdf_size else ""

    @property
    def epub_size(self) -> str:
        return labels.file_size(self.issue.epub_size) if self.issue.epub_size else ""

    @property
    def article_count(self) -> str:
        """`5 мақала`."""
        return labels.article_count(self.article_total)


def issue_link(issue: Issue, journal_slug: str, article_total: int = 0) -> IssueLink:
    url = reverse("issue_detail", kwargs={"journal": journal_slug, "pk": issue.pk})
    return IssueLink(url, issue_facts(issue), article_total)
